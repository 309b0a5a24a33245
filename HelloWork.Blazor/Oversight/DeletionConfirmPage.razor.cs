using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Common;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>The preview of what is confirmed as deleted, one or several at once (PR-03).</summary>
public sealed partial class DeletionConfirmPage(CurrentActor actor, ViewOwnProvider viewOwn, ListDeletions list, SettleDeletion settle, TimeProvider clock, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private ProviderActor provider = null!;
    private OwnProvider? own;
    private IReadOnlyList<DeletionRow> rows = [];
    private DateOnly today;

    /// <summary>The numbers that were chosen on the list.</summary>
    [SupplyParameterFromQuery(Name = "n")] private string[]? Chosen { get; set; }
    [SupplyParameterFromForm(FormName = "deleted")] private ConfirmInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        provider = await actor.ProviderAsync();
        today = clock.TodayInJapan();
        own = await viewOwn.RunAsync(new(provider), Leaving);
        Input ??= new ConfirmInput { Numbers = [.. Chosen ?? []] };
        rows = (await list.RunAsync(new(provider, Only: Numbers), Leaving)).Rows.Items;
    }

    private List<AliasNumber> Numbers => [.. (Input!.Numbers ?? []).Select(n => AliasNumber.TryParse(n, out var number) ? number : (AliasNumber?)null).OfType<AliasNumber>().Take(SettleDeletion.MostAtOnce + 1)];

    private async Task ConfirmAsync()
    {
        if (!Input!.Sure)
        {
            errors.Add("Input.Sure", T["Confirm.Tick.Missing"]);
            return;
        }
        var result = await settle.RunAsync(new SettleDeletion.Deleted(provider, Numbers), Leaving);
        if (result.Refusal is { } refusal)
            errors.Add(T[$"Refused.{refusal}"]);
        else
            navigation.NavigateTo($"{DeletionsAddress.Path}?done=deleted&of={result.Settled}");
    }

    public sealed class ConfirmInput
    {
        public List<string>? Numbers { get; set; }
        public bool Sure { get; set; }
    }
}
