using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;
using HelloWork.Domain.Seekers;

namespace HelloWork.Blazor.Jobs;

/// <summary>A place or an occupation that somebody may mean.</summary>
/// <param name="Field">The search's field: pref, city or occ.</param>
/// <param name="Name">In the language of the page.</param>
public sealed record JobSuggestion(string Field, string Code, string Name)
{
    public bool IsPlace => Field is not "occ";

    /// <summary>The search narrowed by it, without the word that named it: in place of what was chosen of the same kind, beside which it would widen the search.</summary>
    public JobSearchQuery Narrow(JobSearchQuery query, string word)
    {
        var (prefectures, cities, occupations) = Narrowed(query.Prefectures, query.Municipalities, query.Occupations);
        return query with { FreeWords = Without(query.TypedWords(), word), Prefectures = prefectures, Municipalities = cities, Occupations = occupations, Page = 1 };
    }

    /// <summary>Likewise, of seekers.</summary>
    public SeekerConditions Narrow(SeekerConditions query, string word)
    {
        var (prefectures, cities, occupations) = Narrowed(query.Prefectures, query.Municipalities, query.Occupations);
        return query with { Words = Without(query.TypedWords(), word) is { Length: > 0 } left ? left : null, Prefectures = prefectures, Municipalities = cities, Occupations = occupations, Page = 1 };
    }

    private static string Without(IEnumerable<string> words, string word) => string.Join(' ', words.Where(w => w != word));

    private (IReadOnlyList<string> Prefectures, IReadOnlyList<string> Municipalities, IReadOnlyList<string> Occupations) Narrowed(IReadOnlyList<string> prefectures, IReadOnlyList<string> cities, IReadOnlyList<string> occupations) => Field switch
    {
        "pref" => ([Code], [.. cities.Where(m => m.StartsWith(Code, StringComparison.Ordinal))], occupations),
        "city" => ([.. prefectures.Where(p => Code.StartsWith(p, StringComparison.Ordinal))], [Code], occupations),
        _ => (prefectures, cities, [Code]),
    };

    public bool IsChosenIn(JobSearchQuery query) => IsAmong([.. query.Prefectures, .. query.Municipalities, .. query.Occupations]);

    public bool IsChosenIn(SeekerConditions query) => IsAmong([.. query.Prefectures, .. query.Municipalities, .. query.Occupations]);

    private bool IsAmong(IEnumerable<string> codes) => codes.Contains(Code);
}

/// <summary>候補: places and occupations by what one types of them, in kanji, in kana, or on English pages in letters. Some 2,500 names, gone through for each question.</summary>
public static class JobSuggestions
{
    public const int Most = 8;
    public const int LongestTyped = 30;

    private const int MostNamed = 2, MostOffers = 3;

    private static readonly ConcurrentDictionary<Language, All> ByLanguage = new();

    /// <summary>Those whose name begins with what was typed, then those that hold it; large before small.</summary>
    public static IReadOnlyList<JobSuggestion> For(string? typed, Language language)
    {
        var normal = SearchText.Normalise(typed is { Length: > LongestTyped } ? typed[..LongestTyped] : typed);
        // One kana or letter is in most of them.
        if (normal.Length == 0 || (normal.Length == 1 && normal[0] is < '\u4E00' or > '\u9FFF'))
            return [];
        List<JobSuggestion> begins = [], holds = [];
        foreach (var entry in ByLanguage.GetOrAdd(language, Build).Entries)
            if (entry.Keys.Any(key => key.StartsWith(normal, StringComparison.Ordinal)))
                begins.Add(entry.Suggestion);
            else if (normal.Length > 1 && holds.Count < Most && entry.Keys.Any(key => key.Contains(normal, StringComparison.Ordinal)))
                holds.Add(entry.Suggestion);
        return [.. begins.Take(Most).Concat(holds).Take(Most)];
    }

