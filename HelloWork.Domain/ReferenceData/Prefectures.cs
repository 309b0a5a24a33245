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

    /// <summary>The prefecture of this name, with or without its suffix, or null.</summary>
    public static Prefecture? ByName(string? name) => ByEitherName.GetValueOrDefault(CodeText.Clean(name));
}
