using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職情報の検索用の項目を作り直す: reads what profiles are searched by from their statements anew, where a former version of the portal wrote
/// it. The statement and its day stay as they are. Right at any time, any number of times and several at once.
/// </summary>
public sealed class RefreshSeekerColumns(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <returns>How many were made anew.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(async db =>
    {
        var old = await db.SeekerProfiles.Where(p => p.ColumnsVersion < SeekerColumns.CurrentVersion)
            .OrderBy(p => p.ColumnsVersion).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var profile in old)
            profile.RefreshColumns();
        return old.Count;
    }, ct);
}
