using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Accounts;

/// <summary>Where an account's owner arrives after signing in.</summary>
public sealed class AccountHome(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public async Task<string> OfAsync(Guid account, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var role = await db.Users.Where(a => a.Id == account).Select(a => a.Role).SingleAsync(ct);
        return role switch
        {
            // Who opened the provision site alone has no MyPage to arrive at (AC-05).
            Role.Seeker => await db.Seekers.WithMyPage().AnyAsync(s => s.AccountId == account, ct) ? "/seeker" : "/provision",
            Role.Employer => "/employer",
            Role.Provider => "/provider",
            Role.BureauOfficer => "/bureau",
            Role.Counselor => "/desk",
            _ => "/account",
        };
    }
}
