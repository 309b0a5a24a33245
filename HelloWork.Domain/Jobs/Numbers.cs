using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Jobs;

/// <summary>求人番号, for instance <c>13010-12345678</c>: the accepting placement office's five digits and up to eight more (JO-06).</summary>
public readonly partial record struct JobNumber(string Value) : IParsable<JobNumber>
{
    [GeneratedRegex(@"\A[0-9]{5}-[0-9]{1,8}\z")] private static partial Regex Shape();

    public string PlacementOfficeCode => Value[..5];

    /// <summary>Takes what people type: full-width digits and any hyphen are welcome.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, out JobNumber number)
    {
        var text = ShapedNumber.Plain(typed);
        number = new JobNumber(text);
        return Shape().IsMatch(text);
    }

    public static JobNumber Parse(string stored) =>
        TryParse(stored, out var number) ? number : throw new FormatException($"'{stored}' is no job number (NNNNN-NNNNNNNN).");

    static JobNumber IParsable<JobNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);
    static bool IParsable<JobNumber>.TryParse(string? s, IFormatProvider? provider, out JobNumber result) => TryParse(s, out result);
    public override string ToString() => Value;
}

/// <summary>事業所番号, for instance <c>1301-123456-7</c>: four digits, up to six, one (JO-06).</summary>
public readonly partial record struct OfficeNumber(string Value)
{
    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{1,6}-[0-9]\z")] private static partial Regex Shape();

    public static bool TryParse([NotNullWhen(true)] string? typed, out OfficeNumber number)
    {
        var text = ShapedNumber.Plain(typed);
        number = new OfficeNumber(text);
        return Shape().IsMatch(text);
    }

    /// <summary>Whether it is a stand-in for a number that nobody told us: no office of Hello Work has the code 0000.</summary>
    public bool IsProvisional => Value.StartsWith("0000-", StringComparison.Ordinal);

    public static OfficeNumber Parse(string stored) =>
        TryParse(stored, out var number) ? number : throw new FormatException($"'{stored}' is no office number (NNNN-NNNNNN-N).");

    public override string ToString() => Value;
}
