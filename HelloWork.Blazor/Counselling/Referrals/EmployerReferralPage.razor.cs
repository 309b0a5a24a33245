using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling.Referrals;

/// <summary>ハローワークからの紹介: who was referred, with the letter, and the outcome the employer tells (CO-04).</summary>
public sealed partial class EmployerReferralPage(CurrentActor current, OpenReferral open, RecordReferralOutcome record, OpenFormDraft openDraft, LiveWatch live, NavigationManager navigation, TimeProvider clock) : ComponentBase
{
    private readonly FormErrors errors = new();
    private EmployerActor employer = null!;
    private ReferralView? view;
    private OpenFormDraft.Result? kept;
    private DateOnly today;

    [Parameter] public Guid Id { get; set; }

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "outcome")] private OutcomeInput? Outcome { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        employer = await current.EmployerAsync();
        await live.OnAsync(Leaving, LiveTopic.Organisation(employer.Office.Value));
        view = await open.RunAsync(new OpenReferral.FromEmployer(employer, new ReferralId(Id), Again: !Http.IsLive()), Leaving);
        if (view is null)
            navigation.NotFound();
        else
            kept = await openDraft.RunAsync(new(employer.Account, DraftForm.ReferralOutcome, $"{Id}", Http.Posted("outcome")), Leaving);
        Outcome ??= kept?.Fields.Into<OutcomeInput>(nameof(Outcome)) ?? new OutcomeInput();
    }

    private async Task RecordAsync()
    {
        if (await record.RunAsync(new RecordReferralOutcome.FromEmployer(employer, new ReferralId(Id), Outcome!.Chosen, Outcome.Reason), Leaving) is { } refusal)
            OutcomeInput.Explain(refusal, errors, T);
        else
            navigation.NavigateTo($"/employer/referrals/{Id}?done=recorded");
    }
}
