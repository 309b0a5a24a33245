using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.DirectRequests;

/// <summary>送信する内容の確認 (DR-04): shows the draft as it is kept and sends exactly that. Going back and pressing again sends nothing twice.</summary>
public sealed partial class ConfirmPage(
    CurrentActor actor, OpenSeekerProfile open, ListAttachableJobs attachable, ReadRequestDraft readDraft, FindEarlierRequests findEarlier, SendDirectRequest send,
    TimeProvider clock, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private IReadOnlyList<Crumb> crumbs = [];
    private EmployerActor sender = null!;
    private PublicNumber seeker;
    private OpenRefusal? refused;
    private DateTime? freesUpAt;
    private ReadRequestDraft.Draft? draft;
    private AttachableJob? job;
    private SentRequest? sentAlready;
    private DateOnly today;
    private DateOnly lastDay;
    private bool endsWithJob;

    [Parameter] public string Number { get; set; } = "";
    [SupplyParameterFromForm(FormName = "send")] private SendInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;
    private string composer => $"/employer/seekers/{seeker}/request";

    protected override async Task OnInitializedAsync()
    {
        sender = await actor.EmployerAsync();
        var now = clock.UtcNow();
        today = Jst.DayOf(now);
        var opened = PublicNumber.TryParse(Number, out seeker) ? await open.RunAsync(new(sender, seeker, Again: false), Leaving) : new(null);
        (refused, freesUpAt) = (opened.Refusal, opened.FreesUpAt);
        // A form that isn't shown can't be posted to: the address itself says why.
        if (opened.Profile is null && Input is not null)
            navigation.NavigateTo($"{composer}/confirm");
        if (opened.Profile is null && refused is null)
            navigation.NotFound();
        if (opened.Profile is null)
            return;

        crumbs = RequestCrumbs.To(seeker, T);
        draft = await readDraft.RunAsync(sender, seeker, Leaving);
        job = (await attachable.RunAsync(sender, seeker, Leaving))?.FirstOrDefault(j => j.Number == draft?.Job);
        // The seven days, or the job's last one before them (JO-05).
        var seventh = Jst.DayOf(DirectRequest.DeadlineOf(now)).AddDays(-1);
        endsWithJob = job is not null && job.LastDay < seventh && job.LastDay >= today;
        lastDay = endsWithJob ? job!.LastDay : seventh;
        if (draft is null)
            sentAlready = (await findEarlier.RunAsync(sender, [seeker], Leaving))[seeker].FirstOrDefault();
        if (sentAlready is not null && Input is not null)
            navigation.NavigateTo($"{composer}/sent/{sentAlready.Id}");
        if (sentAlready is null && !IsComplete)
            navigation.NavigateTo(composer);
        if (job?.Bar is { } bar && Input is null)
            errors.Add(T["Job.Barred", job.Title, T[$"Bar.{bar}"]]);
    }

    private bool IsComplete => draft is { NoticeConfirmed: true } && job is not null && SendDirectRequest.Check(draft.Message) is null;

    private async Task SendAsync()
    {
        if (!IsComplete)
            return;
        if (draft!.Fingerprint != Input?.Shown)
        {
            errors.Add(T["Changed"]);
            return;
        }

        var result = await send.RunAsync(new(sender, draft.Job!.Value, seeker, draft.Message, draft.NoticeConfirmed), Leaving);
        var sent = result.Sent
            // Two presses at once: the later one ends where the first one did.
            ?? (result.Bar is JobBar.AlreadyAsked ? (await findEarlier.RunAsync(sender, [seeker], Leaving))[seeker].FirstOrDefault(r => r.Job == draft.Job)?.Id : null);
        if (sent is { } id)
            navigation.NavigateTo($"{composer}/sent/{id}");
        else if (result.Refusal is SendRefusal.SeekerNotShown)
            navigation.NotFound();
        else
            errors.Add(result.Bar is { } bar ? T["Job.Barred", job!.Title, T[$"Bar.{bar}"]] : T[$"Refused.{result.Refusal}"]);
    }

    public sealed class SendInput
    {
        /// <summary>The fingerprint of the draft that was on the page.</summary>
        public string? Shown { get; set; }
    }
}
