using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Searching;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>似た求人と賃金をくらべる: where a public job's wage stands among those of the same occupation and prefecture.</summary>
/// <param name="index">Null: none is kept here, so the database answers. While one is loading nothing is compared: each opened job would go through all of them.</param>
public sealed class CompareWage(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, JobIndex? index = null)
{
    /// <returns>Null: not public, without a wage, an occupation or a place, or with too few similar jobs.</returns>
    public async Task<WagePlace?> RunAsync(JobNumber number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.TodayInJapan();
        var job = await db.JobOffers.AsNoTracking().ShownOn(today).Where(j => j.Number == number)
            .Select(j => new { j.WageUnit, j.WageFrom, j.OccupationMiddle, Prefecture = j.Places.OrderBy(p => p.Position).Select(p => p.PrefectureCode).FirstOrDefault() })
            .SingleOrDefaultAsync(ct);
        if (job is not { WageUnit: { } unit, WageFrom: { } wage, OccupationMiddle: { } occupation, Prefecture: { } prefecture })
            return null;
        var similar = new JobSearchQuery { Prefectures = [prefecture], Occupations = [occupation], WageUnit = unit };
        if (await WagesAsync(db, similar, today, ct) is not { } wages || WageSpread.Of(unit, wages) is not { } spread)
            return null;
        return new(wage, spread, similar, WagePlace.RankOf(wage, wages));
    }

    private async Task<IReadOnlyList<(int Wage, int Count)>?> WagesAsync(HelloWorkDbContext db, JobSearchQuery similar, DateOnly today, CancellationToken ct)
    {
        if (index is null)
            return await db.JobOffers.AsNoTracking().ShownOn(today).Matching(db.JobOfferPlaces, db.Offices, similar, today, toSeeker: false).WagesAsync(similar.WageUnit, ct);
        return await index.UpToDateAsync(ct) is { } loaded ? new IndexedJobs(loaded, index.Fields, similar, today, toSeeker: false, null).Wages(similar.WageUnit) : null;
    }
}
