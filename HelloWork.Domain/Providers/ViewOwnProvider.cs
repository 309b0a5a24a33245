using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Providers;

/// <summary>自団体の立場を見る: who one is on the site, and whether one may use it at this instant (OV-03).</summary>
public sealed class ViewOwnProvider(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProviderActor Viewer);

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<OwnProvider> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var standing = await db.DemandAsync(query.Viewer, now, ct);
        return await db.Providers.Where(p => p.Id == query.Viewer.Provider)
            .Select(p => new OwnProvider(p.Licence, p.Kind, p.Name, standing,
                db.ProviderSuspensions.Where(s => s.ProviderId == p.Id && s.StartsAt <= now && now < s.EndsAt).Max(s => (DateTime?)s.EndsAt))).SingleAsync(ct);
    }
}

/// <param name="SuspendedUntil">UTC: the first instant at which the suspension no longer holds; null without one.</param>
public sealed record OwnProvider(LicenceNumber Licence, ProviderKind Kind, string Name, ProviderStanding Standing, DateTime? SuspendedUntil);
