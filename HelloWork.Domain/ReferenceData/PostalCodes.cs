using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace HelloWork.Domain.ReferenceData;

/// <summary>Which municipality a postal code (郵便番号) lies in.</summary>
public static partial class PostalCodes
{
    private static readonly ImmutableArray<(string First, ImmutableArray<string> Municipalities)> Runs =
        [.. ReferenceFile.Rows("postal-codes.tsv").Select(row => (row[0], row[1].Split(' ').ToImmutableArray()))];

    private static readonly ImmutableArray<string> Firsts = [.. Runs.Select(run => run.First)];

    private static readonly FrozenDictionary<string, string> OneOfEach =
        Runs.SelectMany(run => run.Municipalities.Select(code => (code, run.First, Shared: run.Municipalities.Length > 1)))
            .GroupBy(row => row.code).ToFrozenDictionary(rows => rows.Key, rows => rows.OrderBy(row => row.Shared).First().First);

    /// <summary>
    /// The municipalities of a postal code (either width, with or without the hyphen): mostly one, a few codes have two or more.
    /// None when it hasn't seven digits. A code that doesn't exist gives the one before it.
    /// </summary>
    public static ImmutableArray<Municipality> FindMunicipalities(string? postalCode)
    {
        var digits = CodeText.Clean(postalCode).TrimStart('〒');
        if (!Shape().IsMatch(digits))
            return [];

        var index = Firsts.BinarySearch(digits.Replace("-", ""), StringComparer.Ordinal);
        var run = index >= 0 ? index : ~index - 1;
        return run < 0 ? [] : [.. Runs[run].Municipalities.Select(code => Municipalities.Find(code)!)];
    }

    /// <summary>One existing postal code of a municipality, "231-0000", for examples.</summary>
    public static string ExampleIn(Municipality municipality)
    {
        var digits = OneOfEach[municipality.Code];
        return $"{digits[..3]}-{digits[3..]}";
    }

    [GeneratedRegex(@"\A[0-9]{3}-?[0-9]{4}\z")]
    private static partial Regex Shape();
}
