using System.Collections.Frozen;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Blazor.Languages;

/// <summary>Names of the reference tables (places, occupations, industries, licences, offices) in the language of the page.</summary>
public static class Names
{
    private sealed record Forms(string English, string Marked);

    private static readonly FrozenDictionary<string, Forms> Known = Read().ToFrozenDictionary(row => row[0], row => new Forms(row[1], Readings.Mark(row[2])));

    private static readonly FrozenDictionary<string, Forms> Places = Municipalities.All.ToFrozenDictionary(m => m.Code, m => new Forms(English(m), Read(m.Name, m.Kana)));

    private static readonly FrozenDictionary<string, Forms> Cities = Municipalities.DesignatedCities.ToFrozenDictionary(c => c.Code, c =>
    {
        var kana = KanaOf(c);
        return new Forms(Romaji.Of(kana[..^1]), Read(c.Name, kana));
    });

    /// <summary>A fixed Japanese word as the page's language says it; what isn't in the table stays as it is.</summary>
    public static string Here(this string japanese)
    {
        if (LanguageTags.Current is Language.Japanese)
            return japanese;
        if (Known.TryGetValue(japanese, out var forms))
            return Of(forms, japanese);
        // Several of them in one: 土・日・祝.
        var words = japanese.Split(Between);
        return words.All(Known.ContainsKey) ? Signs.Listed(words.Select(w => w.Here())) : japanese;
    }

    /// <summary>How a fixed Japanese word is read; null: it isn't in the table.</summary>
    internal static string? ReadingOf(string japanese) => Known.TryGetValue(japanese, out var forms) ? Readings.Spoken(forms.Marked) : null;

    private static readonly char[] Between = ['・', '、'];

    public static string Here(this Prefecture prefecture) => prefecture.Name.Here();

    public static string Here(this Occupation occupation) => occupation.Name.Here();

    public static string Here(this Industry industry) => industry.Name.Here();

    public static string Here(this Licence licence) => licence.Name.Here();

    public static string Here(this PlacementOffice office) => office.Name.Here();

    public static string Here(this Municipality municipality) => Of(Places.GetValueOrDefault(municipality.Code), municipality.Name);

    public static string Here(this DesignatedCity city) => Of(Cities.GetValueOrDefault(city.Code), city.Name);

    /// <summary>With the prefecture: 東京都新宿区; Shinjuku-ku, Tokyo.</summary>
    public static string FullHere(this Municipality municipality) => InPrefecture(municipality.Prefecture, municipality.Here());

    public static string FullHere(this DesignatedCity city) => InPrefecture(city.Prefecture, city.Here());

    /// <summary>A place, or several, of a prefecture.</summary>
    public static string InPrefecture(Prefecture prefecture, string places) =>
        LanguageTags.Current is Language.English ? $"{places}, {prefecture.Here()}" : prefecture.Here() + places;

    private static string Of(Forms? forms, string japanese) => LanguageTags.Current switch
    {
        Language.English => forms?.English ?? japanese,
        Language.EasyJapanese => forms?.Marked ?? japanese,
        _ => japanese,
    };

    private static string Read(string name, string kana) => Readings.Mark($"｜{name}《{Hiragana(kana)}》");

    private static string Hiragana(string kana) => string.Create(kana.Length, kana, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++) to[i] = from[i] is >= 'ァ' and <= 'ヶ' ? (char)(from[i] - 'ァ' + 'ぁ') : from[i];
    });

    /// <summary>Chuo-ku, Sapporo; Shinto-mura, Kitagunma-gun.</summary>
    private static string English(Municipality m)
    {
        var district = m.District is null ? 0 : m.District[^1] switch
        {
            '郡' => m.Kana.LastIndexOf("グン", StringComparison.Ordinal) + 2,
            '市' when Municipalities.CityOf(m) is { } city => KanaOf(city).Length,
            _ => 0,
        };
        var local = WithKind(m.Name[^1], m.Kana[district..]);
        return district == 0 ? local
            : m.District![^1] == '郡' ? $"{local}, {Romaji.Of(m.Kana[..(district - 2)])}-gun"
            : $"{local}, {Romaji.Of(m.Kana[..(district - 1)])}";
    }

    private static string WithKind(char kind, string kana)
    {
        var ending = kind switch { '市' => "シ", '区' => "ク", '町' => kana.EndsWith("マチ", StringComparison.Ordinal) ? "マチ" : "チョウ", '村' => kana.EndsWith("ソン", StringComparison.Ordinal) ? "ソン" : "ムラ", _ => "" };
        if (ending.Length == 0 || !kana.EndsWith(ending, StringComparison.Ordinal)) return Romaji.Of(kana);
        var place = Romaji.Of(kana[..^ending.Length]);
        return kind == '市' ? place : $"{place}-{Romaji.Of(ending).ToLowerInvariant()}";
    }

    // A designated city's own kana is what its wards begin with, up to the シ of 市.
    private static string KanaOf(DesignatedCity city)
    {
        var first = city.Wards[0].Kana;
        var same = Enumerable.Range(0, first.Length).TakeWhile(i => city.Wards.All(w => i < w.Kana.Length && w.Kana[i] == first[i])).Count();
        return first[..(first.LastIndexOf('シ', same - 1) + 1)];
    }

    private static IEnumerable<string[]> Read()
    {
        using var stream = typeof(Names).Assembly.GetManifestResourceStream("Languages/names.tsv") ?? throw new InvalidOperationException("names.tsv isn't embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line is not ['#', ..] and not "")
                yield return line.Split('\t');
    }
}
