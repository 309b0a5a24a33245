using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;

namespace HelloWork.Blazor.Accounts;

/// <summary>The first sign-in ends differently for each role: what opens with the account stands beside its own domain.</summary>
public sealed class KeyEntryDoors(ActivateSeekerAccount seeker, ActivateEmployerAccount employer, ActivateProviderAccount provider, ActivateStaffAccount staff)
{
    public Task<KeyEntry> EnterAsync(Role role, Guid account, string key, CancellationToken ct) => role switch
    {
        Role.Seeker => seeker.RunAsync(new(account, key), ct),
        Role.Employer => employer.RunAsync(new(account, key), ct),
        Role.Provider => provider.RunAsync(new(account, key), ct),
        Role.Counselor or Role.BureauOfficer => staff.RunAsync(new(account, key), ct),
        _ => throw new NotAllowedException("No account of this role is opened with a key."),
    };
}
