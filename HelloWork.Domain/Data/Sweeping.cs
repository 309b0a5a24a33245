using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Data;

/// <summary>Scheduled work over any number of rows: small transactions, so that people's writes get in between, until nothing is left.</summary>
public static class Sweeping
{
    /// <summary>How many rows one transaction takes at most.</summary>
    public const int RowsPerStep = 200;

    /// <param name="step">Does at most <see cref="RowsPerStep"/> rows and returns how many; run again from the start like every write.</param>
    /// <returns>How many rows were done in all.</returns>
    public static Task<int> SweepAsync(this IDbContextFactory<HelloWorkDbContext> contexts, Func<HelloWorkDbContext, Task<int>> step, CancellationToken ct) =>
        contexts.SweepAsync(0, async (db, place) => (await step(db), place), ct);

    /// <summary>Likewise, where a step begins at the place that the one before reached, so as not to look at all before it once more.</summary>
    public static async Task<int> SweepAsync<TPlace>(
        this IDbContextFactory<HelloWorkDbContext> contexts, TPlace place, Func<HelloWorkDbContext, TPlace, Task<(int Done, TPlace Reached)>> step, CancellationToken ct)
    {
        var all = 0;
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            (var done, place) = await contexts.WriteAsync(db => step(db, place), ct);
            all += done;
            if (done < RowsPerStep)
                return all;
            // A waiting writer of SQLite only looks every 150 ms; without as long a rest it would never find the file free.
            await Task.Delay(Stopwatch.GetElapsedTime(started), ct);
        }
    }
}
