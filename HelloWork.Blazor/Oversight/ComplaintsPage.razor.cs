using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>苦情・違反: the reports at the counselor's office (CO-05).</summary>
public sealed partial class ComplaintsPage(CurrentActor actor, ListComplaints list, TimeProvider clock)
{
    private ListComplaints.Result? result;
    private DateOnly today;

    [SupplyParameterFromQuery] private string? Show { get; set; }
    [SupplyParameterFromQuery(Name = "page")] private string? PageWord { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private bool Decided => Show == "decided";

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        result = await list.RunAsync(new(await actor.CounselorAsync(), Decided, int.TryParse(PageWord, out var page) ? page : 1), Http?.RequestAborted ?? default);
    }
}
