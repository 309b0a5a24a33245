using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.DirectRequests;

public sealed partial class ReceivedRequestPage(CurrentActor current, OpenReceivedRequest open, DeclineDirectRequest decline, AskForAdvice ask, ListOwnConsultations listConsultations, ExplainRequest explain,
    PreviewApplication previewApplication, ViewJob viewJob, LiveWatch live, NavigationManager navigation, TimeProvider clock, IStringLocalizer<ReceivedRequestsText> T, IStringLocalizer<RequestStateText> S) : ComponentBase
{
    private readonly FormErrors declineErrors = new();
    private readonly FormErrors questionErrors = new();
    private SeekerActor seeker = null!;
    private ReceivedRequest? request;
    private JobView? job;
    private ApplicationPreview? preview;
    private IReadOnlyList<OwnConsultation> consultations = [];
    private IReadOnlyList<RequestFit> fits = [];
    private DateOnly today;
    private string? refused;

    [Parameter] public Guid Id { get; set; }

    /// <summary>What has just been done: declined, asked.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "decline")] private DeclineForm? DeclineInput { get; set; }

    [SupplyParameterFromForm(FormName = "consult")] private ConsultForm? ConsultInput { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private bool CanApply => preview is { Bar: null };

    /// <summary>Advice about a job that is over, or that was applied to through this request, helps nobody; one question waits at a time.</summary>
    private bool CanConsult => request!.State is DirectRequestState.Unread or DirectRequestState.Read or DirectRequestState.Declined or DirectRequestState.Lapsed
        && job is { Ended: null } && consultations.All(c => c.AnsweredAt is not null);

    private bool ShowsDecline => request!.IsOpen || (Http.Posts("decline") && refused is null);

    private bool ShowsConsult => CanConsult || (Http.Posts("consult") && refused is null);

    private bool ShowsReply => CanApply || ShowsDecline || ShowsConsult;

    private string? Success => (Done, request!.State) switch
    {
        ("declined", DirectRequestState.Declined) => T["Decline.Done"].Value,
        ("asked", _) when consultations.Count > 0 => T["Consult.Done"],
        _ => null,
    };

    /// <summary>That it is read one knows oneself.</summary>
    private string? Say => request!.IsOpen ? null : T["Live.State", S[$"State.{request.State}"]].Value;

    private string SuccessDetail => T[Done == "asked" ? "Consult.Done.What" : "Decline.Done.What"];

    protected override async Task OnInitializedAsync()
    {
        seeker = await current.SeekerAsync();
        await live.OnAsync(Leaving, LiveTopic.Account(seeker.Account), LiveTopic.Request(Id));
        await ReadAsync();
        if (request is null)
            navigation.NotFound();
    }

    private async Task ReadAsync()
    {
        today = clock.TodayInJapan();
        request = await open.RunAsync(new(seeker, new DirectRequestId(Id)), Leaving);
        if (request is null)
            return;
        if (request.IsOpen)
        {
            await live.OnAsync(Leaving, LiveTopic.Job(request.JobOffer.Value));
            live.ChangesAt(Jst.EndOf(request.LastDay));
        }
        job = await viewJob.RunAsync(request.Job, seeker.Account, Leaving);
        preview = await previewApplication.RunAsync(new(seeker, request.Job), Leaving);
        fits = await explain.RunAsync(new(seeker, request.Id), Leaving);
        consultations = await listConsultations.RunAsync(new(seeker, request.Job), Leaving);
    }

    private async Task DeclineAsync()
    {
        if (request is null)
            return;
        var refusal = await decline.RunAsync(new(seeker, request.Id, DeclineInput?.Reason), Leaving);
        if (refusal is DeclineRefusal.ReasonTooLong)
            declineErrors.Add("Reason", T[$"Refused.Decline.{refusal}"]);
        else if (refusal is null or DeclineRefusal.AlreadyDeclined)
            navigation.NavigateTo($"/seeker/requests/{Id}?done=declined");
        else
            await TellAsync(T[$"Refused.Decline.{refusal}"]);
    }

    private async Task ConsultAsync()
    {
        if (request is null)
            return;
        var refusal = await ask.RunAsync(new(seeker, request.Job, ConsultInput?.Question ?? ""), Leaving);
        if (refusal is AdviceRefusal.QuestionMissing or AdviceRefusal.QuestionTooLong)
            questionErrors.Add("Question", T[$"Refused.Advice.{refusal}"]);
        else if (refusal is null)
            navigation.NavigateTo($"/seeker/requests/{Id}?done=asked");
        else
            await TellAsync(T[$"Refused.Advice.{refusal}"]);
    }

    /// <summary>Somebody or something was faster: says so above the state as it is now.</summary>
    private async Task TellAsync(string why)
    {
        await ReadAsync();
        refused = why;
    }

    private sealed class DeclineForm
    {
        public string? Reason { get; set; }
    }

    private sealed class ConsultForm
    {
        public string? Question { get; set; }
    }
}
