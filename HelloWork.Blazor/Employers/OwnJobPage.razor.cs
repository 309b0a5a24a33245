using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Employers.Drafting;
using HelloWork.Domain.Applications;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Drafting;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Employers;

/// <summary>自社の求人の管理: where one job stands, and what can be done with it: change, copy, offer again, end.</summary>
public sealed partial class OwnJobPage(
    CurrentActor current, ListOwnJobs ownJobs, StartJobDraft start, EndJobOffer end, CountPlacesTaken countTaken, CountApplications countApplied, NavigationManager navigation)
{
    private const string StartForm = "start";

    private readonly FormErrors errors = new();
    private readonly FormErrors endErrors = new();
    private EmployerActor employer = null!;
    private OwnJob? job;
    private int taken, applied;
    private bool endPosted;

    [Parameter] public string Number { get; set; } = "";
    [SupplyParameterFromQuery(Name = "done")] private string? Done { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        employer = await current.EmployerAsync();
        job = JobNumber.TryParse(Number, out var number) ? (await ownJobs.RunAsync(new(employer, Number: number), Leaving)).Jobs.Items.SingleOrDefault() : null;
        if (job is null)
        {
            navigation.NotFound();
            return;
        }
        taken = (await countTaken.RunAsync(employer, [job.Number], Leaving)).GetValueOrDefault(job.Number);
        applied = (await countApplied.RunAsync(employer, [job.Number], Leaving)).GetValueOrDefault(job.Number);
        endPosted = Http.Posts(IdOf(JobEndReason.Filled)) || Http.Posts(IdOf(JobEndReason.Withdrawn));
    }

    private static IEnumerable<JobDraftOrigin> Origins(OwnJob job) =>
        [job.State is OwnJobState.Ended ? JobDraftOrigin.Renewal : JobDraftOrigin.Change, JobDraftOrigin.Copy];

    private static string IdOf(JobEndReason reason) => reason is JobEndReason.Filled ? "filled" : "withdrawn";

    private async Task StartAsync()
    {
        if (!Enum.TryParse<JobDraftOrigin>(Http!.Request.Form["Input.Origin"], out var origin) || origin is JobDraftOrigin.New || !Enum.IsDefined(origin))
            return;
        var result = await start.RunAsync(new(employer, job!.Number, origin), Leaving);
        if (result.Draft is { } draft)
            navigation.NavigateTo(JobDraftWords.PathOf(draft, JobStep.General));
        else
            errors.Add(T[$"Start.Refused.{result.Refusal}"]);
    }

    private async Task EndAsync(JobEndReason reason)
    {
        if (await end.RunAsync(new(employer, job!.Number, reason), Leaving) is { } refusal)
            endErrors.Add(T[$"EndRefused.{refusal}"]);
        else
            navigation.NavigateTo($"/employer/jobs/{job.Number}?done=ended");
    }
}
