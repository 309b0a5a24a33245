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
        var stands = await db.ProviderMembers.AnyAsync(m => m.AccountId == actor.Account && m.ProviderId == actor.Provider
            && db.Users.Any(a => a.Id == m.AccountId && a.Role == Role.Provider && a.DisabledAt == null && a.ActivatedAt != null), ct);
        if (!stands)
            throw new NotAllowedException("The account doesn't act for this provider.");
        if (await db.Providers.AnyAsync(p => p.Id == actor.Provider && p.RemovedAt != null, ct))
            return ProviderStanding.Removed;
        return await db.ProvidersInGoodStanding(now).AnyAsync(p => p.Id == actor.Provider, ct) ? ProviderStanding.Good : ProviderStanding.Suspended;
    }

    /// <summary>Providers that may see and write at this instant: not removed, and no suspension holds (OV-03).</summary>
    public static IQueryable<Provider> ProvidersInGoodStanding(this HelloWorkDbContext db, DateTime now) =>
        db.Providers.Where(p => p.RemovedAt == null && !db.ProviderSuspensions.Any(s => s.ProviderId == p.Id && s.StartsAt <= now && now < s.EndsAt));
}
