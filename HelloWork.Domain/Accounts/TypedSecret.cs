using System.Security.Cryptography;
using System.Text;

namespace HelloWork.Domain.Accounts;

/// <summary>A secret that a person types once from a mail or a letter: drawn at random, easy to read, kept as a hash.</summary>
public static class TypedSecret
{
    // No 0 O, 1 I L: 31 signs, and twelve of them are 59 bits.
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 12;
    private const int GroupLength = 4;
    // At 59 bits a few thousand rounds put a hundred fast cards centuries behind, and a page waits some milliseconds only.
    private const int Iterations = 10_000;

    public static string Draw() => RandomNumberGenerator.GetString(Signs, Length);

    /// <summary>In groups: <c>7KMQ-3XWA-9TRD</c>.</summary>
    public static string Write(string plain) => string.Join('-', plain.Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>What was typed, in any width and case, with or without hyphens and blanks.</summary>
    /// <returns>Null: it can't be such a secret.</returns>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > 100 } || !Common.WrittenText.IsClean(typed))
            return null;
        var plain = new StringBuilder(Length);
        foreach (var c in typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant())
            if (!char.IsWhiteSpace(c) && c is not ('-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or 'ー'))
                plain.Append(c);
        var read = plain.ToString();
        return read.Length == Length && read.All(c => Signs.Contains(c, StringComparison.Ordinal)) ? read : null;
    }

    /// <param name="salt">Whom and what it is for.</param>
    public static string HashOf(string plain, string salt) =>
        Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2(plain, Encoding.UTF8.GetBytes(salt), Iterations, HashAlgorithmName.SHA256, outputLength: 32));

    public static bool AreEqual(string hash, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(other));
}
