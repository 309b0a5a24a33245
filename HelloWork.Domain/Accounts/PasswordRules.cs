using HelloWork.Domain.Common;

namespace HelloWork.Domain.Accounts;

/// <summary>パスワードの決まり (AC-04, NIST SP 800-63B rev 4): long, not a common one, not the user ID; nothing about kinds of characters.</summary>
public static class PasswordRules
{
    /// <summary>In text elements, for a password that is the only factor.</summary>
    public const int ShortestLength = 15;
    /// <summary>In characters: enough for any sentence, and a bound on the work of hashing.</summary>
    public const int LongestLength = 256;

    private static readonly string[] CommonParts =
        ["password", "passw0rd", "qwerty", "123456", "abcdef", "asdfgh", "hellowork", "ハローワーク", "iloveyou", "111111", "000000"];

    public static PasswordRefusal? RefusalOf(string password, string userId)
    {
        if (password.Length > LongestLength)
            return PasswordRefusal.TooLong;
        if (WrittenText.Length(password) < ShortestLength)
            return PasswordRefusal.TooShort;
        return IsEasy(password, userId) ? PasswordRefusal.TooCommon : null;
    }

    /// <summary>What is left of it without common parts and the user ID is too little to be a secret.</summary>
    private static bool IsEasy(string password, string userId)
    {
        var rest = password.ToLowerInvariant();
        foreach (var part in CommonParts.Append(userId.ToLowerInvariant()).Where(p => p.Length > 0))
            rest = rest.Replace(part, "");
        return rest.Distinct().Count() < 5;
    }
}

/// <summary>Why a new password isn't taken.</summary>
public enum PasswordRefusal
{
    CurrentWrong = 1,
    TooCommon = 2,
    TooLong = 3,
    TooShort = 4,
}
