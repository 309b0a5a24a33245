using System.Globalization;

namespace HelloWork.Domain.Common;

/// <summary>Free text a person typed: line ends made equal, outer blanks removed, counted as people count (text elements).</summary>
public static class WrittenText
{
    public static string Tidy(string? typed) =>
        (typed ?? "").Replace("\r\n", "\n").Replace('\r', '\n').Trim();

    /// <summary>Length in text elements: 𠮷 and 葛󠄀 count as one.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>Whether the text may be kept: clean, and at most so many text elements. Columns hold four code units for each.</summary>
    public static bool Fits(string text, int most) => text.Length <= most * 4 && Length(text) <= most && IsClean(text);

    /// <summary>Whether the text can be stored and shown: no lone surrogates, no control characters but line end and tab.</summary>
    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && text[i] is not ('\n' or '\t')))
                return false;
        }
        return true;
    }
}
