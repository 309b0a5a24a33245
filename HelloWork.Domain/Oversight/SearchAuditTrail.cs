using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>監査記録をさがす (OV-05): for the bureau, newest first. A look at one person or record is an act of its own and recorded.</summary>
public sealed class SearchAuditTrail(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int PageSize = 50;
    /// <summary>Counted exactly up to here.</summary>
    public const int MostCounted = 10_000;

    /// <param name="Before">Null: the first page.</param>
    public sealed record Query(BureauActor Officer, AuditFilter Filter, AuditPlace? Before = null);

    /// <param name="Count">Of all that fits, at most <see cref="MostCounted"/> + 1.</param>
    /// <param name="Older">Where the next page begins; null: this is the last.</param>
    public sealed record Result(IReadOnlyList<AuditLine> Lines, int Count, AuditPlace? Older, AuditFault? Fault, ChainState Chain);

    /// <summary>How far the trail is sealed.</summary>
    /// <param name="Last">Null: nothing yet.</param>
    /// <param name="Waiting">Rows not sealed yet, at most <see cref="MostCounted"/> + 1.</param>
    public sealed record ChainState(AuditHead? Last, int Waiting);

    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Officer, ct);
        var chain = await ChainAsync(db, ct);
        var match = await db.MatchAsync(query.Filter, ct);
        if (match.Rows is null)
        {
            await NoteAsync(query, match.Subject, ct);
            return new([], 0, null, match.Fault, chain);
        }
        var count = await match.Rows.OrderByDescending(e => e.At).Take(MostCounted + 1).CountAsync(ct);
        var rows = await match.Rows.OlderThan(query.Before).Take(PageSize + 1).ToListAsync(ct);
        // Last, so that it isn't among its own results.
        await NoteAsync(query, match.Subject, ct);
        AuditPlace? older = rows.Count > PageSize ? new AuditPlace(rows[PageSize - 1].At, rows[PageSize - 1].Id) : null;
        return new(await db.DescribeAsync(rows.GetRange(0, Math.Min(PageSize, rows.Count)), ct), count, older, null, chain);
    }

    private async Task NoteAsync(Query query, string? subject, CancellationToken ct)
    {
        if (!query.Filter.IsTargeted || query.Before is not null)
            return;
        await contexts.WriteAsync(db =>
        {
            db.Record(clock.UtcNow(), query.Officer.Account, nameof(SearchAuditTrail), nameof(AuditEntry), subject ?? "-", query.Filter.Described());
            return Task.FromResult(true);
        }, ct);
    }

    private static async Task<ChainState> ChainAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var last = await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        var end = last?.LastId ?? 0;
        var waiting = await db.AuditEntries.Where(e => e.Id > end).OrderBy(e => e.Id).Take(MostCounted + 1).CountAsync(ct);
        return new(last is null ? null : new AuditHead(last.Number, last.TotalRows, last.SealedAt, last.Hash), waiting);
    }
}
