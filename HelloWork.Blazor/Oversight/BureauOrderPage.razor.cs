using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>是正要請と利用停止, by the bureau itself (OV-02).</summary>
public sealed partial class BureauOrderPage(CurrentActor actor, OpenProviderRecord open, OrderCorrection order, OpenFormDraft openDraft, TimeProvider clock, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private BureauActor officer = null!;
    private OpenProviderRecord.Result? opened;
    private OpenFormDraft.Result? kept;
    private OrderCorrection.Measures? review;
    private DateOnly today;

    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromForm(FormName = "order")] private OrderInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;
    private string Back => $"/bureau/providers/{Id}";

    protected override async Task OnInitializedAsync()
    {
        (officer, today) = (await actor.BureauAsync(), clock.TodayInJapan());
        opened = await open.RunAsync(new(officer, new ProviderId(Id)), Leaving);
        if (opened is null)
            navigation.NotFound();
        if (opened is { Record.Standing: not ProviderStanding.Removed })
            kept = await openDraft.RunAsync(new(officer.Account, DraftForm.BureauOrder, $"{Id}", Http.Posted("order")), Leaving);
        // The days proposed were those of the day it was kept.
        kept = kept.Unless(nameof(Input), Usual(Jst.DayOf(kept?.SavedAt ?? clock.UtcNow())));
        Input ??= kept?.Fields.Into<OrderInput>(nameof(Input)) ?? Usual(today);
    }

    private OrderInput Usual(DateOnly day)
    {
        var usual = OrderInput.Usual(day);
        usual.Kind = opened?.Violations.FirstOrDefault()?.Kind.ToString();
        return usual;
    }

    private async Task OrderAsync()
    {
        if (Input!.Step is not (OrderInput.Check or OrderInput.Do) || Input.Read(errors, T, today, withKind: true) is not { } measures)
            return;
        if (Input.Step == OrderInput.Check)
            review = measures;
        else if (await order.RunAsync(new OrderCorrection.FromBureau(officer, new ProviderId(Id), Enum.Parse<ViolationKind>(Input.Kind!), measures), Leaving) is { } refusal)
            OrderInput.Tell(errors, T, refusal);
        else
            navigation.NavigateTo($"{Back}?done=ordered");
    }
}
