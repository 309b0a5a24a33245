using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Providers;

/// <summary>許可・届出受理番号, for instance <c>13-ユ-300001</c>: prefecture, kind of service, serial number.</summary>
public readonly partial record struct LicenceNumber(string Value)
{
    [GeneratedRegex(@"\A(0[1-9]|[1-3][0-9]|4[0-7])-[ユム特地学]-[0-9]{6}\z")] private static partial Regex Shape();

    public static bool TryParse([NotNullWhen(true)] string? typed, out LicenceNumber number)
    {
        var text = ShapedNumber.Plain(typed).Normalize(NormalizationForm.FormKC);
        number = new LicenceNumber(text);
        return Shape().IsMatch(text);
    }

    public static LicenceNumber Parse(string stored) =>
        TryParse(stored, out var number) ? number : throw new FormatException($"'{stored}' is no licence number (13-ユ-300001).");

    public override string ToString() => Value;
}

/// <summary>プライバシーマーク登録番号, for instance <c>10820001(05)</c>.</summary>
public readonly partial record struct PrivacyMarkNumber(string Value)
{
    [GeneratedRegex(@"\A[0-9]{8}\([0-9]{2}\)\z")] private static partial Regex Shape();

    public static bool TryParse([NotNullWhen(true)] string? typed, out PrivacyMarkNumber number)
    {
        var text = (typed ?? "").Trim().Normalize(NormalizationForm.FormKC);
        number = new PrivacyMarkNumber(text);
        return text.Length <= 12 && Shape().IsMatch(text);
    }

    public static PrivacyMarkNumber Parse(string stored) =>
        TryParse(stored, out var number) ? number : throw new FormatException($"'{stored}' is no Privacy Mark number (10820001(05)).");

    public override string ToString() => Value;
}
