using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>やりとりのある団体: those that wrote, opened the profile (SS-06) or are blocked, by name.</summary>
public sealed class ListProvidersInTouch(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProvisionActor Seeker);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public async Task<IReadOnlyList<ProviderInTouch>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var seeker = query.Seeker.Seeker;
        await db.DemandAsync(query.Seeker, clock.UtcNow(), ct);
        var opened = (await db.ProfileViews.Where(v => v.SeekerId == seeker && v.ViewerKind == ViewerKind.Provider)
            .GroupBy(v => v.ViewerOrganisationId).Select(g => new { Id = g.Key, At = g.Max(v => v.ViewedAt) }).ToListAsync(ct)).ToDictionary(v => new ProviderId(v.Id), v => v.At);
        var ids = opened.Keys.ToList();
        var rows = await db.Providers.AsNoTracking()
            .Where(p => ids.Contains(p.Id) || db.Conversations.Any(c => c.SeekerId == seeker && c.ProviderId == p.Id) || db.ProviderBlocks.Any(b => b.SeekerId == seeker && b.ProviderId == p.Id))
            .OrderBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id, p.Name, p.Group,
                BlockedAt = db.ProviderBlocks.Where(b => b.SeekerId == seeker && b.ProviderId == p.Id).Select(b => (DateTime?)b.BlockedAt).SingleOrDefault(),
                WroteAt = db.Conversations.Where(c => c.SeekerId == seeker && c.ProviderId == p.Id).Select(c => (DateTime?)c.StartedAt).SingleOrDefault(),
            }).ToListAsync(ct);
        return rows.ConvertAll(r => new ProviderInTouch(r.Id, r.Name, r.Group, opened.TryGetValue(r.Id, out var at) ? at : null, r.WroteAt, r.BlockedAt));
    }
}

/// <param name="OpenedAt">When it last opened the profile.</param>
/// <param name="WroteAt">When its first message came.</param>
/// <param name="BlockedAt">Null: not blocked.</param>
public sealed record ProviderInTouch(ProviderId Id, string Name, ProviderGroup Group, DateTime? OpenedAt, DateTime? WroteAt, DateTime? BlockedAt);
