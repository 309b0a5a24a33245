using System.Buffers;
using System.Text;

namespace HelloWork.Domain.Common;

/// <summary>
/// NFKC without asking the operating system where the answer is plain: letters that stay as they are, whatever stands beside them, make up
/// nearly all that is written here, and asking for each of them was a good part of an import.
/// </summary>
internal static class PlainLetters
{
    // ASCII; hiragana and katakana without the marks that join a letter; 、。〃々〆〇〈〉《》「」『』【】〜―; the common Chinese characters.
    private static readonly SearchValues<char> Staying = SearchValues.Create(string.Concat(
        Span('\u0000', '\u007F'), Span('\u3041', '\u3096'), Span('\u30A1', '\u30FC'), Span('\u3001', '\u3003'), Span('\u3005', '\u3011'),
        "\u301C\u2015", Span('\u4E00', '\u9FFF')));

    /// <summary>The text in NFKC; it has to be free of lone surrogates.</summary>
    public static string Compose(string text)
    {
        var rest = text.AsSpan();
        var at = rest.IndexOfAnyExcept(Staying);
        if (at < 0)
            return text;

        // Full-width letters are the usual exception: they become their ASCII ones, and nothing joins them either.
        var composed = new StringBuilder(text.Length);
        while (at >= 0)
        {
            if (rest[at] is not ('\u3000' or >= '\uFF01' and <= '\uFF5E'))
                // Composing throws on the one code that is no letter at all; a request or a file may well carry it.
                return text.Replace("\uFFFE", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC);
            composed.Append(rest[..at]).Append(rest[at] is '\u3000' ? ' ' : (char)(rest[at] - 0xFEE0));
            rest = rest[(at + 1)..];
            at = rest.IndexOfAnyExcept(Staying);
        }
        return composed.Append(rest).ToString();
    }

    private static string Span(char first, char last) => string.Create(last - first + 1, first, static (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = (char)(from + i);
    });
}
