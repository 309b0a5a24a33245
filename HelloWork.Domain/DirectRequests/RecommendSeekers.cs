using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>Why a seeker is shown beside a job. Each can be checked on the published profile.</summary>
public enum SeekerReason
{
    /// <summary>希望職種が求人と同じ</summary>
    Occupation = 1,
    /// <summary>希望職種が求人に近い</summary>
    Field = 2,
    /// <summary>希望勤務地が求人の市区町村</summary>
    Municipality = 3,
    /// <summary>希望勤務地が求人の都道府県</summary>
    Prefecture = 4,
    /// <summary>希望賃金が求人の賃金の範囲内</summary>
    Wage = 5,
    /// <summary>希望就業形態が合う</summary>
    Style = 6,
    /// <summary>求人の免許・資格を持っている</summary>
    Licence = 7,
}

/// <summary>
/// 求人に合う求職者: whom the office could ask for this job, each with the reasons. Found by the office's own seeker search (<see cref="SearchSeekers"/>), so it
/// shows nobody and nothing that isn't shown there; without those who were asked for this job already (DR-03).
/// </summary>
public sealed class RecommendSeekers(IDbContextFactory<HelloWorkDbContext> contexts, SearchSeekers search, TimeProvider clock)
{
    public const int Most = 4;

    public sealed record Query(EmployerActor Viewer, JobNumber Job);

    /// <param name="Search">What finds more of the same.</param>
    /// <param name="Bar">Why nobody can be asked for this job (DR-01); then nobody is looked for.</param>
    public sealed record Result(IReadOnlyList<RecommendedSeeker> Seekers, SearchSeekers.Query Search, JobBar? Bar);

    /// <returns>Null: no active job of this office has the number, or its kind of work isn't known.</returns>
    /// <exception cref="NotAllowedException">The viewer doesn't act for the office.</exception>
    public async Task<Result?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Viewer, ct);
        var today = clock.TodayInJapan();
        var job = await db.JobOffers.AsNoTracking().Where(j => j.Number == query.Job && j.OfficeId == query.Viewer.Office && j.Status == JobOfferStatus.Active && j.LastDay >= today)
            .Select(j => new { j.Id, j.OccupationMajor, j.OccupationMiddle, j.EmploymentType, j.WageUnit, j.WageFrom, j.WageTo, j.LicenceCodes, j.Disclosure, j.Staffing, j.WorkplaceNamed, j.AcceptsSelfApplication, Places = j.Places.Select(p => new { p.PrefectureCode, p.MunicipalityCode }).ToList() }).SingleOrDefaultAsync(ct);
        if (job?.OccupationMajor is not { } major)
            return null;

        var wanted = new Wanted(job.OccupationMiddle ?? major, major, [.. job.Places.Select(p => p.PrefectureCode).Distinct()], [.. job.Places.Select(p => p.MunicipalityCode).OfType<string>().Distinct()],
            job.EmploymentType is EmploymentType.Part or EmploymentType.PartFixedTermDispatch or EmploymentType.PartPermanentDispatch ? WorkingStyle.PartTime : WorkingStyle.FullTime,
            job.WageUnit, job.WageTo ?? job.WageFrom, [.. (job.LicenceCodes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => Licences.Find(code)?.Name).OfType<string>()]);
        var place = new SearchSeekers.Query(query.Viewer) { Occupations = [wanted.Middle], Prefectures = wanted.Prefectures, Style = wanted.Style };
        var paid = wanted.WageMost is { } most && wanted.WageUnit is { } unit ? place with { WageMax = most, WageUnit = unit } : place;

        var asked = await db.DirectRequests.Where(r => r.JobOfferId == job.Id).Join(db.SeekerProfiles, r => r.SeekerId, p => p.SeekerId, (_, p) => p.PublicNumber).ToListAsync(ct);
        if (JobEligibility.BarOf(active: true, job.Disclosure, job.Staffing, job.WorkplaceNamed, job.AcceptsSelfApplication, alreadyAsked: false, asked.Count) is { } bar)
            return new([], place, bar);

        var found = new List<SeekerSummary>();
        // The strictest first, each wider one for the places that are left.
        foreach (var step in new[] { paid with { Municipalities = wanted.Municipalities }, paid, place, place with { Style = null, Occupations = [wanted.Major] } })
        {
            if ((await search.RunAsync(step, ct)).Found is not { } page)
                break;
            found.AddRange(page.Items.Where(s => !asked.Contains(s.PublicNumber) && found.All(f => f.PublicNumber != s.PublicNumber)).Take(Most - found.Count).ToList());
            if (found.Count >= Most)
                break;
        }
        return new([.. found.Select(seeker => new RecommendedSeeker(seeker, [.. wanted.ReasonsFor(seeker)]))], place, null);
    }

    private sealed record Wanted(string Middle, string Major, IReadOnlyList<string> Prefectures, IReadOnlyList<string> Municipalities, WorkingStyle Style, WageUnit? WageUnit, int? WageMost, IReadOnlyList<string> Licences)
    {
        public IEnumerable<SeekerReason> ReasonsFor(SeekerSummary seeker)
        {
            if (seeker.OccupationCodes.Any(code => Occupations.Matches(code, Middle)))
                yield return SeekerReason.Occupation;
            else if (seeker.OccupationCodes.Any(code => Occupations.Matches(code, Major)))
                yield return SeekerReason.Field;
            if (seeker.Places.Any(p => p.MunicipalityCode is { } code && Municipalities.Contains(code)))
                yield return SeekerReason.Municipality;
            else if (seeker.Places.Any(p => Prefectures.Contains(p.PrefectureCode)))
                yield return SeekerReason.Prefecture;
            // Who states no wage gives no reason.
            if ((WageUnit is Jobs.WageUnit.Hour ? seeker.WishedHourlyIncome : seeker.WishedMonthlyIncome) is { } wish && WageMost >= wish)
                yield return SeekerReason.Wage;
            if (seeker.Style == Style || seeker.Style is WorkingStyle.Either)
                yield return SeekerReason.Style;
            if (Licences.Any(seeker.Licences.Contains))
                yield return SeekerReason.Licence;
        }
    }
}

public sealed record RecommendedSeeker(SeekerSummary Seeker, IReadOnlyList<SeekerReason> Reasons);
