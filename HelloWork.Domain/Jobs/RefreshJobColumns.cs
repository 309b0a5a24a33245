using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>
/// 検索用の項目を作り直す: reads what jobs are searched by from their cards anew, where a former version of the portal wrote it. The card
/// stays as it is. Right at any time, any number of times and several at once.
/// </summary>
public sealed class RefreshJobColumns(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <returns>How many were made anew.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(async db =>
    {
        var old = await db.JobOffers.Include(j => j.Places).Where(j => j.ColumnsVersion < JobColumns.CurrentVersion)
            .OrderBy(j => j.ColumnsVersion).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var job in old)
            job.RefreshColumns();
        return old.Count;
    }, ct);
}
