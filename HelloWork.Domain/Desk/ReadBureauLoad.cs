using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>管内の混みぐあいを見る: the same of all placement offices, and how much waits at each.</summary>
public sealed class ReadBureauLoad(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Offices">安定所番号 and what waits there, the most first.</param>
    public sealed record Result(DeskLoad All, IReadOnlyList<(string PlacementOfficeCode, int Open, int Overdue)> Offices);

    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public async Task<Result> RunAsync(BureauActor reader, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(reader, ct);
        var today = clock.TodayInJapan();
        var offices = await db.DeskItems.AsNoTracking().Where(i => i.ClosedAt == null).GroupBy(i => new { i.PlacementOfficeCode, Late = i.DueOn < today })
            .Select(g => new { g.Key.PlacementOfficeCode, g.Key.Late, Count = g.Count() }).ToListAsync(ct);
        return new(await db.DeskItems.AsNoTracking().LoadAsync(null, today, ct),
            [.. offices.GroupBy(o => o.PlacementOfficeCode).Select(g => (g.Key, g.Sum(o => o.Count), g.Sum(o => o.Late ? o.Count : 0))).OrderByDescending(o => o.Item2).ThenBy(o => o.Key, StringComparer.Ordinal)]);
    }
}
