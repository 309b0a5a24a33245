using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Desk;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>苦情・違反: the reports at the counselor's office (CO-05).</summary>
public sealed partial class ComplaintsPage(CurrentActor actor, ListComplaints list, FindDesk find, LiveWatch live, TimeProvider clock)
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
        var counselor = await actor.CounselorAsync();
        await live.OnDeskAsync(find, counselor, Http?.RequestAborted ?? default);
        result = await list.RunAsync(new(counselor, Decided, int.TryParse(PageWord, out var page) ? page : 1), Http?.RequestAborted ?? default);
    }
}
