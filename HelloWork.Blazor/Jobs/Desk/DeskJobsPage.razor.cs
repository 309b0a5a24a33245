using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs.Checking;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Jobs.Desk;

/// <summary>求人の確認 (CO-02): the jobs that wait at the counselor's office, the soonest due first.</summary>
public sealed partial class DeskJobsPage(CurrentActor current, ListJobsToCheck listJobs, TimeProvider clock)
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
        list = await listJobs.RunAsync(new(await current.CounselorAsync(), sentBack, int.TryParse(PageWord, out var page) ? page : 1), Http?.RequestAborted ?? default);
    }
}
