using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Accounts.Drafts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

public sealed partial class ReceivedApplicationPage(CurrentActor current, OpenReceivedApplication open, SendApplicationMessage send, RecordApplicationStep record, CallOffInterview callOff, PromiseAnswer promise, OpenFormDraft openDraft, LiveWatch live,
    NavigationManager navigation, TimeProvider clock, IStringLocalizer<ApplicationsText> T, IStringLocalizer<InterviewsText> I) : ComponentBase
{
    private readonly FormErrors messageErrors = new();
    private readonly FormErrors recordErrors = new();
    private readonly FormErrors callOffErrors = new();
    private readonly FormErrors promiseErrors = new();
    private EmployerActor employer = null!;
    private ApplicationView? application;
    private DateOnly today;
    private OpenFormDraft.Result? kept;
    private bool asksForFinal;

    [Parameter] public Guid Id { get; set; }

    /// <summary>What has just been done: recorded, sent, offered, moved, calledoff, promised.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "message")] private MessageForm? Message { get; set; }

    [SupplyParameterFromForm(FormName = "record")] private RecordForm? Record { get; set; }

    [SupplyParameterFromForm(FormName = "promise")] private PromiseForm? Promise { get; set; }

    [SupplyParameterFromForm(FormName = "calloff")] private CallOffForm? CallOff { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private bool ShowsRecord => !application!.HasOutcome || Http.Posts("record");

    private string? Success => Done switch
    {
        "recorded" => T["Applicant.Recorded"].Value,
        "sent" => T["View.MessageSent"],
        "promised" when application!.AnswerBy is not null => T["Promise.Done"],
        "offered" => I["Offered"],
        "moved" => I["Moved"],
        "calledoff" => I["CalledOff"],
        _ => null,
    };

    private string? SuccessDetail => Done switch
    {
        "recorded" => T["Applicant.Recorded.What"].Value,
        "promised" => T["Promise.Done.What"],
        "offered" => I["Offered.What"],
        "moved" => I["Moved.What"],
        "calledoff" => I["CalledOff.What"],
        _ => null,
    };

    private string Say => T["Live.Application", T[$"Status.{application!.Status}"], application.Messages.Count];

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        employer = await current.EmployerAsync();
        await live.OnAsync(Leaving, LiveTopic.Organisation(employer.Office.Value), LiveTopic.Application(Id));
        application = await open.RunAsync(new(employer, new SelfApplicationId(Id)), Leaving);
        if (application is null)
            navigation.NotFound();
        live.ChangesAt(application?.Interview?.ChangesByItselfAt);
        Message ??= new MessageForm { Key = NewId.Next(), Body = application?.Draft };
        if (application is not null)
            kept = await openDraft.RunAsync(new(employer.Account, DraftForm.ApplicationStep, $"{Id}", Http.Posted("record")), Leaving);
        Record ??= kept?.Fields.Into<RecordForm>(nameof(Record)) ?? new RecordForm();
    }

    private async Task SendAsync()
    {
        if (application is null)
            return;
        var refusal = await send.RunAsync(new SendApplicationMessage.FromEmployer(employer, application.Id, Message!.Key, Message.Body ?? ""), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"/employer/applications/{Id}?done=sent#messages");
        else
            messageErrors.Add("Body", T[$"Messages.Refused.{refusal}"]);
    }

    private async Task PromiseAsync()
    {
        if (application is null)
            return;
        if (new TimeForm { Day = Promise!.Day, Start = "0:00" }.Read() is not { } day)
        {
            promiseErrors.Add("Promise.Day", T["Promise.Refused.DayMissing"]);
            return;
        }
        var refusal = await promise.RunAsync(new(employer, application.Id, Jst.DayOf(day)), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"/employer/applications/{Id}?done=promised#promise");
        else if (refusal is PromiseRefusal.DayPassed or PromiseRefusal.DayTooFar)
            promiseErrors.Add("Promise.Day", T[$"Promise.Refused.{refusal}"]);
        else
            promiseErrors.Add(T[$"Promise.Refused.{refusal}"]);
    }

    private async Task CallOffAsync()
    {
        if (application is null)
            return;
        var refusal = await callOff.RunAsync(new CallOffInterview.FromEmployer(employer, new InterviewId(CallOff!.Interview), CallOff.Reason ?? ""), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"/employer/applications/{Id}?done=calledoff#interview");
        else
            refusal.Value.AddTo(callOffErrors, I);
    }

    private async Task RecordAsync()
    {
        if (application is null)
            return;
        if (Record!.Back is not null)
            return;
        var step = Enum.TryParse<ApplicationStatus>(Record.Step, out var chosen) ? chosen : default;
        // An outcome can't be changed: it is asked for once more, in words, before it stands.
        if (step is ApplicationStatus.Hired or ApplicationStatus.NotHired && Record.Confirmed != Record.Step && !application.HasOutcome
            && (step is ApplicationStatus.Hired || !string.IsNullOrWhiteSpace(Record.Note)))
        {
            asksForFinal = true;
            return;
        }
        var refusal = await record.RunAsync(new(employer, application.Id, step, Record.Note, Record.Seen), Leaving);
        switch (refusal)
        {
            case null:
                navigation.NavigateTo($"/employer/applications/{Id}?done=recorded");
                break;
            case StepRefusal.StepMissing:
                recordErrors.Add("Step", T[$"Record.Refused.{refusal}"]);
                break;
            case StepRefusal.ReasonMissing or StepRefusal.NoteTooLong:
                recordErrors.Add("Note", T[$"Record.Refused.{refusal}"]);
                break;
            default:
                recordErrors.Add(T[$"Record.Refused.{refusal}"]);
                break;
        }
    }
}
