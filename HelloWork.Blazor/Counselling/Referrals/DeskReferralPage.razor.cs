using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Desk;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Desk;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling.Referrals;

/// <summary>職業紹介 at the desk: its letter, and its outcome from the return slip (CO-04).</summary>
public sealed partial class DeskReferralPage(CurrentActor current, OpenReferral open, RecordReferralOutcome record, OpenFormDraft openDraft, FindDesk find, LiveWatch live, NavigationManager navigation, TimeProvider clock) : ComponentBase
{
    private readonly FormErrors errors = new();
    private CounselorActor counselor = null!;
    private ReferralView? view;
    private OpenFormDraft.Result? kept;
    private DateOnly today;

    [Parameter] public Guid Id { get; set; }

    /// <summary>What has just been done: issued, recorded.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "outcome")] private OutcomeInput? Outcome { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        counselor = await current.CounselorAsync();
        await live.OnDeskAsync(find, counselor, Leaving);
        view = await open.RunAsync(new OpenReferral.FromDesk(counselor, new ReferralId(Id), Again: !Http.IsLive()), Leaving);
        if (view is null)
            navigation.NotFound();
        else
            kept = await openDraft.RunAsync(new(counselor.Account, DraftForm.ReturnSlip, $"{Id}", Http.Posted("outcome")), Leaving);
        Outcome ??= kept?.Fields.Into<OutcomeInput>(nameof(Outcome)) ?? new OutcomeInput();
    }

    private async Task RecordAsync()
    {
        if (await record.RunAsync(new RecordReferralOutcome.FromDesk(counselor, new ReferralId(Id), Outcome!.Chosen, Outcome.Reason), Leaving) is { } refusal)
            OutcomeInput.Explain(refusal, errors, T);
        else
            navigation.NavigateTo($"/desk/referrals/{Id}?done=recorded");
    }
}
