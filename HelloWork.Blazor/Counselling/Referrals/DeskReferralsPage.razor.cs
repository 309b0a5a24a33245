using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Desk;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Desk;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling.Referrals;

/// <summary>職業紹介: what this office referred, those that await an outcome first (CO-04).</summary>
public sealed partial class DeskReferralsPage(CurrentActor current, ListReferrals read, FindDesk find, LiveWatch live, TimeProvider clock) : ComponentBase
{
    private DeskReferrals? list;
    private DateOnly today;

    /// <summary>done: those with an outcome.</summary>
    [SupplyParameterFromQuery] private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private int? PageNumber { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        var counselor = await current.CounselorAsync();
        await live.OnDeskAsync(find, counselor, Http?.RequestAborted ?? default);
        list = await read.RunAsync(new ListReferrals.OfDesk(counselor, Show != "done", PageNumber ?? 1), Http?.RequestAborted ?? default);
    }
}
