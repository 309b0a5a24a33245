using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Searching;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>似た求人を探す: other active jobs like one, each with what it has in common.</summary>
public sealed class FindSimilarJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, JobIndex? index = null)
{
    public const int Most = 4;

    /// <param name="seeker">Account of the signed-in seeker who reads; null for anybody else.</param>
    /// <returns>The most alike first; none for a job that nobody may see.</returns>
    public async Task<IReadOnlyList<JobNearby>> RunAsync(JobNumber number, Guid? seeker, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var job = await db.JobOffers.AsNoTracking().Where(j => j.Number == number && j.Status != JobOfferStatus.AwaitingCheck && j.Disclosure != Disclosure.NotPublic)
            .Select(j => new { j.OccupationMajor, j.OccupationMiddle, j.EmploymentType, j.WageUnit, j.WageFrom, Places = j.Places.Select(p => new { p.PrefectureCode, p.MunicipalityCode }).ToList() }).SingleOrDefaultAsync(ct);
        if (job is null || job.OccupationMajor is null)
            return [];

        var like = new JobLikeness
        {
            Occupations = [job.OccupationMiddle ?? job.OccupationMajor], Prefectures = [.. job.Places.Select(p => p.PrefectureCode)], Municipalities = [.. job.Places.Select(p => p.MunicipalityCode).OfType<string>()],
            Types = [job.EmploymentType], WageUnit = job.WageUnit, WageFrom = job.WageFrom,
        };
        var (today, toSeeker) = (clock.TodayInJapan(), await db.IsSeekerAsync(seeker, ct));
        var place = new JobSearchQuery { Prefectures = like.Prefectures };
        var town = place with { Municipalities = like.Municipalities };
        // The strictest first.
        return await NearbyJobs.FindAsync(db, index, like, Most, [number],
        [
            town with { Occupations = like.Occupations, Types = like.Types },
            place with { Occupations = like.Occupations, Types = like.Types },
            place with { Occupations = like.Occupations },
            town with { Occupations = [job.OccupationMajor], Types = like.Types },
            place with { Occupations = [job.OccupationMajor] },
        ], today, toSeeker, ct);
    }
}
