using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Saved;

/// <summary>新着のお知らせを読む: what a mail says when it is sent, without jobs that have ended since.</summary>
public sealed class ReadSearchAlert(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <returns>Null: there is nothing to tell any more; the search is gone, its mails are stopped, or all jobs have ended.</returns>
    public async Task<ToldSearch?> RunAsync(SavedSearchId id, DateOnly day, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var search = await db.SavedSearches.AsNoTracking().Where(s => s.Id == id && s.Alert != AlertFrequency.Off)
            .Join(db.SearchAlerts.Where(a => a.Day == day), s => s.Id, a => a.SavedSearchId, (s, a) => new { s.Name, s.Query, s.StopKey, a.Count }).SingleOrDefaultAsync(ct);
        var jobs = await db.SearchAlertJobs.AsNoTracking().Where(t => t.SavedSearchId == id && t.Day == day)
            .Join(db.JobOffers.ShownOn(clock.TodayInJapan()), t => t.Number, j => j.Number, (t, j) => new { t.Position, j.Number, j.Title, j.Disclosure, j.OfficeId, j.LastDay })
            .Join(db.Offices, j => j.OfficeId, o => o.Id, (j, o) => new { j.Position, j.Number, j.Title, j.Disclosure, Office = o.Name, j.LastDay })
            .OrderBy(j => j.Position).ToListAsync(ct);
        return search is null || jobs.Count == 0 ? null : new(search.Name, search.Query, search.StopKey, search.Count,
            jobs.ConvertAll(j => new ToldJob(j.Number, j.Title, j.Disclosure.ShowsOfficeName(toSeeker: true) ? j.Office : null, j.LastDay)));
    }
}

/// <param name="StopKey">Stops the mails without a sign-in.</param>
/// <param name="Count">How many jobs were new; <paramref name="Jobs"/> are the first of them.</param>
public sealed record ToldSearch(string Name, JobSearchQuery Query, string StopKey, int Count, IReadOnlyList<ToldJob> Jobs);

/// <param name="Office">Null: its name isn't shown (JO-02).</param>
public sealed record ToldJob(JobNumber Number, string Title, string? Office, DateOnly LastDay);
