using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Providers;

/// <summary>利用団体の一覧: for the bureau, the latest admitted first (PR-01).</summary>
public sealed class ListProviders(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int PageSize = 30;

    public sealed record Query(BureauActor Officer, int Page = 1);

    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public async Task<Page<AdmittedProvider>> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Officer, ct);
        var count = await db.Providers.CountAsync(ct);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var good = db.ProvidersInGoodStanding(now);
        var rows = await db.Providers.AsNoTracking().OrderByDescending(p => p.AdmittedAt).ThenBy(p => p.Licence).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(p => new { Provider = p, Handling = p.Handling.ToList(), Good = good.Any(g => g.Id == p.Id) }).ToListAsync(ct);
        return new(rows.ConvertAll(r => new AdmittedProvider(r.Provider.Id, r.Provider.Licence, r.Provider.Kind, r.Provider.Name, r.Provider.PrivacyMark, Handling.Of(r.Handling), r.Provider.AdmittedAt,
            r.Good ? ProviderStanding.Good : r.Provider.RemovedAt is null ? ProviderStanding.Suspended : ProviderStanding.Removed)), count, page, PageSize);
    }
}

public sealed record AdmittedProvider(ProviderId Id, LicenceNumber Licence, ProviderKind Kind, string Name, PrivacyMarkNumber? PrivacyMark, Handling Handling, DateTime AdmittedAt, ProviderStanding Standing);
