using System.Text;
using System.Text.RegularExpressions;

namespace HelloWork.Blazor.Languages;

/// <summary>
/// Readings of kanji (ふりがな) in the easy texts. They are written as 求人《きゅうじん》を｜見《み》る, go through the pages as Unicode's
/// own marks for an annotation, and come out as ruby where a page shows text, and not at all where it can't: in attributes, titles and options.
/// What people wrote themselves is never taken for a reading.
/// </summary>
public static partial class Readings
{
    private const char Start = '\uFFF9', Middle = '\uFFFA', End = '\uFFFB';
    private const int Longest = 200;

    /// <summary>From the way it is written to the marks.</summary>
    public static string Mark(string written) =>
        written.Contains('《', StringComparison.Ordinal) ? Written().Replace(written, $"{Start}${{base}}{Middle}${{reading}}{End}") : written;

    /// <summary>For plain text: 求人（きゅうじん）.</summary>
    public static string InBrackets(string written) => Written().Replace(written, "${base}（${reading}）");

    /// <summary>Written without readings, for the subject of a mail.</summary>
    public static string Bare(string written) => Written().Replace(written, "${base}");

    /// <summary>Marked without readings.</summary>
    public static string Leave(string marked) => marked.Contains(Start, StringComparison.Ordinal) ? Marked().Replace(marked, "$1") : marked;

    /// <summary>Marked as it is read: きゅうじん.</summary>
    public static string Spoken(string marked) => Reading().Replace(marked, "$1");

    /// <summary>A page in which marks have become ruby, or have gone. A mark alone, which only somebody's own text can hold, goes.</summary>
    public static string ToHtml(string page) =>
        PageText.Rewrite(page, static (html, text) => Append(html, text, ruby: true), static (html, text) => Append(html, text, ruby: false));

    private static void Append(StringBuilder html, ReadOnlySpan<char> text, bool ruby)
    {
        // One element around it all: in a button or a link that lays out its parts, text and ruby would be parts of their own.
        var wrapped = ruby && text.Contains(Start);
        if (wrapped) html.Append("<span>");
        while (text.IndexOf(Start) is >= 0 and var start)
        {
            html.Append(text[..start]);
            text = text[(start + 1)..];
            var near = text[..Math.Min(text.Length, Longest)];
            if (near.IndexOf(Middle) is not (>= 0 and var middle) || near[middle..].IndexOf(End) is not (> 0 and var length))
                continue;
            // Hidden from what speaks the page: it reads the kanji, and would say each word twice.
            if (ruby) html.Append("<ruby>").Append(near[..middle]).Append("<rt aria-hidden=\"true\">").Append(near.Slice(middle + 1, length - 1)).Append("</rt></ruby>");
            else html.Append(near[..middle]);
            text = text[(middle + length + 1)..];
        }
        html.Append(text);
        if (wrapped) html.Append("</span>");
    }

    [GeneratedRegex(@"(?:｜(?<base>[^｜《》]+)|(?<base>[\u3400-\u9FFF々〆ヶ]+))《(?<reading>[^《》]*)》")] private static partial Regex Written();
    [GeneratedRegex("\uFFF9([^\uFFF9-\uFFFB]*)\uFFFA[^\uFFF9-\uFFFB]*\uFFFB")] private static partial Regex Marked();
    [GeneratedRegex("\uFFF9[^\uFFF9-\uFFFB]*\uFFFA([^\uFFF9-\uFFFB]*)\uFFFB")] private static partial Regex Reading();
}
