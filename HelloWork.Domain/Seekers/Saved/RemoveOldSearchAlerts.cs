using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Saved;

/// <summary>
/// 古いお知らせの記録を消す: what a saved search told long ago is of no use to anybody. Each search keeps its last day, which its owner is shown.
/// Nothing is told anew by it: what was published before the last telling isn't new any more.
/// </summary>
public sealed class RemoveOldSearchAlerts(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int DaysKept = 60;

    /// <returns>How many told jobs and days were removed, those of searches and those of seekers.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var before = clock.TodayInJapan().AddDays(-DaysKept);
        return await contexts.SweepAsync(db => RemoveAsync(db, db.SearchAlertJobs.Where(j => j.Day < before).OrderBy(j => j.Day).ThenBy(j => j.SavedSearchId).ThenBy(j => j.Number), ct), ct)
            + await contexts.SweepAsync(db => RemoveAsync(db, db.ToldJobOffers.Where(t => t.Day < before).OrderBy(t => t.Day).ThenBy(t => t.SeekerId).ThenBy(t => t.Number), ct), ct)
            + await contexts.SweepAsync(db => RemoveAsync(db,
                db.SearchAlerts.Where(a => a.Day < before && db.SearchAlerts.Any(later => later.SavedSearchId == a.SavedSearchId && later.Day > a.Day)).OrderBy(a => a.Day).ThenBy(a => a.SavedSearchId), ct), ct);
    }

    private static async Task<int> RemoveAsync<T>(HelloWorkDbContext db, IQueryable<T> old, CancellationToken ct) where T : class
    {
        var rows = await old.Take(Sweeping.RowsPerStep).ToListAsync(ct);
        db.RemoveRange(rows);
        return rows.Count;
    }
}
