using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace HelloWork.Domain.ReferenceData;

/// <summary>The 1,892 municipalities (市区町村, wards of designated cities counted singly).</summary>
public static partial class Municipalities
{
    /// <summary>In the order of their codes.</summary>
    public static ImmutableArray<Municipality> All { get; } =
        [.. ReferenceFile.Rows("municipalities.tsv").Select(row => new Municipality(row[0], row[1], row[2], DistrictOf(row[1])))];

    /// <summary>政令指定都市: the twenty cities that <see cref="All"/> holds by their wards, in the order of their codes.</summary>
    public static ImmutableArray<DesignatedCity> DesignatedCities { get; } =
        [.. All.Where(m => m.District is not null && m.Name.EndsWith('区')).GroupBy(m => (m.PrefectureCode, m.District))
            .Select(wards => new DesignatedCity($"{wards.First().Code[..4]}0", wards.Key.District!, [.. wards]))];

    private static readonly FrozenDictionary<string, Municipality> ByCode = All.ToFrozenDictionary(m => m.Code);

    private static readonly FrozenDictionary<string, DesignatedCity> CityByCode = DesignatedCities.ToFrozenDictionary(c => c.Code);

    private static readonly FrozenDictionary<string, DesignatedCity> CityByWard =
        DesignatedCities.SelectMany(city => city.Wards.Select(ward => (ward.Code, city))).ToFrozenDictionary(pair => pair.Code, pair => pair.city);

    private static readonly FrozenDictionary<string, ImmutableArray<Municipality>> ByPrefecture =
        All.GroupBy(m => m.PrefectureCode).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>The municipality with this 5-digit code in either width, or null. A designated city as a whole isn't one: see <see cref="FindCity"/>.</summary>
    public static Municipality? Find(string? code) => ByCode.GetValueOrDefault(CodeText.Clean(code));

    /// <summary>The designated city with this 5-digit code, or null.</summary>
    public static DesignatedCity? FindCity(string? code) => CityByCode.GetValueOrDefault(CodeText.Clean(code));

    /// <summary>The designated city that this ward belongs to, or null.</summary>
    public static DesignatedCity? CityOf(Municipality municipality) => CityByWard.GetValueOrDefault(municipality.Code);

    /// <summary>Those of a prefecture in the order of their codes; none for an unknown prefecture.</summary>
    public static ImmutableArray<Municipality> InPrefecture(string? prefectureCode) =>
        ByPrefecture.GetValueOrDefault(CodeText.Clean(prefectureCode), []);

    /// <summary>Those of a prefecture in the order of their codes.</summary>
    public static ImmutableArray<Municipality> InPrefecture(Prefecture prefecture) => InPrefecture(prefecture.Code);

    /// <summary>
    /// Reads prefecture and municipality at the start of a Japanese address: any width, blanks between the parts, a postal code
    /// in front, ヶ or ケ, without 郡, without the prefecture where the name is the only one in Japan. Null when not even the prefecture can be read.
    /// </summary>
    public static AddressPlace? FindInAddress(string? address) => AddressReader.Read(address);

    private static string? DistrictOf(string name) =>
        DistrictShape().Match(name) is { Success: true } match ? match.Groups["district"].Value : null;

    // 余市郡余市町 and 札幌市中央区 have one, 郡山市 and 千代田区 don't; two islands of 東京都 stand where others have a 郡.
    [GeneratedRegex(@"\A(?<district>三宅島|八丈島|.+?郡)(?=.+[町村]\z)|\A(?<district>.+市)(?=.+区\z)")]
    private static partial Regex DistrictShape();
}
