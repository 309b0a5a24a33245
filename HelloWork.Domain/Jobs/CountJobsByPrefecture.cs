using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Searching;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>都道府県ごとの求人数を見る: how many jobs of a search there are in each prefecture, without regard to the places that are searched for.</summary>
/// <param name="index">Null: none is kept here, so the database answers.</param>
public sealed class CountJobsByPrefecture(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, JobIndex? index = null)
{
    /// <param name="seeker">Account of the signed-in seeker who reads; null for anybody else.</param>
    public async Task<JobsByPrefecture> RunAsync(JobSearchQuery query, Guid? seeker, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.TodayInJapan();
        var toSeeker = await db.IsSeekerAsync(seeker, ct);
        var anywhere = query with { Prefectures = [], Municipalities = [] };
        if (index is not null && await index.UpToDateAsync(ct) is { } loaded)
        {
            var (jobs, byCode) = new IndexedJobs(loaded, index.Fields, anywhere, today, toSeeker, await db.JobsOfOfficeAsync(query, ct)).ByPrefecture();
            return new(anywhere, jobs, byCode);
        }
        var found = db.JobOffers.AsNoTracking().ShownOn(today).Matching(db.JobOfferPlaces, db.Offices, anywhere, today, toSeeker);
        var counts = await found.SelectMany(j => j.Places).Select(p => new { p.JobOfferId, p.PrefectureCode }).Distinct()
            .GroupBy(p => p.PrefectureCode).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(anywhere, await found.CountAsync(ct), counts);
    }
}

/// <param name="Query">Without its places.</param>
/// <param name="Jobs">All that are found, those without a place included; a job with places in two prefectures is one.</param>
/// <param name="Counts">By prefecture code; one without jobs may be missing.</param>
public sealed record JobsByPrefecture(JobSearchQuery Query, int Jobs, IReadOnlyDictionary<string, int> Counts)
{
    public int In(string prefecture) => Counts.GetValueOrDefault(prefecture);
}
