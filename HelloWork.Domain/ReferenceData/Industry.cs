using System.Collections.Frozen;
using System.Collections.Immutable;

namespace HelloWork.Domain.ReferenceData;

/// <summary>産業 of the 日本標準産業分類 (14th revision).</summary>
/// <param name="Code">大分類 "A" to "T" or 中分類 "01" to "99".</param>
/// <param name="DivisionCode">The 大分類 it belongs to; its own code for a division.</param>
/// <param name="Name">医療業.</param>
public sealed record Industry(string Code, string DivisionCode, string Name)
{
    /// <summary>Whether it is a division (大分類).</summary>
    public bool IsDivision => Code == DivisionCode;
}

/// <summary>日本標準産業分類 (14th revision): 20 divisions and 99 major groups.</summary>
public static class Industries
{
    /// <summary>Each division before its groups.</summary>
    public static ImmutableArray<Industry> All { get; } =
        [.. ReferenceFile.Rows("industries.tsv").Select(row => new Industry(row[0], row[1] is "" ? row[0] : row[1], row[2]))];

    /// <summary>大分類.</summary>
    public static ImmutableArray<Industry> Divisions { get; } = [.. All.Where(i => i.IsDivision)];

    /// <summary>中分類.</summary>
    public static ImmutableArray<Industry> Groups { get; } = [.. All.Where(i => !i.IsDivision)];

    private static readonly FrozenDictionary<string, Industry> ByCode = All.ToFrozenDictionary(i => i.Code);

    /// <summary>The industry with this code in either width and case, or null.</summary>
    public static Industry? Find(string? code) => ByCode.GetValueOrDefault(CodeText.Clean(code).ToUpperInvariant());

    /// <summary>The major groups of a division; none for an unknown one.</summary>
    public static IEnumerable<Industry> InDivision(string? code) =>
        Find(code) is { IsDivision: true } division ? Groups.Where(i => i.DivisionCode == division.Code) : [];
}
