using System.Security.Claims;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HelloWork.Blazor.Accounts;

/// <summary>What a sign-in carries: role, the name to greet with, and the office, provider or seeker it acts for.</summary>
public sealed class PortalPrincipalFactory(UserManager<Account> users, IOptions<IdentityOptions> options, IDbContextFactory<HelloWorkDbContext> contexts)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account account)
    {
        var identity = await base.GenerateClaimsAsync(account);
        identity.AddClaim(new Claim(ClaimTypes.Role, RoleNames.Of(account.Role)));
        identity.AddClaim(new Claim(CurrentActor.DisplayNameClaim, account.DisplayName));

        await using var db = await contexts.CreateDbContextAsync();
        if (account.Role is Role.Employer && await db.OfficeMembers.SingleOrDefaultAsync(m => m.AccountId == account.Id) is { } member)
            identity.AddClaim(new Claim(CurrentActor.OfficeClaim, member.OfficeId.ToString()));
        if (account.Role is Role.Provider && await db.ProviderMembers.SingleOrDefaultAsync(m => m.AccountId == account.Id) is { } acting)
            identity.AddClaim(new Claim(CurrentActor.ProviderClaim, acting.ProviderId.ToString()));
        if (account.Role is Role.Seeker && await db.Seekers.Where(s => s.AccountId == account.Id).Select(s => s.Id.ToString()).SingleOrDefaultAsync() is { } seeker)
            identity.AddClaim(new Claim(CurrentActor.SeekerClaim, seeker));
        return identity;
    }
}
