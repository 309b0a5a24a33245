using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HelloWork.Domain.Common;

/// <summary>照合用の符号: what a form carries along to tell that what is decided on is what was shown.</summary>
internal static class Fingerprint
{
    private const int Letters = 16;

    public static string Of<T>(T shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(shown))))[..Letters];
}
