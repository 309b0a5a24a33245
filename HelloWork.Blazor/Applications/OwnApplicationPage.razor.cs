using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

public sealed partial class OwnApplicationPage(CurrentActor current, OpenOwnApplication open, SendApplicationMessage send, WithdrawApplication withdraw, PickInterviewTime pick,
    TurnDownInterviewTimes turnDown, CallOffInterview callOff, LiveWatch live, NavigationManager navigation,
    TimeProvider clock, IStringLocalizer<ApplicationsText> T, IStringLocalizer<InterviewsText> I, IStringLocalizer<WhenText> W) : ComponentBase
{
    private readonly FormErrors messageErrors = new();
    private readonly FormErrors withdrawErrors = new();
    private SeekerActor seeker = null!;
    private ApplicationView? application;
    private DateOnly today;

    [Parameter] public Guid Id { get; set; }

    /// <summary>What has just been done: applied, withdrawn, sent, picked, turneddown, calledoff.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "message")] private MessageForm? Message { get; set; }

    [SupplyParameterFromForm(FormName = "withdraw")] private WithdrawForm? Withdrawal { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private bool ShowsWithdraw => !application!.HasOutcome || Http.Posts("withdraw");

    private string? Success => Done switch
    {
        "applied" when application!.Status is not ApplicationStatus.Withdrawn => T["View.Sent"].Value,
        "withdrawn" when application!.Status is ApplicationStatus.Withdrawn => T["View.Withdrawn"],
        "sent" => T["View.MessageSent"],
        "picked" when application!.Interview is { State: InterviewState.Agreed } => I["Picked"],
        "turneddown" when application!.Interview is { State: InterviewState.NoneSuits } => I["TurnedDown"],
        "calledoff" when application!.Interview is { State: InterviewState.CalledOff } => I["CalledOff"],
        _ => null,
    };

    private string Say => T["Live.Application", T[$"Status.{application!.Status}"], application.Messages.Count];

    private string? SuccessDetail => Done switch
    {
        "applied" => T["View.Sent.What", application!.OfficeName].Value,
        "withdrawn" => T["View.Withdrawn.What"],
        "picked" => application!.Interview is { RemindAt: { } at } ? I["Picked.What", W.Moment(at, today)] : I["Picked.What.Soon"],
        "turneddown" => I["TurnedDown.What"],
        "calledoff" => I["CalledOff.What"],
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        seeker = await current.SeekerAsync();
        await live.OnAsync(Leaving, LiveTopic.Account(seeker.Account), LiveTopic.Application(Id));
        application = await open.RunAsync(new(seeker, new SelfApplicationId(Id)), Leaving);
        if (application is null)
            navigation.NotFound();
        live.ChangesAt(application?.Interview?.ChangesByItselfAt);
        Message ??= new MessageForm { Key = NewId.Next(), Body = application?.Draft };
    }

    private async Task SendAsync()
    {
        if (application is null)
            return;
        var refusal = await send.RunAsync(new SendApplicationMessage.FromSeeker(seeker, application.Id, Message!.Key, Message.Body ?? ""), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"/seeker/applications/{Id}?done=sent#messages");
        else
            messageErrors.Add("Body", T[$"Messages.Refused.{refusal}"]);
    }

    private async Task WithdrawAsync()
    {
        if (application is null)
            return;
        var refusal = await withdraw.RunAsync(new(seeker, application.Id, Withdrawal?.Reason), Leaving);
        if (refusal is null or WithdrawRefusal.AlreadyWithdrawn)
            navigation.NavigateTo($"/seeker/applications/{Id}?done=withdrawn");
        else if (refusal is WithdrawRefusal.ReasonTooLong)
            withdrawErrors.Add("Reason", T[$"Withdraw.Refused.{refusal}"]);
        else
            withdrawErrors.Add(T[$"Withdraw.Refused.{refusal}"]);
    }

    private sealed class WithdrawForm
    {
        public string? Reason { get; set; }
    }
}
