using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>The conditions of a seeker search as one query over the profiles the viewer may see.</summary>
internal static class SeekerFilters
{
    public static Task<bool> MaySeeSeekersAsync(this HelloWorkDbContext db, EmployerActor viewer, DateOnly today, CancellationToken ct) =>
        db.JobOffers.AnyAsync(j => j.OfficeId == viewer.Office && j.Status == JobOfferStatus.Active && j.LastDay >= today, ct);

    public static IQueryable<SeekerProfile> Matching(this IQueryable<SeekerProfile> seen, SeekerConditions query, IReadOnlyList<string> words)
    {
        var found = seen
            .WithWords(words)
            .WishingPlaces(query.Prefectures, query.Municipalities)
            .WishingOccupations(query.Occupations)
            .WithLicences(query.Licences)
            .UpTo(query.WageMax, query.WageUnit);
        if (query.Style is { } style)
            found = style is WorkingStyle.Either
                ? found.Where(p => p.Style == WorkingStyle.Either)
                : found.Where(p => p.Style == style || p.Style == WorkingStyle.Either);
        if (query.RegularOnly)
            found = found.Where(p => p.WantsRegular);
        return found;
    }

    private static IQueryable<SeekerProfile> WithWords(this IQueryable<SeekerProfile> found, IReadOnlyList<string> words)
    {
        foreach (var word in words)
            found = found.Where(p => p.SearchWords.Contains(word));
        return found;
    }

    private static IQueryable<SeekerProfile> WishingPlaces(this IQueryable<SeekerProfile> found, IReadOnlyList<string> prefectures, IReadOnlyList<string> municipalities)
    {
        var cities = municipalities.SelectMany(CodesOf).Distinct().ToList();
        if (cities.Count == 0 && prefectures.Count == 0)
            return found;
        // Who wishes a prefecture as a whole also wishes each of its cities.
        var around = cities.Select(c => c[..2]).Distinct().ToList();
        var whole = prefectures.Except(around).ToList();
        return found.Where(p => p.Places.Any(place => whole.Contains(place.PrefectureCode)
            || (place.MunicipalityCode != null ? cities.Contains(place.MunicipalityCode) : around.Contains(place.PrefectureCode))));
    }

    private static IEnumerable<string> CodesOf(string code) =>
        ReferenceData.Municipalities.FindCity(code) is { } city ? city.Wards.Select(w => w.Code) : code.Length == 5 ? [code] : [];

    private static IQueryable<SeekerProfile> WishingOccupations(this IQueryable<SeekerProfile> found, IReadOnlyList<string> groups)
    {
        if (groups.Count == 0)
            return found;
        // A major group isn't the beginning of its middle groups' codes: 04 holds 023.
        var middles = groups.SelectMany(g => ReferenceData.Occupations.Find(g) is { Level: OccupationLevel.Major } major
            ? ReferenceData.Occupations.Beneath(major.Code).Select(o => o.Code)
            : ReferenceData.Occupations.Find(g) is { Level: OccupationLevel.Middle } middle ? [middle.Code] : []).Distinct().ToList();
        var exact = groups.Select(g => ReferenceData.Occupations.Normalise(g)).OfType<string>().Distinct().ToList();
        return found.Where(p => p.Occupations.Any(o => exact.Contains(o.OccupationCode) || middles.Contains(o.OccupationCode.Substring(0, 3))));
    }

    private static IQueryable<SeekerProfile> WithLicences(this IQueryable<SeekerProfile> found, IReadOnlyList<string> licences) =>
        licences.Count == 0 ? found : found.Where(p => p.Licences.Any(l => licences.Contains(l.LicenceCode)));

    private static IQueryable<SeekerProfile> UpTo(this IQueryable<SeekerProfile> found, int? most, WageUnit unit) => (most, unit) switch
    {
        (null, _) => found,
        (_, WageUnit.Hour) => found.Where(p => p.WishedHourlyIncome <= most || (p.WishedHourlyIncome == null && p.WishedMonthlyIncome == null)),
        _ => found.Where(p => p.WishedMonthlyIncome <= most || (p.WishedHourlyIncome == null && p.WishedMonthlyIncome == null)),
    };
}
