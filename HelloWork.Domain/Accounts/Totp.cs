using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HelloWork.Domain.Accounts;

/// <summary>確認コード: time-based one-time codes as authenticator apps make them (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecretBytes = 20;
    private const int StepSeconds = 30;
    // One step to either side, for clocks that are a little off.
    private const int Slack = 1;

    /// <summary>A new secret as people type it into an app.</summary>
    public static string DrawSecret()
    {
        var bytes = RandomNumberGenerator.GetBytes(SecretBytes);
        var text = new StringBuilder();
        for (int i = 0, bits = 0, held = 0; i < bytes.Length || bits > 0;)
        {
            if (bits < 5 && i < bytes.Length)
            {
                held = (held << 8) | bytes[i++];
                bits += 8;
            }
            bits -= 5;
            text.Append(Base32[(held >> bits) & 31]);
            held &= (1 << bits) - 1;
        }
        return text.ToString();
    }

    /// <summary>What a QR code holds for an authenticator app.</summary>
    public static string Address(string secret, string issuer, string userId) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userId)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}";

    public static long StepOf(DateTime now) => new DateTimeOffset(now).ToUnixTimeSeconds() / StepSeconds;

    public static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // SHA-1 is what the apps speak; as a keyed hash it is still sound.
        var hash = HMACSHA1.HashData(Decode(secret), counter);
        var at = hash[^1] & 0xf;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & 0x7fffffff) % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <returns>The step the code belongs to; null: none, or one that was used before.</returns>
    public static long? Match(string secret, string code, DateTime now, long lastUsed)
    {
        var here = StepOf(now);
        for (var step = here - Slack; step <= here + Slack; step++)
            if (step > lastUsed && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), Encoding.ASCII.GetBytes(code)))
                return step;
        return null;
    }

    /// <summary>Six digits in any width, with or without a blank between.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > 40 } || !Common.WrittenText.IsClean(typed))
            return null;
        var plain = string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
        return plain.Length == 6 && plain.All(char.IsAsciiDigit) ? plain : null;
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new List<byte>();
        int bits = 0, held = 0;
        foreach (var c in secret)
        {
            held = ((held << 5) | Base32.IndexOf(c, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
