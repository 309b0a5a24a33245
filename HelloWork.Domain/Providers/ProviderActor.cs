using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Providers;

/// <summary>Who acts for a provider: every provider verb takes one and checks it against the database first.</summary>
public sealed record ProviderActor(Guid Account, ProviderId Provider);

public static class ProviderAccess
{
    /// <summary>Checks who acts and tells the provider's standing: what only a provider in good standing may do, the verb refuses itself.</summary>
    /// <exception cref="NotAllowedException">The account can't sign in any more or doesn't stand for the provider.</exception>
    public static async Task<ProviderStanding> DemandAsync(this HelloWorkDbContext db, ProviderActor actor, DateTime now, CancellationToken ct)
    {
        // One statement for all three: it comes before everything a provider does.
        var good = db.ProvidersInGoodStanding(now);
        var provider = await db.Providers
            .Where(p => p.Id == actor.Provider && db.ProviderMembers.Any(m => m.AccountId == actor.Account && m.ProviderId == p.Id
                && db.Users.Any(a => a.Id == m.AccountId && a.Role == Role.Provider && a.DisabledAt == null && a.ActivatedAt != null)))
            .Select(p => new { IsRemoved = p.RemovedAt != null, IsGood = good.Any(g => g.Id == p.Id) })
            .SingleOrDefaultAsync(ct) ?? throw new NotAllowedException("The account doesn't act for this provider.");
        return provider.IsRemoved ? ProviderStanding.Removed : provider.IsGood ? ProviderStanding.Good : ProviderStanding.Suspended;
    }

    /// <summary>Providers that may see and write at this instant: not removed, and no suspension holds (OV-03).</summary>
    public static IQueryable<Provider> ProvidersInGoodStanding(this HelloWorkDbContext db, DateTime now) =>
        db.Providers.Where(p => p.RemovedAt == null && !db.ProviderSuspensions.Any(s => s.ProviderId == p.Id && s.StartsAt <= now && now < s.EndsAt));
}
