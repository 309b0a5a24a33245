using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Data.Feed;

/// <summary>変更の知らせを読む: what has changed since a place in the feed, in order, nothing missed and nothing twice.</summary>
public sealed class ReadChanges(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int Usually = 5_000;

    // Null: not known yet, or another database.
    private volatile SqliteFile? _sqlite;

    /// <param name="Timeout">Of each statement in seconds; null: the driver's own.</param>
    private sealed record SqliteFile(string Address, int? Timeout);

    /// <summary>The end of the feed: whatever is read from the tables after this call holds everything up to it.</summary>
    public Task<long> EndAsync(CancellationToken ct) => AskAsync(async log => await log.LimitAsync(ct) - 1, ct);

    /// <param name="after">The <see cref="ChangesRead.Through"/> of the part before, or what <see cref="EndAsync"/> said.</param>
    /// <param name="most">How many changes at once, at least one.</param>
    public Task<ChangesRead> RunAsync(long after, int most, CancellationToken ct) => AskAsync(log => log.ReadAsync(after, Math.Max(1, most), ct), ct);

    /// <summary>
    /// Before every search: on SQLite making a context, and opening its connection through EF, takes longer than the answer. On SQL Server it is little beside the way there,
    /// and opening through EF is tried again when it fails.
    /// </summary>
    private async Task<T> AskAsync<T>(Func<ChangeLog, Task<T>> ask, CancellationToken ct)
    {
        if (_sqlite is { } known)
        {
            await using var own = new SqliteConnection(known.Address);
            await own.OpenAsync(ct);
            return await ask(ChangeLog.On(own, onSqlite: true, known.Timeout));
        }
        await using var db = await contexts.CreateDbContextAsync(ct);
        var timeout = db.Database.GetCommandTimeout();
        if (db is SqliteHelloWorkDbContext)
            _sqlite = new(db.Database.GetConnectionString()!, timeout);
        await db.Database.OpenConnectionAsync(ct);
        return await ask(ChangeLog.On(db.Database.GetDbConnection(), _sqlite is not null, timeout));
    }
}
