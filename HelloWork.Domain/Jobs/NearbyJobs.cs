using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Searching;
using HelloWork.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>Why a job is shown beside another or to a person, in the order it is said. Each can be checked on the job card.</summary>
public enum JobReason
{
    /// <summary>職種が同じ: the same middle or minor group.</summary>
    Occupation = 1,
    /// <summary>職種が近い: the same major group.</summary>
    Field = 2,
    /// <summary>勤務地が同じ市区町村</summary>
    Municipality = 3,
    /// <summary>勤務地が同じ都道府県</summary>
    Prefecture = 4,
    /// <summary>雇用形態が同じ</summary>
    Type = 5,
    /// <summary>賃金が同じかそれ以上: the lower bound is at least what is asked for.</summary>
    Wage = 6,
    /// <summary>週休二日</summary>
    TwoDaysOff = 7,
    /// <summary>マイカー通勤可</summary>
    CarCommuting = 8,
}

/// <summary>A job with the reasons why it is shown.</summary>
/// <param name="Municipality">The place that fits, by code, where that is a reason.</param>
public sealed record JobNearby(JobSummary Job, IReadOnlyList<JobReason> Reasons, string? Municipality);

/// <summary>What jobs are compared with: another job, or a person's wishes.</summary>
internal sealed record JobLikeness
{
    /// <summary>Groups of any depth.</summary>
    public IReadOnlyList<string> Occupations { get; init; } = [];
    public IReadOnlyList<string> Prefectures { get; init; } = [];
    public IReadOnlyList<string> Municipalities { get; init; } = [];
    public IReadOnlyList<EmploymentType> Types { get; init; } = [];
    public WageUnit? WageUnit { get; init; }
    public int? WageFrom { get; init; }
    /// <summary>Wished for; a reason where the job has them.</summary>
    public JobTraits Traits { get; init; }

    public IEnumerable<JobReason> ReasonsFor(NearbyRow job)
    {
        if (Occupations.Any(code => ReferenceData.Occupations.Matches(job.OccupationCode ?? job.OccupationMiddle, Middle(code))))
            yield return JobReason.Occupation;
        else if (Occupations.Any(code => ReferenceData.Occupations.Covering(code) is [var major, ..] && major.Code == job.OccupationMajor))
            yield return JobReason.Field;
        if (PlaceOf(job) is not null)
            yield return JobReason.Municipality;
        else if (job.Places.Any(p => Prefectures.Contains(p.PrefectureCode)))
            yield return JobReason.Prefecture;
        if (Types.Contains(job.EmploymentType))
            yield return JobReason.Type;
        if (WageFrom is { } least && job.WageUnit == WageUnit && job.WageFrom >= least)
            yield return JobReason.Wage;
        if ((Traits & job.Traits & JobTraits.TwoDaysOffAWeek) != 0)
            yield return JobReason.TwoDaysOff;
        if ((Traits & job.Traits & JobTraits.CarCommuting) != 0)
            yield return JobReason.CarCommuting;
    }

    public string? PlaceOf(NearbyRow job) => job.Places.Select(p => p.MunicipalityCode).OfType<string>().FirstOrDefault(Municipalities.Contains);

    // Minor groups are examples only; their middle group is what people mean.
    private static string Middle(string code) => ReferenceData.Occupations.Covering(code) is [_, var middle, ..] ? middle.Code : code;
}

/// <summary>A job as it is compared, and shown.</summary>
internal sealed record NearbyRow(JobNumber Number, OfficeId Office, JobCard Card, Disclosure Disclosure, DateOnly AcceptedOn, DateOnly LastDay, JobTraits Traits, string? OccupationCode, string? OccupationMajor, string? OccupationMiddle,
    EmploymentType EmploymentType, WageUnit? WageUnit, int? WageFrom, IReadOnlyList<JobOfferPlace> Places);

/// <summary>近い求人: searches from the strictest to the widest, each for the places that are left.</summary>
internal static class NearbyJobs
{
    /// <param name="index">Null: none is kept here, so the database answers.</param>
    /// <param name="not">Jobs that aren't meant.</param>
    /// <returns>None while the index is loading: each step would go through all jobs.</returns>
    public static async Task<IReadOnlyList<JobNearby>> FindAsync(HelloWorkDbContext db, JobIndex? index, JobLikeness like, int most, IReadOnlyCollection<JobNumber> not,
        IReadOnlyList<JobSearchQuery> searches, DateOnly today, bool toSeeker, CancellationToken ct)
    {
        var loaded = index is null ? null : await index.UpToDateAsync(ct);
        if (index is not null && loaded is null)
            return [];
        var found = new List<JobNumber>();
        // Where nothing is known or wished that a step gives up, it is the same as the one before.
        foreach (var search in searches.DistinctBy(Fingerprint.Of))
        {
            var take = most + not.Count + found.Count;
            var numbers = loaded is not null
                ? new IndexedJobs(loaded, index!.Fields, search, today, toSeeker, null).FindFirst(take)
                : await db.JobOffers.AsNoTracking().ShownOn(today).Matching(db.JobOfferPlaces, db.Offices, search, today, toSeeker).Sorted(search).Select(j => j.Number).Take(take).ToListAsync(ct);
            found.AddRange(numbers.Where(n => !not.Contains(n) && !found.Contains(n)).Take(most - found.Count).ToList());
            if (found.Count >= most)
                break;
        }
        var rows = found.Count == 0 ? [] : await db.JobOffers.AsNoTracking().ShownOn(today).Where(j => found.Contains(j.Number))
            .Select(j => new NearbyRow(j.Number, j.OfficeId, j.Card, j.Disclosure, j.AcceptedOn, j.LastDay, j.Traits, j.OccupationCode, j.OccupationMajor, j.OccupationMiddle, j.EmploymentType, j.WageUnit, j.WageFrom, j.Places.ToList()))
            .ToListAsync(ct);
        return [.. rows.OrderBy(row => found.IndexOf(row.Number)).Select(row =>
        {
            var nameShown = row.Disclosure.ShowsOfficeName(toSeeker);
            return new JobNearby(new(row.Number, nameShown ? row.Card : row.Card.WithoutOfficeName(), nameShown, row.AcceptedOn, row.LastDay, row.AcceptedOn >= JobSearchFilter.NewSince(today), row.Traits) { Office = row.Office },
                [.. like.ReasonsFor(row)], like.PlaceOf(row));
        })];
    }
}
