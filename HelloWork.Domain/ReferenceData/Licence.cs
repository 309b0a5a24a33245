using System.Collections.Frozen;
using System.Collections.Immutable;

namespace HelloWork.Domain.ReferenceData;

/// <summary>免許・資格.</summary>
/// <param name="Code">4 digits. Ours, not of the official list, which was not to be had.</param>
/// <param name="Group">The field it belongs to, ours: 医療・看護.</param>
/// <param name="Name">看護師.</param>
public sealed record Licence(string Code, string Group, string Name);

/// <summary>Common licences and qualifications (免許・資格); selection and codes are ours.</summary>
public static class Licences
{
    /// <summary>In the order of their codes, which keeps the groups together.</summary>
    public static ImmutableArray<Licence> All { get; } =
        [.. ReferenceFile.Rows("licences.tsv").Select(row => new Licence(row[0], row[1], row[2]))];

    private static readonly FrozenDictionary<string, Licence> ByCode = All.ToFrozenDictionary(l => l.Code);

    private static readonly FrozenDictionary<string, Licence> ByCleanName = All.ToFrozenDictionary(l => CodeText.Clean(l.Name));

    /// <summary>The licence with this code in either width, or null.</summary>
    public static Licence? Find(string? code) => ByCode.GetValueOrDefault(CodeText.Clean(code));

    /// <summary>The licence of this name in either width, or null.</summary>
    public static Licence? ByName(string? name) => ByCleanName.GetValueOrDefault(CodeText.Clean(name));
}
