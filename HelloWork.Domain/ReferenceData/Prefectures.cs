using System.Collections.Frozen;
using System.Collections.Immutable;

namespace HelloWork.Domain.ReferenceData;

/// <summary>The 47 prefectures (都道府県).</summary>
public static class Prefectures
{
    /// <summary>In the order of their codes.</summary>
    public static ImmutableArray<Prefecture> All { get; } =
        [.. ReferenceFile.Rows("prefectures.tsv").Select(row => new Prefecture(row[0], row[1], row[2], row[3]))];

    private static readonly FrozenDictionary<string, Prefecture> ByCode = All.ToFrozenDictionary(p => p.Code);

    private static readonly FrozenDictionary<string, Prefecture> ByEitherName =
        All.SelectMany(p => new[] { p.Name, p.ShortName }.Distinct().Select(name => (name, p)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.p);

    /// <summary>The prefecture with this code in either width, or null.</summary>
    public static Prefecture? Find(string? code) => ByCode.GetValueOrDefault(CodeText.Clean(code));

    /// <summary>The whole 地方 that these prefectures lie in; null where they lie in several, or are all of it.</summary>
    public static (string Name, IReadOnlyList<string> Codes)? RegionAround(IEnumerable<string> codes)
    {
        var chosen = codes.Distinct().ToList();
        if (chosen.Select(code => Find(code)?.Region).Distinct().ToList() is not [{ } region])
            return null;
        var all = All.Where(p => p.Region == region).Select(p => p.Code).ToList();
        return all.Count > chosen.Count ? (region, all) : null;
    }

    /// <summary>The prefecture of this name, with or without its suffix, or null.</summary>
    public static Prefecture? ByName(string? name) => ByEitherName.GetValueOrDefault(CodeText.Clean(name));
}
