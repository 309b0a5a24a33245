using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>是正要請と利用停止, by the office that a report reached (OV-02).</summary>
public sealed partial class OfficeOrderPage(CurrentActor actor, OpenComplaint open, OrderCorrection order, OpenFormDraft openDraft, TimeProvider clock, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private CounselorActor counselor = null!;
    private OpenedComplaint? report;
    private OpenFormDraft.Result? kept;
    private OrderCorrection.Measures? review;
    private DateOnly today;

    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromForm(FormName = "order")] private OrderInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;
    private string Back => $"/desk/complaints/{Id}";

    protected override async Task OnInitializedAsync()
    {
        (counselor, today) = (await actor.CounselorAsync(), clock.TodayInJapan());
        report = await open.RunAsync(new(counselor, new ComplaintId(Id)), Leaving);
        if (report is null)
            navigation.NotFound();
        if (report is { DecidedAt: null })
            kept = await openDraft.RunAsync(new(counselor.Account, DraftForm.OfficeOrder, $"{Id}", Http.Posted("order")), Leaving);
        // The days proposed were those of the day it was kept.
        kept = kept.Unless(nameof(Input), OrderInput.Usual(Jst.DayOf(kept?.SavedAt ?? clock.UtcNow())));
        Input ??= kept?.Fields.Into<OrderInput>(nameof(Input)) ?? OrderInput.Usual(today);
    }

    private async Task OrderAsync()
    {
        if (Input!.Step is not (OrderInput.Check or OrderInput.Do) || Input.Read(errors, T, today, withKind: false) is not { } measures)
            return;
        if (Input.Step == OrderInput.Check)
            review = measures;
        else if (await order.RunAsync(new OrderCorrection.FromOffice(counselor, new ComplaintId(Id), measures), Leaving) is { } refusal)
            OrderInput.Tell(errors, T, refusal);
        else
            navigation.NavigateTo($"{Back}?done=ordered");
    }
}
