using System.Linq.Expressions;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>The conditions of a seeker search as one query over the profiles the viewer may see.</summary>
internal static class SeekerFilters
{
    public static Task<bool> MaySeeSeekersAsync(this HelloWorkDbContext db, EmployerActor viewer, DateOnly today, CancellationToken ct) =>
        db.JobOffers.AnyAsync(j => j.OfficeId == viewer.Office && j.Status == JobOfferStatus.Active && j.LastDay >= today, ct);

    public static IQueryable<SeekerProfile> Matching(this IQueryable<SeekerProfile> seen, SeekerConditions query, DateOnly today)
    {
        var found = seen
            .WithWords(query)
            .WishingPlaces(SeekerPlaces.Of(query))
            .WishingOccupations(SeekerOccupations.Of(query))
            .WithLicences(query.Licences)
            .UpTo(query.WageMax, query.WageUnit);
        if (query.Industries.Count > 0)
            found = found.Where(Predicates.Any(query.Industries.Select(code => $" {code} ").Select(code => (Expression<Func<SeekerProfile, bool>>)(p => p.Industries!.Contains(code)))));
        if (query.Style is { } style)
            found = style is WorkingStyle.Either
                ? found.Where(p => p.Style == WorkingStyle.Either)
                : found.Where(p => p.Style == style || p.Style == WorkingStyle.Either);
        if (query.RegularOnly)
            found = found.Where(p => p.WantsRegular);
        if (query.Traits is not SeekerTraits.None and var traits)
            found = found.Where(p => (p.Traits & traits) == traits);
        if (query.ExperienceYears * 12 is { } months)
            found = found.Where(p => p.ExperienceMonths >= months);
        if (query.CommutingMinutes is { } minutes)
            found = found.Where(p => p.CommutingMinutes >= minutes);
        if (query.Since is { } since)
        {
            var from = Jst.StartOf(FirstDay(since, today));
            found = found.Where(p => p.ChangedAt >= from);
        }
        if (query is SearchProvidedSeekers.Query { LastIncomeMin: { } least })
            found = found.Where(p => p.LastMonthlyIncome >= least);
        return found;
    }

    /// <summary>Of so many days the first, today included.</summary>
    public static DateOnly FirstDay(SeekerSince since, DateOnly today) => today.AddDays(1 - (int)since);

    private static IQueryable<SeekerProfile> WithWords(this IQueryable<SeekerProfile> found, SeekerConditions query)
    {
        var words = query.SearchedWords();
        if (query.AnyWord && words.Count > 0)
            found = found.Where(Predicates.Any(words.Select(word => Says(word, query.Scopes))));
        else
            found = words.Aggregate(found, (left, word) => left.Where(Says(word, query.Scopes)));
        return query.WordsLeftOut().Aggregate(found, (left, word) => left.Where(Predicates.Not(Says(word, query.Scopes))));
    }

    private static Expression<Func<SeekerProfile, bool>> Says(string word, IReadOnlyList<SeekerWordScope> scopes) => scopes.Count == 0
        ? p => p.SearchWords.Contains(word)
        : Predicates.Any(scopes.Select(scope => SaysIn(word, scope)));

    private static Expression<Func<SeekerProfile, bool>> SaysIn(string word, SeekerWordScope scope)
    {
        var pattern = SeekerColumns.PatternOf(word, scope);
        return p => EF.Functions.Like(p.SearchWords, pattern, TextParts.Escape);
    }

    private static IQueryable<SeekerProfile> WishingPlaces(this IQueryable<SeekerProfile> found, SeekerPlaces places)
    {
        var (whole, cities, around) = places;
        return cities.Count + whole.Count == 0 ? found
            : found.Where(p => p.Places.Any(place => whole.Contains(place.PrefectureCode)
                || (place.MunicipalityCode != null ? cities.Contains(place.MunicipalityCode) : around.Contains(place.PrefectureCode))));
    }

    private static IQueryable<SeekerProfile> WishingOccupations(this IQueryable<SeekerProfile> found, SeekerOccupations? occupations)
    {
        if (occupations is not var (exact, middles))
            return found;
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

    /// <summary>A match is the number of words in the wished work. Ties, and a match without words, go by what was changed last.</summary>
    private static IQueryable<SeekerProfile> Ordered(this IQueryable<SeekerProfile> found, SeekerConditions query)
    {
        var words = query.SearchedWords();
        return (query.Sort is SeekerSort.Match && words.Count > 0
            ? found.OrderByDescending(Predicates.HowMany(words.Select(word => SaysIn(word, SeekerWordScope.WishedWork)))).ThenByDescending(p => p.ChangedAt)
            : found.OrderByDescending(p => p.ChangedAt)).ThenBy(p => p.PublicNumber);
    }

    /// <summary>One page of the profiles that meet the conditions, out of those the caller may see.</summary>
    public static async Task<(PlaceInSearch Place, List<TShown> Rows)> PageAsync<TShown>(this IQueryable<SeekerProfile> seen, SeekerConditions conditions, DateOnly today,
        Func<IQueryable<SeekerProfile>, IQueryable<TShown>> show, CancellationToken ct)
    {
        var found = seen.Matching(conditions, today);
        var place = conditions.PlaceIn(await found.CountAsync(ct));
        return (place, await show(found.Ordered(conditions).Skip(place.Skip).Take(place.Size).AsNoTracking()).ToListAsync(ct));
    }
}

/// <summary>Places that are searched for: who wishes a prefecture as a whole also wishes each of its cities.</summary>
/// <param name="Whole">Prefectures of which every place is wanted.</param>
/// <param name="Cities">Municipalities that are wanted by themselves.</param>
/// <param name="Around">The prefectures of those.</param>
internal sealed record SeekerPlaces(IReadOnlyList<string> Whole, IReadOnlyList<string> Cities, IReadOnlyList<string> Around)
{
    public static SeekerPlaces Of(SeekerConditions query)
    {
        List<string> cities = [.. query.Municipalities.SelectMany(CodesOf).Distinct()], around = [.. cities.Select(c => c[..2]).Distinct()];
        return new([.. query.Prefectures.Except(around)], cities, around);
    }

    private static IEnumerable<string> CodesOf(string code) =>
        Municipalities.FindCity(code) is { } city ? city.Wards.Select(w => w.Code) : code.Length == 5 ? [code] : [];
}

/// <summary>Occupations that are searched for: codes as they are, and middle groups with all beneath.</summary>
internal sealed record SeekerOccupations(IReadOnlyList<string> Exact, IReadOnlyList<string> Middles)
{
    /// <returns>Null: none.</returns>
    public static SeekerOccupations? Of(SeekerConditions query) => query.Occupations.Count == 0 ? null : new(
        [.. query.Occupations.Select(Occupations.Normalise).OfType<string>().Distinct()],
        // A major group isn't the beginning of its middle groups' codes: 04 holds 023.
        [.. query.Occupations.SelectMany(g => Occupations.Find(g) switch
        {
            { Level: OccupationLevel.Major } major => Occupations.Beneath(major.Code).Select(o => o.Code),
            { Level: OccupationLevel.Middle } middle => [middle.Code],
            _ => [],
        }).Distinct()]);
}
