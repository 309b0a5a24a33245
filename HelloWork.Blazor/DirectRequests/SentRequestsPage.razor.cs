using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.DirectRequests;

/// <summary>リクエスト状況 (DR-10), and what was asked of Hello Work instead (SS-05).</summary>
public sealed partial class SentRequestsPage(CurrentActor actor, ListSentRequests listSent, ListAskedJobs listAsked, ListOwnInquiries ownInquiries, LiveWatch live)
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

    private string Say => T["Live.States", string.Join(T["Live.And"], list!.ByState.Where(s => s.Value > 0).OrderBy(s => s.Key).Select(s => T["Live.State", S[$"State.{s.Key}"], s.Value].Value))];

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var employer = await actor.EmployerAsync();
        await live.OnAsync(leaving, LiveTopic.Organisation(employer.Office.Value));
        state = SentRequestsAddress.ReadState(StateWord);
        jobNumber = JobNumber.TryParse(JobWord, out var number) ? number : null;
        list = await listSent.RunAsync(new(employer, state, jobNumber, int.TryParse(PageWord, out var page) ? page : 1), leaving);
        var open = list.Sent.Items.Where(r => r.State is DirectRequestState.Unread or DirectRequestState.Read).ToList();
        // An open request also ends with its deadline and with the seeker's registration, where nobody touches the request itself.
        live.ChangesAt(open.Select(r => (DateTime?)r.ExpiresAt).Min());
        await live.OnAsync(leaving, [.. open.Select(r => LiveTopic.Profile(r.SeekerId.Value))]);
        asked = await listAsked.RunAsync(employer, leaving);
        inquiries = await ownInquiries.RunAsync(employer, null, leaving);

        states = SentRequestsAddress.Stats(list.ByState, S, jobNumber);
        stateOptions = [.. Enum.GetValues<DirectRequestState>().Select(s => new SelectOption(SentRequestsAddress.Word(s), S[$"State.{s}"]))];
        jobOptions = [.. asked.Select(j => new SelectOption(j.Number.Value, T["Job.Option", j.Title, j.Number]))];
    }
}
