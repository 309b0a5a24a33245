using System.Collections.Frozen;
using System.Collections.Immutable;

namespace HelloWork.Domain.ReferenceData;

/// <summary>Examples of placement offices (公共職業安定所), at least one in each prefecture; together they serve every municipality.</summary>
public static class PlacementOffices
{
    /// <summary>In the order of their codes; the first of a prefecture is its main one.</summary>
    public static ImmutableArray<PlacementOffice> All { get; } =
        [.. ReferenceFile.Rows("placement-offices.tsv").GroupBy(row => row[0][..2]).SelectMany(OfPrefecture)];

    private static readonly FrozenDictionary<string, PlacementOffice> ByCode = All.ToFrozenDictionary(o => o.Code);

    private static readonly FrozenDictionary<string, PlacementOffice> ByMunicipality =
        All.SelectMany(o => o.MunicipalityCodes.Select(code => (code, o))).ToFrozenDictionary(pair => pair.code, pair => pair.o);

    private static readonly FrozenDictionary<string, ImmutableArray<PlacementOffice>> ByPrefecture =
        All.GroupBy(o => o.PrefectureCode).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>The office with this 5-digit code in either width, or null.</summary>
    public static PlacementOffice? Find(string? code) => ByCode.GetValueOrDefault(CodeText.Clean(code));

    /// <summary>Those of a prefecture, the main one first; none for an unknown prefecture.</summary>
    public static ImmutableArray<PlacementOffice> InPrefecture(string? prefectureCode) =>
        ByPrefecture.GetValueOrDefault(CodeText.Clean(prefectureCode), []);

    /// <summary>The office in charge (管轄) of a municipality, or null when the code is unknown. Takes a designated city's code too: the office of its first ward.</summary>
    public static PlacementOffice? Serving(string? municipalityCode)
    {
        var code = CodeText.Clean(municipalityCode);
        return ByMunicipality.GetValueOrDefault(Municipalities.FindCity(code)?.Wards[0].Code ?? code);
    }

    private static IEnumerable<PlacementOffice> OfPrefecture(IGrouping<string, string[]> rows)
    {
        var municipalities = Municipalities.InPrefecture(rows.Key);
        var offices = rows.Select(row => (Row: row, Serves: Named(row[5], municipalities).ToHashSet())).ToArray();
        var named = offices.SelectMany(office => office.Serves).ToHashSet();
        offices[0].Serves.UnionWith(municipalities.Select(m => m.Code).Where(code => !named.Contains(code)));
        var prefecture = Prefectures.Find(rows.Key)!;
        return offices.Select(office => new PlacementOffice(office.Row[0], office.Row[1], office.Row[2],
            prefecture.Name + office.Row[3], office.Row[4], [.. office.Serves.Order(StringComparer.Ordinal)]));
    }

    // A name is a municipality, a 郡 or a designated city.
    private static IEnumerable<string> Named(string names, ImmutableArray<Municipality> municipalities) =>
        names.Split(' ').SelectMany(name => municipalities.Where(m => m.Name == name || m.District == name).Select(m => m.Code));
}
