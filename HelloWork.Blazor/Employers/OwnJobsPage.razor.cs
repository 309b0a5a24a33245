using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Applications;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Drafting;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Employers;

/// <summary>自社の求人一覧, with the state each has today, its places for requests and its applications.</summary>
public sealed partial class OwnJobsPage(CurrentActor actor, ListOwnJobs ownJobs, ListJobDrafts listDrafts, CountPlacesTaken countTaken, CountApplications countApplied)
{
    private static readonly Dictionary<OwnJobState, string> Words = new()
    {
        [OwnJobState.Active] = "active",
        [OwnJobState.AwaitingCheck] = "awaiting-check",
        [OwnJobState.Ended] = "ended",
    };

    private ListOwnJobs.Result? list;
    private OwnJobState? state;
    private IReadOnlyList<ListJobDrafts.Row> drafts = [];
    private IReadOnlyList<Stat> states = [];
    private IReadOnlyDictionary<JobNumber, int> taken = new Dictionary<JobNumber, int>();
    private IReadOnlyDictionary<JobNumber, int> applied = new Dictionary<JobNumber, int>();

    [SupplyParameterFromQuery(Name = "state")] private string? StateWord { get; set; }
    [SupplyParameterFromQuery(Name = "page")] private string? PageWord { get; set; }
    [SupplyParameterFromQuery(Name = "done")] private string? Done { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var employer = await actor.EmployerAsync();
        state = Words.FirstOrDefault(w => w.Value == StateWord) is { Value: not null } known ? known.Key : null;
        list = await ownJobs.RunAsync(new(employer, state, int.TryParse(PageWord, out var page) ? page : 1), leaving);
        states = [.. list.Counts.OrderBy(c => c.Key).Select(c => new Stat(T[$"State.{c.Key}"], c.Value, $"/employer/jobs?state={Words[c.Key]}"))];
        drafts = await listDrafts.RunAsync(employer, leaving);
        JobNumber[] numbers = [.. list.Jobs.Items.Select(j => j.Number)];
        taken = await countTaken.RunAsync(employer, numbers, leaving);
        applied = await countApplied.RunAsync(employer, numbers, leaving);
    }
}
