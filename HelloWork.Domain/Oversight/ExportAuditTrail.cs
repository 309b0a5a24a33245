using System.Runtime.CompilerServices;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>監査記録を書き出す (OV-05): all rows of a search, newest first, however many. Recorded before the first one is handed out.</summary>
public sealed class ExportAuditTrail(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int RowsAtOnce = 1000;

    public sealed record Command(BureauActor Officer, AuditFilter Filter);

    /// <returns>The rows that are there now, read in small steps while they are taken. Null: nobody has that name.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public async Task<IAsyncEnumerable<AuditLine>?> RunAsync(Command command, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(command.Officer, ct);
        var match = await db.MatchAsync(command.Filter, ct);
        if (match.Rows is null)
            return null;
        var last = await db.AuditEntries.MaxAsync(e => (long?)e.Id, ct) ?? 0;
        await contexts.WriteAsync(write =>
        {
            write.Record(clock.UtcNow(), command.Officer.Account, nameof(ExportAuditTrail), nameof(AuditEntry), match.Subject ?? "-", $"through {last}; {command.Filter.Described()}");
            return Task.FromResult(true);
        }, ct);
        return ReadAsync(command.Filter, last, ct);
    }

    private async IAsyncEnumerable<AuditLine> ReadAsync(AuditFilter filter, long last, [EnumeratorCancellation] CancellationToken ct)
    {
        AuditPlace? place = null;
        while (true)
        {
            // A context for each step: a reader that stays open for minutes would keep SQLite's journal from being emptied.
            await using var db = await contexts.CreateDbContextAsync(ct);
            var match = await db.MatchAsync(filter, ct);
            if (match.Rows is null)
                yield break;
            var rows = await match.Rows.Where(e => e.Id <= last).OlderThan(place).Take(RowsAtOnce).ToListAsync(ct);
            foreach (var line in await db.DescribeAsync(rows, ct))
                yield return line;
            if (rows.Count < RowsAtOnce)
                yield break;
            place = new AuditPlace(rows[^1].At, rows[^1].Id);
        }
    }
}
