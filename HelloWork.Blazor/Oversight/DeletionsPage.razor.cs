using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Common;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>削除の確認 (PR-03, PR-04): what a provider holds and by when it deletes it. A removed provider comes here still.</summary>
public sealed partial class DeletionsPage(CurrentActor actor, ViewOwnProvider viewOwn, ListDeletions list, TimeProvider clock)
{
    private const string PickForm = "pick";

    private OwnProvider? own;
    private DeletionFilter filter;
    private Page<DeletionRow>? rows;
    private DeletionCounts counts = new(0, 0, 0, 0);
    private IReadOnlyList<Tab> tabs = [];
    private DateOnly today;

    [SupplyParameterFromQuery] private string? Show { get; set; }
    [SupplyParameterFromQuery(Name = "page")] private string? PageWord { get; set; }
    /// <summary>What has just been done: deleted, registered.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }
    /// <summary>How many.</summary>
    [SupplyParameterFromQuery(Name = "of")] private string? Of { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private string? Success => Done switch
    {
        "deleted" when int.TryParse(Of, out var n) => T["Done.deleted", n].Value,
        "registered" => T["Done.registered"].Value,
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var reader = await actor.ProviderAsync();
        (filter, today) = (DeletionsAddress.Read(Show), clock.TodayInJapan());
        own = await viewOwn.RunAsync(new(reader), leaving);
        var result = await list.RunAsync(new(reader, filter, int.TryParse(PageWord, out var page) ? page : 1), leaving);
        (rows, counts) = (result.Rows, result.Counts);
        tabs = [.. Enum.GetValues<DeletionFilter>().Select(f => new Tab(T[$"Tab.{f}"], DeletionsAddress.Of(f), f == filter, counts[f]))];
    }
}
