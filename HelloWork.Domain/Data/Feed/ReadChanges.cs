using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Data.Feed;

/// <summary>変更の知らせを読む: what has changed since a place in the feed, in order, nothing missed and nothing twice.</summary>
public sealed class ReadChanges(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int Usually = 5_000;

    // Asked before every search: a context, and a connection opened by EF, would take longer than the answer.
    private volatile Database? _database;

    /// <summary>The end of the feed: whatever is read from the tables after this call holds everything up to it.</summary>
    public Task<long> EndAsync(CancellationToken ct) => AskAsync(async log => await log.LimitAsync(ct) - 1, ct);

    /// <param name="after">The <see cref="ChangesRead.Through"/> of the part before, or what <see cref="EndAsync"/> said.</param>
    /// <param name="most">How many changes at once, at least one.</param>
    public Task<ChangesRead> RunAsync(long after, int most, CancellationToken ct) => AskAsync(log => log.ReadAsync(after, Math.Max(1, most), ct), ct);

    private async Task<T> AskAsync<T>(Func<ChangeLog, Task<T>> ask, CancellationToken ct)
    {
        var database = _database ??= await Database.OfAsync(contexts, ct);
        await using var connection = database.Connect();
        await connection.OpenAsync(ct);
        return await ask(ChangeLog.On(connection, database.OnSqlite, database.Timeout));
    }

    /// <param name="Timeout">Seconds; null: the driver's own.</param>
    private sealed record Database(DbProviderFactory Provider, string Address, bool OnSqlite, int? Timeout)
    {
        public static async Task<Database> OfAsync(IDbContextFactory<HelloWorkDbContext> contexts, CancellationToken ct)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            return new(DbProviderFactories.GetFactory(db.Database.GetDbConnection())!, db.Database.GetConnectionString()!, db is SqliteHelloWorkDbContext, db.Database.GetCommandTimeout());
        }

        public DbConnection Connect()
        {
            var connection = Provider.CreateConnection()!;
            connection.ConnectionString = Address;
            return connection;
        }
    }
}
