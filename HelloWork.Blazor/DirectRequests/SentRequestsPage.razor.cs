using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.DirectRequests;

/// <summary>リクエスト状況 (DR-10), and what was asked of Hello Work instead (SS-05).</summary>
public sealed partial class SentRequestsPage(CurrentActor actor, ListSentRequests listSent, ListAskedJobs listAsked, ListOwnInquiries ownInquiries)
{
    private ListSentRequests.Result? list;
    private IReadOnlyList<ListAskedJobs.AskedJob> asked = [];
    private IReadOnlyList<ListOwnInquiries.Inquiry> inquiries = [];
    private IReadOnlyList<Stat> states = [];
    private IReadOnlyList<SelectOption> stateOptions = [];
    private IReadOnlyList<SelectOption> jobOptions = [];
    private DirectRequestState? state;
    private JobNumber? jobNumber;

    [SupplyParameterFromQuery(Name = "state")] private string? StateWord { get; set; }
    [SupplyParameterFromQuery(Name = "job")] private string? JobWord { get; set; }
    [SupplyParameterFromQuery(Name = "page")] private string? PageWord { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var employer = await actor.EmployerAsync();
        state = SentRequestsAddress.ReadState(StateWord);
        jobNumber = JobNumber.TryParse(JobWord, out var number) ? number : null;
        list = await listSent.RunAsync(new(employer, state, jobNumber, int.TryParse(PageWord, out var page) ? page : 1), leaving);
        asked = await listAsked.RunAsync(employer, leaving);
        inquiries = await ownInquiries.RunAsync(employer, null, leaving);

        states = SentRequestsAddress.Stats(list.ByState, S, jobNumber);
        stateOptions = [.. Enum.GetValues<DirectRequestState>().Select(s => new SelectOption(SentRequestsAddress.Word(s), S[$"State.{s}"]))];
        jobOptions = [.. asked.Select(j => new SelectOption(j.Number.Value, T["Job.Option", j.Title, j.Number]))];
    }
}
