using System.Security.Claims;
using HelloWork.Blazor.Live;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Accounts;

/// <summary>The numbers beside the menu's entries.</summary>
public sealed class WaitingCounts(CurrentActor current, CountWaiting count, LiveWatch live)
{
    public async Task<NavCounts> ReadAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            if (user.IsInRole(RoleNames.Seeker))
            {
                var seeker = await current.SeekerAsync();
                await live.OnAsync(ct, LiveTopic.Account(seeker.Account));
                var (requests, messages) = await count.RunAsync(seeker, ct);
                return new(new Dictionary<string, int> { ["/seeker/requests"] = requests, ["/seeker/applications"] = messages });
            }
            if (user.IsInRole(RoleNames.Employer))
            {
                var employer = await current.EmployerAsync();
                await live.OnAsync(ct, LiveTopic.Account(employer.Account), LiveTopic.Organisation(employer.Office.Value));
                return new(new Dictionary<string, int> { ["/employer/applications"] = await count.RunAsync(employer, ct) });
            }
        }
        catch (NotAllowedException)
        {
            // A closed MyPage has no menu numbers; the page itself says so.
        }
        return NavCounts.None;
    }
}
