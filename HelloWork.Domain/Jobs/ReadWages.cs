using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Searching;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>賃金の分布を見る: how the wages of a job search are spread, by the month and by the hour apart, without regard to the least wage that is searched for.</summary>
/// <param name="index">Null: none is kept here, so the database answers.</param>
public sealed class ReadWages(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, JobIndex? index = null)
{
    /// <param name="seeker">Account of the signed-in seeker who reads; null for anybody else.</param>
    public async Task<WagesOfSearch> RunAsync(JobSearchQuery query, Guid? seeker, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.TodayInJapan();
        var toSeeker = await db.IsSeekerAsync(seeker, ct);
        if (index is not null && await index.UpToDateAsync(ct) is { } loaded)
        {
            var jobs = new IndexedJobs(loaded, index.Fields, query, today, toSeeker, await db.JobsOfOfficeAsync(query, ct));
            return new(query, WageSpread.Of(WageUnit.Month, jobs.Wages(WageUnit.Month)), WageSpread.Of(WageUnit.Hour, jobs.Wages(WageUnit.Hour)));
        }
        var found = db.JobOffers.AsNoTracking().ShownOn(today).Matching(db.JobOfferPlaces, db.Offices, query with { WageMin = null }, today, toSeeker);
        return new(query, await SpreadAsync(found, WageUnit.Month, ct), await SpreadAsync(found, WageUnit.Hour, ct));
    }

    private static async Task<WageSpread?> SpreadAsync(IQueryable<JobOffer> found, WageUnit unit, CancellationToken ct) => WageSpread.Of(unit, await found.WagesAsync(unit, ct));
}

/// <summary>What <see cref="ReadWages"/> found.</summary>
/// <param name="ByMonth">Null: too few.</param>
/// <param name="ByHour">Null: too few.</param>
public sealed record WagesOfSearch(JobSearchQuery Query, WageSpread? ByMonth, WageSpread? ByHour);

internal static class WageReading
{
    /// <summary>Each wage that occurs and how many jobs offer it, ascending.</summary>
    public static async Task<IReadOnlyList<(int Wage, int Count)>> WagesAsync(this IQueryable<JobOffer> jobs, WageUnit unit, CancellationToken ct) =>
        [.. (await jobs.Where(j => j.WageUnit == unit && j.WageFrom != null).GroupBy(j => j.WageFrom!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
            .OrderBy(g => g.Key).Select(g => (g.Key, g.Count))];
}
