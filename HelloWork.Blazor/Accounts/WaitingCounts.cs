using System.Security.Claims;
using HelloWork.Blazor.Live;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Seekers;

namespace HelloWork.Blazor.Accounts;

/// <summary>The numbers beside the menu's entries.</summary>
public sealed class WaitingCounts(CurrentActor current, CountWaiting count, CountUnreadMessages unread, CountPressingDeletions deletions, CountDeskWork desk, CountOpenViolations violations,
    LiveWatch live)
{
    public async Task<NavCounts> ReadAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            if (user.IsInRole(RoleNames.Seeker))
            {
                var seeker = await current.SeekerAsync();
                await live.OnAsync(ct, LiveTopic.Account(seeker.Account));
                var counts = new Dictionary<string, int> { ["/provision/messages"] = await unread.RunAsync(await current.ProvisionAsync(), ct) };
                await AddMyPageAsync(counts, seeker, ct);
                return new(counts);
            }
            if (user.IsInRole(RoleNames.Employer))
            {
                var employer = await current.EmployerAsync();
                await live.OnAsync(ct, LiveTopic.Account(employer.Account), LiveTopic.Organisation(employer.Office.Value));
                return new(new Dictionary<string, int> { ["/employer/applications"] = await count.RunAsync(employer, ct) });
            }
            if (user.IsInRole(RoleNames.Provider))
            {
                var provider = await current.ProviderAsync();
                await live.OnAsync(ct, LiveTopic.Account(provider.Account), LiveTopic.Organisation(provider.Provider.Value));
                return new(new Dictionary<string, int> { ["/provider/messages"] = await unread.RunAsync(provider, ct), ["/provider/deletions"] = await deletions.RunAsync(provider, ct) });
            }
            if (user.IsInRole(RoleNames.Counselor))
                return await AtDeskAsync(await current.CounselorAsync(), ct);
            if (user.IsInRole(RoleNames.BureauOfficer))
            {
                var officer = await current.BureauAsync();
                await live.OnAsync(ct, LiveTopic.Account(officer.Account), LiveTopic.Bureau);
                return new(new Dictionary<string, int> { ["/bureau/violations"] = await violations.RunAsync(officer, ct) });
            }
        }
        catch (NotAllowedException)
        {
            // Who doesn't act for anybody any more has no menu numbers; the page itself says so.
        }
        return NavCounts.None;
    }

    private async Task<NavCounts> AtDeskAsync(CounselorActor counselor, CancellationToken ct)
    {
        var (office, waiting) = await desk.RunAsync(counselor, ct);
        await live.OnAsync(ct, LiveTopic.Account(counselor.Account), LiveTopic.Desk(office));
        return new(new Dictionary<string, int>
        {
            ["/desk/jobs"] = waiting.GetValueOrDefault(DeskItemKind.JobCheck),
            ["/desk/inquiries"] = waiting.GetValueOrDefault(DeskItemKind.Inquiry) + waiting.GetValueOrDefault(DeskItemKind.Consultation),
            ["/desk/complaints"] = waiting.GetValueOrDefault(DeskItemKind.Complaint),
        });
    }

    /// <summary>A person may have the provision site and no MyPage (AC-05): then MyPage has no numbers.</summary>
    private async Task AddMyPageAsync(Dictionary<string, int> counts, SeekerActor seeker, CancellationToken ct)
    {
        try
        {
            (counts["/seeker/requests"], counts["/seeker/applications"]) = await count.RunAsync(seeker, ct);
        }
        catch (NotAllowedException)
        {
        }
    }
}
