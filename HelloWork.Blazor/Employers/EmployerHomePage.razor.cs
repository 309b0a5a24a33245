using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.DirectRequests;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Applications;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Employers;

/// <summary>求人者マイページ: what awaits an answer, where requests stand, which jobs are active.</summary>
public sealed partial class EmployerHomePage(
    CurrentActor actor, ViewOwnOffice viewOffice, ListAwaitingApplications listAwaiting, ListSentRequests listSent, ListOwnJobs ownJobs,
    CountPlacesTaken countTaken, CountApplications countApplied, LiveWatch live)
{
    private const int MostAwaiting = 5;
    private const int MostJobs = 10;

    private ViewOwnOffice.OwnOffice? office;
    private ListAwaitingApplications.Result awaiting = null!;
    private ListAwaitingApplications.Awaiting? overdue;
    private IReadOnlyList<Stat> states = [];
    private ListOwnJobs.Result jobs = null!;
    private IReadOnlyList<OwnJob> shown = [];
    private IReadOnlyDictionary<JobNumber, int> taken = new Dictionary<JobNumber, int>();
    private IReadOnlyDictionary<JobNumber, int> applied = new Dictionary<JobNumber, int>();

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var employer = await actor.EmployerAsync();
        await live.OnAsync(leaving, LiveTopic.Organisation(employer.Office.Value));
        awaiting = await listAwaiting.RunAsync(employer, MostAwaiting, leaving);
        overdue = awaiting.First.FirstOrDefault(a => a.AnswerBy < awaiting.Today);
        states = SentRequestsAddress.Stats((await listSent.RunAsync(new(employer), leaving)).ByState, S, null);
        jobs = await ownJobs.RunAsync(new(employer, OwnJobState.Active), leaving);
        shown = [.. jobs.Jobs.Items.Take(MostJobs)];
        JobNumber[] numbers = [.. shown.Select(j => j.Number)];
        taken = await countTaken.RunAsync(employer, numbers, leaving);
        applied = await countApplied.RunAsync(employer, numbers, leaving);
        office = await viewOffice.RunAsync(employer, leaving);
    }
}
