using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Seekers;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.DirectRequests;

/// <summary>直接リクエストの作成 (DR-01, DR-05). What is typed is kept as a draft, whatever becomes of this page.</summary>
public sealed partial class ComposerPage(
    CurrentActor actor, OpenSeekerProfile open, ListAttachableJobs attachable, ReadRequestDraft readDraft, SaveRequestDraft saveDraft, NavigationManager navigation)
{
    private static readonly string[] notices = ["Notice.Subsidies", "Notice.SeekerChooses", "Notice.Troubles", "Notice.NoWithdrawal"];

    private readonly FormErrors errors = new();
    private IReadOnlyList<Crumb> crumbs = [];
    private EmployerActor sender = null!;
    private SeekerSummary? seeker;
    private OpenRefusal? refused;
    private DateTime? freesUpAt;
    private IReadOnlyList<AttachableJob> jobs = [];
    private DateTimeOffset? savedAt;

    [Parameter] public string Number { get; set; } = "";
    [SupplyParameterFromForm(FormName = "compose")] private ComposeInput? Input { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        sender = await actor.EmployerAsync();
        var opened = PublicNumber.TryParse(Number, out var number) ? await open.RunAsync(new(sender, number, Again: false), Leaving) : new(null);
        (seeker, refused, freesUpAt) = (opened.Profile?.Summary, opened.Refusal, opened.FreesUpAt);
        if (Input is not null && seeker is not { HasMyPage: true })
        {
            // A form that isn't shown can't be posted to: what was typed is kept, and the address itself says why.
            await SaveAsync(number, JobNumber.TryParse(Input.Job, out var posted) ? posted : null);
            navigation.NavigateTo($"/employer/seekers/{number}/request");
        }
        if (seeker is null && refused is null)
            navigation.NotFound();
        if (seeker is null)
            return;

        crumbs = RequestCrumbs.To(seeker.PublicNumber, T);
        jobs = await attachable.RunAsync(sender, number, Leaving) ?? [];
        if (await readDraft.RunAsync(sender, number, Leaving) is { } draft)
        {
            savedAt = new DateTimeOffset(draft.SavedAt);
            Input ??= new ComposeInput { Job = draft.Job?.Value, Message = draft.Message, Agreed = draft.NoticeConfirmed };
        }
        // One job to choose is chosen; of several the employer chooses.
        Input ??= new ComposeInput { Job = jobs.Where(j => j.Bar is null).ToList() is [var only] ? only.Number.Value : null };
    }

    private async Task ConfirmAsync()
    {
        if (seeker is not { HasMyPage: true })
            return;
        var job = JobNumber.TryParse(Input!.Job, out var number) ? jobs.FirstOrDefault(j => j.Number == number) : null;
        var saved = await SaveAsync(seeker.PublicNumber, job?.Number);
        if (saved.Refusal is DraftRefusal.SeekerNotShown)
        {
            navigation.NotFound();
            return;
        }
        savedAt = saved.SavedAt is { } at ? new DateTimeOffset(at) : savedAt;

        if (job is null)
            errors.Add("Input.Job", T["Job.Missing"]);
        else if (job.Bar is { } bar)
            errors.Add("Input.Job", T["Job.Barred", job.Title, T[$"Bar.{bar}"]]);
        if (SendDirectRequest.Check(Input.Message) is { } refusal)
            errors.Add("Input.Message", T[$"Refused.{refusal}"]);
        else if (saved.Refusal is DraftRefusal.NoRoom)
            errors.Add("Input.Message", T[$"Refused.{SendRefusal.MessageTooLong}"]);
        if (!Input.Agreed)
            errors.Add("Input.Agreed", T[$"Refused.{SendRefusal.NoticeNotConfirmed}"]);
        if (!errors.Any)
            navigation.NavigateTo($"/employer/seekers/{seeker.PublicNumber}/request/confirm");
    }

    private Task<SaveRequestDraft.Result> SaveAsync(PublicNumber number, JobNumber? job) =>
        saveDraft.RunAsync(new(sender, number, job, Input!.Message ?? "", Input.Agreed), Leaving);

    public sealed class ComposeInput
    {
        public string? Job { get; set; }
        public string? Message { get; set; }
        public bool Agreed { get; set; }
    }
}
