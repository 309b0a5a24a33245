using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;
using HelloWork.Domain.Seekers.Provision;

namespace HelloWork.Domain.Seekers;

/// <summary>Which condition a <see cref="SeekerLoosening"/> widens or gives up.</summary>
public enum SeekerLooseningKind
{
    Trait = 1,
    Regular = 2,
    MyPage = 3,
    /// <summary>The next longer time.</summary>
    SinceLonger = 4,
    Since = 5,
    NotWords = 6,
    Scopes = 7,
    /// <summary>The next fewer years.</summary>
    ExperienceLower = 8,
    Experience = 9,
    /// <summary>The next fewer minutes.</summary>
    CommutingLower = 10,
    Commuting = 11,
    /// <summary>The next lower step.</summary>
    LastIncomeLower = 12,
    LastIncome = 13,
    /// <summary>The next higher step of the wished wage.</summary>
    WageHigher = 14,
    Wage = 15,
    Licences = 16,
    Industries = 17,
    Style = 18,
    /// <summary>Any place in the same prefectures.</summary>
    Municipalities = 19,
    /// <summary>The whole 地方 of the chosen prefectures.</summary>
    Region = 20,
    Prefectures = 21,
    /// <summary>The groups above the chosen occupations.</summary>
    OccupationsWider = 22,
    Occupations = 23,
    /// <summary>One of the words is enough.</summary>
    AnyWord = 24,
    Word = 25,
}

/// <summary>A wider search of seekers, by the same viewer.</summary>
/// <param name="Word">The word given up, as typed; the 地方 of <see cref="SeekerLooseningKind.Region"/>.</param>
/// <param name="Trait">The one given up.</param>
public sealed record SeekerLoosening(SeekerLooseningKind Kind, SeekerConditions Query, string? Word = null, SeekerTraits Trait = SeekerTraits.None) : Loosening<SeekerConditions, SeekerLoosening>(Query)
{
    public override bool IsWidened => Kind is SeekerLooseningKind.SinceLonger or SeekerLooseningKind.ExperienceLower or SeekerLooseningKind.CommutingLower or SeekerLooseningKind.LastIncomeLower
        or SeekerLooseningKind.WageHigher or SeekerLooseningKind.Municipalities or SeekerLooseningKind.Region or SeekerLooseningKind.OccupationsWider or SeekerLooseningKind.AnyWord;

    internal override Enum? About => Kind switch
    {
        SeekerLooseningKind.SinceLonger or SeekerLooseningKind.Since => SeekerLooseningKind.Since,
        SeekerLooseningKind.ExperienceLower or SeekerLooseningKind.Experience => SeekerLooseningKind.Experience,
        SeekerLooseningKind.CommutingLower or SeekerLooseningKind.Commuting => SeekerLooseningKind.Commuting,
        SeekerLooseningKind.LastIncomeLower or SeekerLooseningKind.LastIncome => SeekerLooseningKind.LastIncome,
        SeekerLooseningKind.WageHigher or SeekerLooseningKind.Wage => SeekerLooseningKind.Wage,
        SeekerLooseningKind.Municipalities or SeekerLooseningKind.Region or SeekerLooseningKind.Prefectures => SeekerLooseningKind.Prefectures,
        SeekerLooseningKind.OccupationsWider or SeekerLooseningKind.Occupations => SeekerLooseningKind.Occupations,
        _ => null,
    };

    internal override bool DoesAs(SeekerLoosening other) => (Kind, Word, Trait) == (other.Kind, other.Word, other.Trait);

    /// <summary>The search with one condition widened or given up; the most natural step first, the nearer of two alike before the farther.</summary>
    internal static IEnumerable<SeekerLoosening> Of(SeekerConditions asked)
    {
        var query = asked with { Page = 1 };
        return [.. Choices(query), .. Figures(query), .. Places(query), .. Occupied(query), .. Words(query)];
    }

