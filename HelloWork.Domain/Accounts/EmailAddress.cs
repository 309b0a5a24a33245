using System.Net.Mail;
using System.Text;

namespace HelloWork.Domain.Accounts;

/// <summary>メールアドレス as a person types it.</summary>
public static class EmailAddress
{
    public const int LongestLength = 254;

    /// <summary>Full-width letters are read as well; one plain address and nothing beside it.</summary>
    /// <returns>Null: mail can't be sent to it.</returns>
    public static string? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > LongestLength * 2 || !Common.WrittenText.IsClean(typed))
            return null;
        var plain = typed.Trim().Normalize(NormalizationForm.FormKC);
        return plain.Length <= LongestLength && Ascii.IsValid(plain) && plain.All(c => c is > ' ' and < (char)127 and not (',' or ';' or '<' or '>' or '"'))
            && MailAddress.TryCreate(plain, out var address) && address.Address == plain && address.Host.Contains('.') && !address.Host.StartsWith('[')
            ? plain : null;
    }

    public static bool AreEqual(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
