using System.Globalization;
using System.Text;
using HelloWork.Domain.Common;

namespace HelloWork.Domain.Search;

/// <summary>
/// The one form in which text is searched (検索用の表記): NFKC, hiragana, lower case, hyphens and long marks after a digit made equal.
/// ｶｲｺﾞ, かいご and カイゴ become the same; so do full- and half-width digits and letters. Stored in a column and compared
/// ordinally, so that SQLite and SQL Server find the same.
/// </summary>
public static class SearchText
{
    /// <summary>As much as a search box takes: it becomes part of an address, and servers refuse one of more than 8 KB without a page.</summary>
    public const int LongestTyped = 500;

    public static string Normalise(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";

        var composed = PlainLetters.Compose(DropLoneSurrogates(text));
        var normal = new StringBuilder(composed.Length);
        foreach (var c in composed)
        {
            // Most letters by far, and none of them is changed.
            if (c is >= '\u3041' and <= '\u3096' or >= '\u4E00' and <= '\u9FFF' or >= 'a' and <= 'z' or >= '0' and <= '9')
            {
                normal.Append(c);
                continue;
            }
            if (IsVariationSelector(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format)
                continue;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (normal.Length > 0 && normal[^1] != ' ')
                    normal.Append(' ');
                continue;
            }
            normal.Append(Fold(c, normal));
        }
        if (normal.Length > 0 && normal[^1] == ' ')
            normal.Length--;
        return normal.ToString();
    }

    /// <summary>Normalised words of a query: blanks separate; at most <paramref name="most"/> words.</summary>
    public static IReadOnlyList<string> Words(string? query, int most = 10) =>
        Normalise(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(most).ToList();

    /// <summary>The words as they were typed, for showing and taking off; one for each of <see cref="Words"/>.</summary>
    public static IReadOnlyList<string> TypedWords(string? typed, int most = 10) =>
        [.. (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => Normalise(word).Length > 0).DistinctBy(Normalise).Take(most)];

    private static char Fold(char c, StringBuilder before) => c switch
    {
        >= 'ァ' and <= 'ヶ' => (char)(c - 0x60),
        'ヽ' or 'ヾ' => (char)(c - 0x60),
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '─' => '-',
        // A long mark that someone used as a hyphen between digits: 03ー1234.
        'ー' when before.Length > 0 && char.IsAsciiDigit(before[^1]) => '-',
        '髙' => '高',
        '﨑' => '崎',
        _ => char.ToLowerInvariant(c),
    };

    private static bool IsVariationSelector(char c) => c is >= '\uFE00' and <= '\uFE0F';

    private static string DropLoneSurrogates(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return text;

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                // Ideographic variation selectors (U+E0100…) only choose a shape of the character before.
                if (char.ConvertToUtf32(text[i], text[i + 1]) is < 0xE0100 or > 0xE01EF)
                    kept.Append(text[i]).Append(text[i + 1]);
                i++;
            }
            else if (!char.IsSurrogate(text[i]))
                kept.Append(text[i]);
        }
        return kept.ToString();
    }
}