    private static IEnumerable<SeekerLoosening> Choices(SeekerConditions query)
    {
        foreach (var trait in Enum.GetValues<SeekerTraits>().Where(trait => trait is not SeekerTraits.None && query.Traits.HasFlag(trait)))
            yield return new(SeekerLooseningKind.Trait, query with { Traits = query.Traits & ~trait }, Trait: trait);
        if (query.RegularOnly)
            yield return new(SeekerLooseningKind.Regular, query with { RegularOnly = false });
        if (query is SearchSeekers.Query { WithMyPageOnly: true } employers)
            yield return new(SeekerLooseningKind.MyPage, employers with { WithMyPageOnly = false });
        if (query.Since is { } since)
        {
            if (Enum.GetValues<SeekerSince>().Order().FirstOrDefault(step => step > since) is var longer and not default(SeekerSince))
                yield return new(SeekerLooseningKind.SinceLonger, query with { Since = longer });
            yield return new(SeekerLooseningKind.Since, query with { Since = null });
        }
        if (query.WordsLeftOut().Count > 0)
            yield return new(SeekerLooseningKind.NotWords, query with { NotWords = null });
        if (query.Scopes.Count > 0)
            yield return new(SeekerLooseningKind.Scopes, query with { Scopes = [] });
    }

    private static IEnumerable<SeekerLoosening> Figures(SeekerConditions query)
    {
        if (SeekerConditions.ExperienceSteps.LastOrDefault(step => step < query.ExperienceYears) is > 0 and var years)
            yield return new(SeekerLooseningKind.ExperienceLower, query with { ExperienceYears = years });
        if (query.ExperienceYears is not null)
            yield return new(SeekerLooseningKind.Experience, query with { ExperienceYears = null });
        if (SeekerConditions.CommutingSteps.LastOrDefault(step => step < query.CommutingMinutes) is > 0 and var minutes)
            yield return new(SeekerLooseningKind.CommutingLower, query with { CommutingMinutes = minutes });
        if (query.CommutingMinutes is not null)
            yield return new(SeekerLooseningKind.Commuting, query with { CommutingMinutes = null });
        if (query is SearchProvidedSeekers.Query { LastIncomeMin: { } least } providers)
        {
            if (SeekerConditions.IncomeSteps.LastOrDefault(step => step < least) is > 0 and var lower)
                yield return new(SeekerLooseningKind.LastIncomeLower, providers with { LastIncomeMin = lower });
            yield return new(SeekerLooseningKind.LastIncome, providers with { LastIncomeMin = null });
        }
        if (WageBands.Of(query.WageUnit).FirstOrDefault(band => band > query.WageMax) is > 0 and var higher)
            yield return new(SeekerLooseningKind.WageHigher, query with { WageMax = higher });
        if (query.WageMax is not null)
            yield return new(SeekerLooseningKind.Wage, query with { WageMax = null });
        if (query.Licences.Count > 0)
            yield return new(SeekerLooseningKind.Licences, query with { Licences = [] });
        if (query.Industries.Count > 0)
            yield return new(SeekerLooseningKind.Industries, query with { Industries = [] });
        if (query.Style is not null)
            yield return new(SeekerLooseningKind.Style, query with { Style = null });
    }

    private static IEnumerable<SeekerLoosening> Places(SeekerConditions query)
    {
        List<string> prefectures = [.. query.Prefectures.Concat(query.Municipalities.Select(code => code[..2])).Distinct()];
        if (query.Municipalities.Count > 0)
            yield return new(SeekerLooseningKind.Municipalities, query with { Municipalities = [], Prefectures = prefectures });
        if (Prefectures.RegionAround(prefectures) is { } region)
            yield return new(SeekerLooseningKind.Region, query with { Prefectures = region.Codes, Municipalities = [] }, region.Name);
        if (prefectures.Count > 0)
            yield return new(SeekerLooseningKind.Prefectures, query with { Prefectures = [], Municipalities = [] });
    }

    private static IEnumerable<SeekerLoosening> Occupied(SeekerConditions query)
    {
        if (query.Occupations.Any(code => code.Length > 2))
            yield return new(SeekerLooseningKind.OccupationsWider, query with { Occupations = [.. query.Occupations.Select(Occupations.Above).Distinct()] });
        if (query.Occupations.Count > 0)
            yield return new(SeekerLooseningKind.Occupations, query with { Occupations = [] });
    }

    private static IEnumerable<SeekerLoosening> Words(SeekerConditions query)
    {
        var words = query.TypedWords();
        if (words.Count > 1 && !query.AnyWord)
            yield return new(SeekerLooseningKind.AnyWord, query with { AnyWord = true });
        foreach (var word in words)
            yield return new(SeekerLooseningKind.Word, query with { Words = string.Join(' ', words.Where(w => w != word)) is { Length: > 0 } left ? left : null }, word);
    }
}
