using HelloWork.Domain.Data.Feed;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Data;

/// <summary>Brings the database to the current schema; safe to call at every start, also after a start that was killed in the middle.</summary>
public sealed class DatabaseMigration(IDbContextFactory<HelloWorkDbContext> contexts)
{
    private static readonly TimeSpan PatienceWithOthers = TimeSpan.FromSeconds(60);

    /// <returns>True when something was applied.</returns>
    /// <exception cref="TimeoutException">Another process has been migrating the same file for a minute.</exception>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return db is SqliteHelloWorkDbContext ? await RunOnFileAsync(db, ct) : await ApplyAsync(db, ct);
    }

    private static async Task<bool> RunOnFileAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);

        await using var guard = await HoldAsync(file + ".migrating", ct);
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", ct);
        // EF's own lock is a row; a process killed while migrating leaves it for ever. We hold the file, so nobody else is at work.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        var applied = await ApplyAsync(db, ct);
        if (applied)
            await FeedTriggers.RenewOnSqliteAsync(db, ct);
        return applied;
    }

    private static async Task<bool> ApplyAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
            return false;
        await db.Database.MigrateAsync(ct);
        return true;
    }

    private static async Task<FileStream> HoldAsync(string path, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(PatienceWithOthers);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (!patience.IsCancellationRequested)
            {
                await Task.Delay(200, ct);
            }
            catch (IOException e)
            {
                throw new TimeoutException($"Another process has been bringing {path} up to date for {PatienceWithOthers.TotalSeconds} seconds.", e);
            }
        }
    }
}
