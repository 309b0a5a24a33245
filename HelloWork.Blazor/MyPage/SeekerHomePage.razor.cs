using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.DirectRequests;
using HelloWork.Blazor.Live;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.MyPage;

/// <summary>ホーム: what waits for the seeker, the nearest deadline first.</summary>
public sealed partial class SeekerHomePage(CurrentActor current, ViewOwnRegistration viewRegistration, ListReceivedRequests listRequests, ListOwnApplications listApplications,
    ListOwnConsultations listConsultations, ListReferrals listReferrals, ListTimesToPick listTimes, LiveWatch live, TimeProvider clock, IStringLocalizer<MyPageText> T, IStringLocalizer<WhenText> W) : ComponentBase
{
    private const int Most = 5;

    private OwnRegistration? own;
    private Page<ReceivedRequestItem> requests = Page<ReceivedRequestItem>.Empty(Most);
    private Page<OwnApplicationItem> applications = Page<OwnApplicationItem>.Empty(Most);
    private IReadOnlyList<OwnConsultation> consultations = [];
    private Page<ReferralItem> referrals = Page<ReferralItem>.Empty(Most);
    private IReadOnlyList<TimesToPick> toPick = [];
    private DateOnly today;

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var seeker = await current.SeekerAsync();
        today = clock.TodayInJapan();
        await live.OnAsync(leaving, LiveTopic.Account(seeker.Account));
        own = await viewRegistration.RunAsync(new(seeker), leaving);
        requests = await listRequests.RunAsync(new(seeker, OpenOnly: true), leaving);
        await live.OnRequestsAsync(requests.Items.Take(Most), leaving);
        toPick = await listTimes.RunAsync(seeker, leaving);
        live.ChangesAt(toPick.Min(t => (DateTime?)t.Until));
        applications = await listApplications.RunAsync(new(seeker, InProgressOnly: true), leaving);
        referrals = await listReferrals.RunAsync(new ListReferrals.OfSeeker(seeker), leaving);
        consultations = await listConsultations.RunAsync(new(seeker, WaitingOnly: true), leaving);
    }

    private string Say => T["Live.Home", requests.TotalCount, applications.Items.Sum(a => a.UnreadMessages)];

    private static string LinkOf(OwnConsultation consultation) =>
        consultation.Request is { } request ? $"/seeker/requests/{request}" : $"/jobs/{consultation.Job}";
}
