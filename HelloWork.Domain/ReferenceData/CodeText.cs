using System.Text;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.ReferenceData;

/// <summary>Codes and names as people and files write them, brought to the form of the tables.</summary>
internal static class CodeText
{
    /// <summary>Half-width, without surrounding blanks; null and blank become "".</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";

        // Composing throws on half a surrogate pair, which a request or a file may well carry.
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text)) : text;
        return PlainLetters.Compose(whole).Trim();
    }
}
