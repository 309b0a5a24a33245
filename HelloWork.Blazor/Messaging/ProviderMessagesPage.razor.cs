using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Messaging;

/// <summary>利用団体のメッセージ一覧: one row per seeker, named by the provider's own number.</summary>
public sealed partial class ProviderMessagesPage(CurrentActor actor, ViewOwnProvider viewOwn, ListConversations list, CountConversations count, ListGuidanceDrafts listDrafts, TimeProvider clock)
{
    private OwnProvider? own;
    private ConversationFilter filter;
    private Page<ConversationRow>? rows;
    private IReadOnlyList<Tab> tabs = [];
    private int drafts;
    private DateOnly today;

    [SupplyParameterFromQuery] private string? Show { get; set; }
    [SupplyParameterFromQuery(Name = "page")] private string? PageWord { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var reader = await actor.ProviderAsync();
        own = await viewOwn.RunAsync(new(reader), leaving);
        (filter, today) = (ProviderMessagesAddress.Read(Show), clock.TodayInJapan());
        if (own.Standing is not ProviderStanding.Good || await count.RunAsync(new(reader), leaving) is not { } counts)
            return;
        drafts = (await listDrafts.RunAsync(new(reader), leaving)).Count;
        tabs = [.. Enum.GetValues<ConversationFilter>().Select(f => new Tab(T[$"Tab.{f}"], ProviderMessagesAddress.Of(f), f == filter, counts[f]))];
        rows = (await list.RunAsync(new(reader, filter, int.TryParse(PageWord, out var page) ? page : 1), leaving)).Rows;
    }
}
