using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Common;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>求職申込みがあったと記録する (step 6): from that day on the provider's own rules apply to what it holds (PR-03).</summary>
public sealed partial class RegisteredPage(CurrentActor actor, ViewOwnProvider viewOwn, ListDeletions list, SettleDeletion settle, TimeProvider clock, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private IReadOnlyList<Crumb> crumbs = [];
    private ProviderActor provider = null!;
    private OwnProvider? own;
    private DeletionRow? row;
    private DateOnly today;

    [Parameter] public string Number { get; set; } = "";
    [SupplyParameterFromForm(FormName = "registered")] private RegisteredInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        (provider, today, crumbs) = (await actor.ProviderAsync(), clock.TodayInJapan(), [new(T["Home"], "/provider"), new(T["Title"], DeletionsAddress.Path)]);
        own = await viewOwn.RunAsync(new(provider), Leaving);
        Input ??= new RegisteredInput();
        row = AliasNumber.TryParse(Number, out var number) ? (await list.RunAsync(new(provider, Only: [number]), Leaving)).Rows.Items.SingleOrDefault() : null;
        if (row is null && own.Standing is not ProviderStanding.Suspended)
            navigation.NotFound();
    }

    private async Task SaveAsync()
    {
        if (!Input!.On.TryToDate(out var on))
        {
            errors.Add("Input.On", T["Register.On.Missing"]);
            return;
        }
        var refusal = (await settle.RunAsync(new SettleDeletion.Registered(provider, row!.Number, on), Leaving)).Refusal;
        if (refusal is null)
            navigation.NavigateTo($"{DeletionsAddress.Path}?done=registered");
        else if (refusal is SettleRefusal.DayOutside)
            errors.Add("Input.On", T[$"Refused.{refusal}"]);
        else
            errors.Add(T[$"Refused.{refusal}"]);
    }

    public sealed class RegisteredInput
    {
        public DateParts On { get; set; } = new();
    }
}
