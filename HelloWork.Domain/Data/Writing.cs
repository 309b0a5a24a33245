using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HelloWork.Domain.Data;

/// <summary>
/// The one way verbs write: one transaction, run again from the start when somebody else was faster. The second run reads what the
/// faster one left and comes to the plain «no», so that no verb has to read error messages of a database.
/// </summary>
public static class Writing
{
    private const int MostRuns = 30;

    /// <summary>
    /// SQLite takes one writer at a time, and its provider waits by sleeping on a thread, 150 ms at a time. Writers of this process wait
    /// here instead, in order and without a thread; those of other processes still meet at the file.
    /// </summary>
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    /// <param name="work">Reads, decides and changes; saved and committed when it returns. Must not keep state between runs.</param>
    public static async Task<T> WriteAsync<T>(this IDbContextFactory<HelloWorkDbContext> contexts, Func<HelloWorkDbContext, Task<T>> work, CancellationToken ct)
    {
        for (var run = 1; ; run++)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var turn = db.Database.IsSqlite() ? Turns.GetOrAdd(db.Database.GetConnectionString()!, _ => new(1, 1)) : null;
            try
            {
                if (turn is not null)
                    await turn.WaitAsync(ct);
                try
                {
                    return await RunAsync(db, work, ct);
                }
                finally
                {
                    turn?.Release();
                }
            }
            catch (Exception e) when (run < MostRuns && SomebodyWasFaster(e))
            {
                await Task.Delay(Random.Shared.Next(2, 10 + 5 * run), ct);
            }
        }
    }

    private static Task<T> RunAsync<T>(HelloWorkDbContext db, Func<HelloWorkDbContext, Task<T>> work, CancellationToken ct) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            // On SQLite this begins IMMEDIATE: writers queue here instead of failing at the end.
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var result = await work(db);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return result;
        });

    private static bool SomebodyWasFaster(Exception e) => e switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => SomebodyWasFaster(inner),
        // EF itself has tried a deadlock's victim again, several times.
        RetryLimitExceededException { InnerException: { } inner } => SomebodyWasFaster(inner),
        // 5 busy, 6 locked; 2067 and 1555: unique key taken.
        SqliteException sqlite => sqlite.SqliteErrorCode is 5 or 6 || sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        // 1205 deadlock victim; 2601 and 2627: unique key taken.
        SqlException server => server.Number is 1205 or 2601 or 2627,
        _ => false,
    };
}
