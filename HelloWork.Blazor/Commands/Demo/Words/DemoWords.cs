using System.Collections.Frozen;
using System.Collections.Immutable;

namespace HelloWork.Blazor.Commands.Demo.Words;

/// <summary>Our own word lists for demonstration data, read once from the files beside this class. Nothing here is random.</summary>
public static class DemoWords
{
    /// <summary>Kinds of work, in the order of their keys.</summary>
    public static ImmutableArray<OccupationWords> Occupations { get; } =
        [.. WordFile.OpenAll("Occupations").Select(file => new OccupationWords(file))];

    /// <summary>Invented companies.</summary>
    public static CompanyWords Companies { get; } = new(WordFile.Open("companies.txt"));

    /// <summary>Invented places.</summary>
    public static PlaceWords Places { get; } = new(WordFile.Open("places.txt"));

    /// <summary>Sentences for any occupation.</summary>
    public static PhraseWords Phrases { get; } = new(WordFile.Open("phrases.txt"));

    /// <summary>姓, some with variant letters.</summary>
    public static ImmutableArray<KanaName> FamilyNames { get; } = Names("family-names.txt");

    /// <summary>名.</summary>
    public static ImmutableArray<KanaName> GivenNames { get; } = Names("given-names.txt");

    /// <summary>The levels of wages, the highest first.</summary>
    public static ImmutableArray<WageLevel> WageLevels { get; } =
        [.. WordFile.Open("regions.txt").Rows("levels").Select(WageLevel.Read)];

    private static readonly FrozenDictionary<string, WageLevel> LevelByPrefecture =
        WageLevels.SelectMany(level => level.PrefectureCodes.Select(code => (code, level))).ToFrozenDictionary(pair => pair.code, pair => pair.level);

    /// <summary>The kinds of work that such a company would offer: at least one.</summary>
    public static ImmutableArray<OccupationWords> OccupationsFor(CompanyPattern company) => [.. Occupations.Where(words => words.Fits(company))];

    /// <summary>The level of wages in a prefecture.</summary>
    /// <exception cref="KeyNotFoundException">There is no such prefecture.</exception>
    public static WageLevel WageLevelIn(string prefectureCode) => LevelByPrefecture[prefectureCode];

    private static ImmutableArray<KanaName> Names(string file) =>
        [.. WordFile.Open(file).Rows("names").Select(row => new KanaName(row[0], row[1]))];
}
