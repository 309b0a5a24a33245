using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>
/// このリクエストが届いたわけ: which of the wishes the seeker shows to employers fit the job. What the employer really went by nobody knows; so it is no more than a comparison of what
/// both have published, and nothing while the seeker shows nothing.
/// </summary>
public sealed class ExplainRequest(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(SeekerActor Seeker, DirectRequestId Request);

    /// <returns>What fits, the most telling first; none: nothing does, or there is no such request.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<IReadOnlyList<RequestFit>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var today = clock.TodayInJapan();
        var seeker = query.Seeker.Seeker;
        // First which job it is: asked for together, SQLite would go through all jobs.
        var asked = await db.DirectRequests.Where(r => r.Id == query.Request && r.SeekerId == seeker).Select(r => r.JobOfferId).ToListAsync(ct);
        var job = asked.Count == 0 ? null
            : await db.JobOffers.AsNoTracking().Include(j => j.Places).SingleOrDefaultAsync(j => j.Id == asked[0] && j.Disclosure != Disclosure.NotPublic, ct);
        if (job is null)
            return [];
        var profile = await db.SeekerProfiles.AsNoTracking().Where(p => p.SeekerId == seeker && db.ReachableByEmployers(today).Any(r => r.SeekerId == seeker)).AsShown(db, today).SingleOrDefaultAsync(ct);
        return profile is null ? [] : [.. RequestFits.Of(profile.Statement, job)];
    }
}

/// <param name="About">Code of the occupation, place or licence; yen for a wage.</param>
public sealed record RequestFit(RequestFitKind Kind, string? About = null);

public enum RequestFitKind
{
    /// <summary>希望する職業と同じ</summary>
    Occupation = 1,
    /// <summary>希望する職業と同じ中分類</summary>
    OccupationGroup = 2,
    /// <summary>希望勤務地（市区町村）</summary>
    Municipality = 3,
    /// <summary>希望勤務地（都道府県）</summary>
    Prefecture = 4,
    /// <summary>希望月収: the job begins there or above.</summary>
    MonthlyWage = 5,
    /// <summary>希望時間額: the job begins there or above.</summary>
    HourlyWage = 6,
    /// <summary>希望する額が賃金の幅に入る</summary>
    WageWithin = 7,
    /// <summary>正社員</summary>
    Regular = 8,
    /// <summary>パート</summary>
    PartTime = 9,
    /// <summary>求人が求める、または歓迎する資格</summary>
    Licence = 10,
}

internal static class RequestFits
{
    public static IEnumerable<RequestFit> Of(SeekerStatement wished, JobOffer job)
    {
        if (Occupation(wished, job) is { } occupation)
            yield return occupation;
        if (Place(wished, job) is { } place)
            yield return place;
        if (Wage(wished, job) is { } wage)
            yield return wage;
        if (wished.WantsRegular && job.EmploymentType is EmploymentType.Regular)
            yield return new(RequestFitKind.Regular);
        if (wished.Style is WorkingStyle.PartTime && job.PartTime)
            yield return new(RequestFitKind.PartTime);
        if (wished.LicenceCodes.FirstOrDefault(code => job.LicenceCodes?.Contains($" {code} ", StringComparison.Ordinal) is true) is { } licence)
            yield return new(RequestFitKind.Licence, licence);
    }

    private static RequestFit? Occupation(SeekerStatement wished, JobOffer job)
    {
        var codes = wished.OccupationCodes.Select(Occupations.Normalise).OfType<string>().ToList();
        if (job.OccupationCode is { } exact && codes.Contains(exact))
            return new(RequestFitKind.Occupation, exact);
        return job.OccupationMiddle is { } middle && codes.Exists(code => Occupations.Matches(code, middle)) ? new(RequestFitKind.OccupationGroup, middle) : null;
    }

    private static RequestFit? Place(SeekerStatement wished, JobOffer job)
    {
        if (wished.Places.FirstOrDefault(w => w.MunicipalityCode is not null && job.Places.Any(p => p.MunicipalityCode == w.MunicipalityCode)) is { } town)
            return new(RequestFitKind.Municipality, town.MunicipalityCode);
        return wished.Places.FirstOrDefault(w => w.MunicipalityCode is null && job.Places.Any(p => p.PrefectureCode == w.PrefectureCode)) is { } prefecture
            ? new(RequestFitKind.Prefecture, prefecture.PrefectureCode) : null;
    }

    private static RequestFit? Wage(SeekerStatement wished, JobOffer job)
    {
        var (wish, kind) = job.WageUnit is WageUnit.Hour ? (wished.WishedHourlyIncome, RequestFitKind.HourlyWage) : (wished.WishedMonthlyIncome, RequestFitKind.MonthlyWage);
        if (job.WageUnit is null || wish is not > 0)
            return null;
        var yen = wish.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return job.WageFrom >= wish ? new(kind, yen) : job.WageTo >= wish ? new(RequestFitKind.WageWithin, yen) : null;
    }
}
