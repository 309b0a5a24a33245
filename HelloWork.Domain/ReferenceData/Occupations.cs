using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace HelloWork.Domain.ReferenceData;

/// <summary>厚生労働省編職業分類 (2022): 15 major, 99 middle groups, and examples of minor groups.</summary>
public static partial class Occupations
{
    /// <summary>Each group before those beneath it.</summary>
    public static ImmutableArray<Occupation> All { get; } =
        [.. ReferenceFile.Rows("occupations.tsv").Select(row => new Occupation(row[0], row[1] is "" ? null : row[1], row[2], row[3] is "example"))];

    /// <summary>大分類.</summary>
    public static ImmutableArray<Occupation> Majors { get; } = [.. All.Where(o => o.Level is OccupationLevel.Major)];

    /// <summary>中分類.</summary>
    public static ImmutableArray<Occupation> Middles { get; } = [.. All.Where(o => o.Level is OccupationLevel.Middle)];

    /// <summary>小分類, only some and all examples.</summary>
    public static ImmutableArray<Occupation> Minors { get; } = [.. All.Where(o => o.Level is OccupationLevel.Minor)];

    private static readonly FrozenDictionary<string, Occupation> ByCode = All.ToFrozenDictionary(o => o.Code);

    private static readonly ILookup<string, Occupation> ByParent =
        All.Where(o => o.ParentCode is not null).ToLookup(o => o.ParentCode!);

    /// <summary>The occupation with this code, or null; reads what <see cref="Normalise"/> reads.</summary>
    public static Occupation? Find(string? code) => Normalise(code) is { } known ? ByCode.GetValueOrDefault(known) : null;

    /// <summary>The groups directly beneath one.</summary>
    public static IEnumerable<Occupation> Beneath(string? code) => Normalise(code) is { } known ? ByParent[known] : [];

    /// <summary>"04", "023" or "023-01" from any width and from "02301"; null when it has none of these shapes. Says nothing about the code's being known.</summary>
    public static string? Normalise(string? code)
    {
        var text = CodeText.Clean(code);
        return Shape().IsMatch(text) ? text.Length == 5 ? $"{text[..3]}-{text[3..]}" : text : null;
    }

    /// <summary>
    /// From the major group down to the code itself. A minor group that the table doesn't have gives its major and middle group;
    /// a code with an unknown middle group, or without the shape of a code, gives nothing.
    /// </summary>
    public static ImmutableArray<Occupation> Covering(string? code)
    {
        if (Normalise(code) is not { } known)
            return [];

        var deepest = ByCode.GetValueOrDefault(known) ?? (known.Length > 3 ? ByCode.GetValueOrDefault(known[..3]) : null);
        var path = ImmutableArray.CreateBuilder<Occupation>();
        for (var group = deepest; group is not null; group = group.ParentCode is { } parent ? ByCode[parent] : null)
            path.Insert(0, group);
        return path.ToImmutable();
    }

    /// <summary>The group right above a known code; a major group is its own. Of a minor group that the table doesn't have, the middle group.</summary>
    public static string Above(string code) => Covering(code) is [.., var above, { } own] && own.Code == Normalise(code) ? above.Code : Covering(code)[^1].Code;

    /// <summary>Whether <paramref name="code"/> is <paramref name="group"/> or lies beneath it: "023-01" matches "023" and "04", not "02".</summary>
    public static bool Matches(string? code, string? group) =>
        Normalise(code) is { } of && Normalise(group) is { } above && (of == above || Covering(of).Any(o => o.Code == above));

    [GeneratedRegex(@"\A(?:[0-9]{2}|[0-9]{3}|[0-9]{3}-?[0-9]{2})\z")]
    private static partial Regex Shape();
}
