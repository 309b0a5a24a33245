using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace HelloWork.Domain.ReferenceData;

/// <summary>Finds the longest place name that an address starts with.</summary>
internal static partial class AddressReader
{
    private sealed record Place(Municipality? Municipality, DesignatedCity? City, bool NeedsPrefecture);

    private static readonly FrozenDictionary<string, FrozenDictionary<string, Place>> Written =
        Prefectures.All.ToFrozenDictionary(p => p.Code, p => NamesIn(p).ToFrozenDictionary(pair => pair.Name, pair => pair.Place));

    // Without a prefecture only what exists once in Japan counts: 横浜市 does, 府中市 and 北区 don't.
    private static readonly FrozenDictionary<string, Place> Unwritten =
        Written.Values.SelectMany(names => names).GroupBy(pair => pair.Key)
            .Where(group => group.Count() == 1 && !group.First().Value.NeedsPrefecture)
            .ToFrozenDictionary(group => group.Key, group => group.First().Value);

    private static readonly int LongestName = Written.Values.SelectMany(names => names.Keys).Max(name => name.Length);

    public static AddressPlace? Read(string? address)
    {
        var text = PostalCode().Replace(CodeText.Clean(address), "");
        var letters = new StringBuilder(text.Length);
        var positions = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (!char.IsWhiteSpace(text[i]))
            {
                letters.Append(Fold(text[i]));
                positions.Add(i);
            }

        var folded = letters.ToString();
        var prefecture = Prefectures.All.FirstOrDefault(p => folded.StartsWith(p.Name, StringComparison.Ordinal));
        var start = prefecture?.Name.Length ?? 0;
        var names = prefecture is null ? Unwritten : Written[prefecture.Code];
        for (var length = Math.Min(LongestName, folded.Length - start); length > 0; length--)
            if (names.TryGetValue(folded.Substring(start, length), out var place))
                return new(place.Municipality?.Prefecture ?? place.City!.Prefecture, place.Municipality, place.City, RestFrom(start + length));
        return prefecture is null ? null : new(prefecture, null, null, RestFrom(start));

        string RestFrom(int count) => count < positions.Count ? text[positions[count]..] : "";
    }

    private static IEnumerable<(string Name, Place Place)> NamesIn(Prefecture prefecture)
    {
        var municipalities = Municipalities.InPrefecture(prefecture);
        var cities = Municipalities.DesignatedCities;
        var wardNames = cities.SelectMany(city => city.Wards).Select(ward => ward.LocalName).ToHashSet();
        foreach (var m in municipalities)
            yield return (Fold(m.Name), new(m, Municipalities.CityOf(m), NeedsPrefecture: wardNames.Contains(m.Name)));

        var written = municipalities.Select(m => m.Name).ToHashSet();
        var withoutDistrict = municipalities.Where(m => m.District is not null && Municipalities.CityOf(m) is null).GroupBy(m => m.LocalName);
        foreach (var once in withoutDistrict.Where(group => group.Count() == 1 && !written.Contains(group.Key)))
            yield return (Fold(once.Key), new(once.Single(), null, NeedsPrefecture: false));

        foreach (var city in cities.Where(city => city.Prefecture == prefecture))
            yield return (Fold(city.Name), new(null, city, NeedsPrefecture: false));
    }

    private static string Fold(string text) => string.Concat(text.Select(Fold));

    // One letter for one letter, so that positions stay.
    private static char Fold(char letter) => letter switch
    {
        'ヶ' or 'ヵ' or 'カ' or 'が' or 'ガ' => 'ケ',
        'ノ' or '之' => 'の',
        '龍' => '竜',
        '檜' => '桧',
        '﨑' => '崎',
        _ => letter,
    };

    [GeneratedRegex(@"\A〒?\s*[0-9]{3}-?[0-9]{4}\s*|\A〒\s*")]
    private static partial Regex PostalCode();
}