    /// <summary>What a word names, letter by letter: 新宿区, 新宿, しんじゅく.</summary>
    public static IEnumerable<JobSuggestion> Named(string word, Language language) =>
        ByLanguage.GetOrAdd(language, Build).Named.TryGetValue(SearchText.Normalise(word), out var named) ? named.Take(MostNamed) : [];

    /// <summary>What words of a search name, to be narrowed by; with the word each.</summary>
    public static IReadOnlyList<(string Word, JobSuggestion Offer)> OffersFor(IEnumerable<string> words, Func<JobSuggestion, bool> isChosen) =>
        [.. words.SelectMany(word => Named(word, LanguageTags.Current).Select(offer => (word, offer))).Where(o => !isChosen(o.offer)).Take(MostOffers)];

    private sealed record Entry(JobSuggestion Suggestion, string[] Keys);

    private sealed record All(Entry[] Entries, FrozenDictionary<string, JobSuggestion[]> Named);

    private static All Build(Language language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = language.Texts();
        try
        {
            Entry[] entries = [.. Places(), .. Occupations.All.OrderBy(o => o.Level).Select(o => Of("occ", o.Code, o.Here(), [o.Name, o.Name.Replace("の職業", "", StringComparison.Ordinal), Names.ReadingOf(o.Name), .. o.Name.Split('、', '・')]))];
            var named = entries.SelectMany(e => e.Keys.Where(key => key.Length > 1).Select(key => (key, e.Suggestion))).GroupBy(p => p.key, p => p.Suggestion).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray());
            return new(entries, named);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IEnumerable<Entry> Places()
    {
        foreach (var p in Prefectures.All)
            yield return Of("pref", p.Code, p.Here(), [p.Name, p.ShortName, p.Kana]);
        foreach (var c in Municipalities.DesignatedCities)
            yield return Of("city", c.Code, c.FullHere(), [c.Name, c.Name[..^1], .. c.Wards[0].Kana.IndexOf('シ', StringComparison.Ordinal) is > 0 ? [KanaOf(c)] : (string[])[]]);
        foreach (var m in Municipalities.All)
            yield return Of("city", m.Code, m.FullHere(), [m.FullName, m.Name, m.LocalName, Bare(m.LocalName), m.Kana, LocalKana(m), Bare(LocalKana(m), kana: true), m.Here()]);
    }

    private static Entry Of(string field, string code, string shown, IEnumerable<string?> names)
    {
        var name = Readings.Leave(shown);
        return new(new(field, code, name), [.. names.Append(name).Select(n => SearchText.Normalise(Readings.Leave(n ?? ""))).Where(n => n.Length > 0).Distinct()]);
    }

    /// <summary>新宿 of 新宿区.</summary>
    private static string? Bare(string? name, bool kana = false)
    {
        if (name is null)
            return null;
        foreach (var ending in kana ? ["シ", "ク", "マチ", "チョウ", "ムラ", "ソン"] : (string[])["市", "区", "町", "村"])
            if (name.EndsWith(ending, StringComparison.Ordinal) && name.Length - ending.Length >= 2)
                return name[..^ending.Length];
        return null;
    }

    /// <summary>What stands behind 郡 or the designated city.</summary>
    private static string LocalKana(Municipality m) => m.District is null ? m.Kana
        : m.District.EndsWith('郡') && m.Kana.LastIndexOf("グン", StringComparison.Ordinal) is > 0 and var end ? m.Kana[(end + 2)..]
        : Municipalities.CityOf(m) is { } city ? m.Kana[KanaOf(city).Length..] : m.Kana;

    // What the wards of a city begin with in common, up to the シ of 市.
    private static string KanaOf(DesignatedCity city)
    {
        var first = city.Wards[0].Kana;
        var same = Enumerable.Range(0, first.Length).TakeWhile(i => city.Wards.All(w => i < w.Kana.Length && w.Kana[i] == first[i])).Count();
        return first[..(first.LastIndexOf('シ', same - 1) + 1)];
    }
}
