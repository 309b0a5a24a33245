using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Seekers;

/// <summary>求職番号, for instance <c>13010-00000006</c>.</summary>
public readonly partial record struct RegistrationNumber(string Value)
{
    [GeneratedRegex(@"\A[0-9]{5}-[0-9]{1,8}\z")] private static partial Regex Shape();

    public string PlacementOfficeCode => Value[..5];

    public static bool TryParse([NotNullWhen(true)] string? typed, out RegistrationNumber number)
    {
        var text = ShapedNumber.Plain(typed);
        number = new RegistrationNumber(text);
        return Shape().IsMatch(text);
    }

    public static RegistrationNumber Parse(string stored) =>
        TryParse(stored, out var number) ? number : throw new FormatException("No registration number (NNNNN-NNNNNNNN).");

    public override string ToString() => Value;
}

/// <summary>
/// 公開番号, for instance <c>K-2047-7316</c>: how employers name a profile (SS-03). Drawn at random, so that it says nothing about
/// the registration number or the order of registration.
/// </summary>
public readonly partial record struct PublicNumber(string Value)
{
    [GeneratedRegex(@"\AK-[0-9]{4}-[0-9]{4}\z")] private static partial Regex Shape();

    public static PublicNumber Draw() => FromSerial(RandomNumberGenerator.GetInt32(100_000_000));

    /// <param name="serial">0 to 99,999,999.</param>
    public static PublicNumber FromSerial(int serial) => new($"K-{serial / 10_000:0000}-{serial % 10_000:0000}");

    public static bool TryParse([NotNullWhen(true)] string? typed, out PublicNumber number)
    {
        var text = ShapedNumber.Plain(typed).ToUpperInvariant().Replace('Ｋ', 'K');
        number = new PublicNumber(text);
        return Shape().IsMatch(text);
    }

    public static PublicNumber Parse(string stored) =>
        TryParse(stored, out var number) ? number : throw new FormatException($"'{stored}' is no public number (K-NNNN-NNNN).");

    public override string ToString() => Value;
}
