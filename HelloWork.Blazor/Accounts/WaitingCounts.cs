using System.Security.Claims;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;

namespace HelloWork.Blazor.Accounts;

/// <summary>The numbers beside the menu's entries.</summary>
public sealed class WaitingCounts(CurrentActor current, CountWaiting count)
{
    public async Task<NavCounts> ReadAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            if (user.IsInRole(RoleNames.Seeker))
            {
                var (requests, messages) = await count.RunAsync(await current.SeekerAsync(), ct);
                return new(new Dictionary<string, int> { ["/seeker/requests"] = requests, ["/seeker/applications"] = messages });
            }
            if (user.IsInRole(RoleNames.Employer))
                return new(new Dictionary<string, int> { ["/employer/applications"] = await count.RunAsync(await current.EmployerAsync(), ct) });
        }
        catch (NotAllowedException)
        {
            // A closed MyPage has no menu numbers; the page itself says so.
        }
        return NavCounts.None;
    }
}
