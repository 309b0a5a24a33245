using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Desk;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs.Checking;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Jobs.Desk;

/// <summary>求人の確認 (CO-02): the jobs that wait at the counselor's office, the soonest due first.</summary>
public sealed partial class DeskJobsPage(CurrentActor current, ListJobsToCheck listJobs, FindDesk find, LiveWatch live, TimeProvider clock)
{
    private ListJobsToCheck.Result? list;
    private DateOnly today;
    private bool sentBack;

    [SupplyParameterFromQuery(Name = "state")] private string? StateWord { get; set; }
    [SupplyParameterFromQuery(Name = "page")] private string? PageWord { get; set; }
    [SupplyParameterFromQuery(Name = "done")] private string? Done { get; set; }
    [SupplyParameterFromQuery(Name = "job")] private string? Job { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        sentBack = StateWord == "sent-back";
        var counselor = await current.CounselorAsync();
        await live.OnDeskAsync(find, counselor, Http?.RequestAborted ?? default);
        list = await listJobs.RunAsync(new(counselor, sentBack, int.TryParse(PageWord, out var page) ? page : 1), Http?.RequestAborted ?? default);
    }
}
