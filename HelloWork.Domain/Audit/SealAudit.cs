using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Audit;

/// <summary>
/// 監査記録に封をする (OV-05): chains what has come since, batch by batch, and keeps the new head outside of the database. Rows are read and hashed
/// outside of any transaction; what is written is one row per batch, so that no writer waits for it. Two at once do the work once.
/// </summary>
public sealed class SealAudit(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, AuditSettings settings)
{
    /// <summary>How long after its sealing a batch is looked through for rows that came late.</summary>
    public static readonly TimeSpan LatePeriod = TimeSpan.FromHours(24);

    /// <param name="Seals">How many batches were sealed now.</param>
    /// <param name="Head">Null: nothing has ever been sealed.</param>
    public sealed record Result(int Seals, AuditHead? Head);

    public async Task<Result> RunAsync(CancellationToken ct)
    {
        var heads = new AuditHeads(settings.HeadFile);
        var seals = 0;
        var late = await LateAsync(ct);
        while (await NextAsync(late, ct) is var (seal, former) && seal is not null)
        {
            if (!await AddAsync(seal, former, ct))
                // Another node was faster; it does the rest.
                break;
            seals++;
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        var last = await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        var head = last is null ? null : new AuditHead(last.Number, last.TotalRows, last.SealedAt, last.Hash);
        // Also where an earlier run was killed between the seal and its line.
        if (head is not null && heads.Last()?.Hash != head.Hash)
            heads.Append(head);
        return new(seals, head);
    }

    private Task<bool> AddAsync(AuditSeal seal, string former, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var last = await db.AuditSeals.OrderByDescending(s => s.Number).Select(s => s.Hash).FirstOrDefaultAsync(ct) ?? AuditHash.Beginning;
        if (last != former)
            return false;
        db.AuditSeals.Add(seal);
        return true;
    }, ct);

    /// <summary>The next batch, or null where nothing is left to seal.</summary>
    private async Task<(AuditSeal? Seal, string Former)> NextAsync(Queue<AuditEntry> lateRows, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var settle = db is SqliteHelloWorkDbContext ? TimeSpan.Zero : settings.Settle;
        var former = await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(ct);
        var (before, number) = (former?.LastId ?? 0, (former?.Number ?? 0) + 1);
        using var hash = new AuditHash();
        var (gaps, late, rows, last) = (new IdRanges(), new IdRanges(), 0, before);
        await foreach (var row in db.AuditEntries.AsNoTracking().Where(e => e.Id > before).OrderBy(e => e.Id).Take(AuditSeal.MostRows).AsAsyncEnumerable().WithCancellation(ct))
        {
            // A row from the future is a clock that was set wrong; it doesn't hold up the rest for ever.
            if ((row.At > now - settle && row.At <= now + settle) || !gaps.HasRoom)
                break;
            if (row.Id > last + 1)
                gaps.Add(last + 1, row.Id - 1);
            hash.Add(row);
            last = row.Id;
            rows++;
        }
        while (late.HasRoom && lateRows.TryDequeue(out var row))
        {
            late.Add(row.Id, row.Id);
            hash.Add(row);
            rows++;
        }
        var hangsOn = former?.Hash ?? AuditHash.Beginning;
        if (rows == 0)
            return (null, hangsOn);
        var total = (former?.TotalRows ?? 0) + rows;
        return (new AuditSeal(number, before + 1, last, rows, total, gaps, late, now, hash.Finish(hangsOn, number, before + 1, last, rows, total, gaps, late, now)), hangsOn);
    }

    /// <summary>Rows that stand where a batch found none: their transactions took longer than <see cref="AuditSettings.Settle"/>.</summary>
    private async Task<Queue<AuditEntry>> LateAsync(CancellationToken ct)
    {
        var since = clock.UtcNow() - LatePeriod;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = (await db.AuditSeals.Where(s => s.Late != "" && s.SealedAt > since).Select(s => s.Late).ToListAsync(ct)).ConvertAll(IdRanges.Parse);
        var late = new Queue<AuditEntry>();
        foreach (var gaps in await db.AuditSeals.Where(s => s.Gaps != "" && s.SealedAt > since).OrderBy(s => s.Number).Select(s => s.Gaps).ToListAsync(ct))
            foreach (var (first, last) in IdRanges.Parse(gaps).All)
                foreach (var row in await db.AuditEntries.AsNoTracking().Where(e => e.Id >= first && e.Id <= last).OrderBy(e => e.Id).Take(AuditSeal.MostRows).ToListAsync(ct))
                    if (!known.Exists(k => k.Contains(row.Id)))
                        late.Enqueue(row);
        return late;
    }
}
