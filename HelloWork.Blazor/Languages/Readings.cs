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

    /// <summary>A page in which marks have become ruby, or have gone. A mark alone, which only somebody's own text can hold, goes.</summary>
    public static string ToHtml(string page)
    {
        var html = new StringBuilder(page.Length + (page.Length >> 3));
        var at = 0;
        while (at < page.Length)
        {
            // Up to the next tag it is text; a tag itself, and the elements that hold no markup, take the bare words.
            var tag = page.IndexOf('<', at);
            var until = tag < 0 ? page.Length : tag;
            Append(html, page.AsSpan(at, until - at), ruby: true);
            if (tag < 0) break;
            at = EndOfTag(page, tag);
            if (PlainElement(page.AsSpan(tag + 1)) is { } name)
                at = page.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var close ? close : page.Length;
            Append(html, page.AsSpan(tag, at - tag), ruby: false);
        }
        return html.ToString();
    }

    private static int EndOfTag(string page, int tag)
    {
        if (page.AsSpan(tag).StartsWith("<!--"))
            return page.IndexOf("-->", tag, StringComparison.Ordinal) is >= 0 and var end ? end + 3 : page.Length;
        var quote = '\0';
        for (var i = tag + 1; i < page.Length; i++)
        {
            var c = page[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '>') return i + 1;
        }
        return page.Length;
    }

    private static readonly string[] Plain = ["title", "option", "textarea", "script", "style"];

    private static string? PlainElement(ReadOnlySpan<char> tag)
    {
        foreach (var name in Plain)
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && tag.Length > name.Length && tag[name.Length] is ' ' or '>' or '\n')
                return name;
        return null;
    }

    private static void Append(StringBuilder html, ReadOnlySpan<char> text, bool ruby)
    {
        while (text.IndexOf(Start) is >= 0 and var start)
        {
            html.Append(text[..start]);
            text = text[(start + 1)..];
            var near = text[..Math.Min(text.Length, Longest)];
            if (near.IndexOf(Middle) is not (>= 0 and var middle) || near[middle..].IndexOf(End) is not (> 0 and var length))
                continue;
            if (ruby) html.Append("<ruby>").Append(near[..middle]).Append("<rt>").Append(near.Slice(middle + 1, length - 1)).Append("</rt></ruby>");
            else html.Append(near[..middle]);
            text = text[(middle + length + 1)..];
        }
        html.Append(text);
    }

    [GeneratedRegex(@"(?:｜(?<base>[^｜《》]+)|(?<base>[\u3400-\u9FFF々〆ヶ]+))《(?<reading>[^《》]*)》")] private static partial Regex Written();
    [GeneratedRegex("\uFFF9([^\uFFF9-\uFFFB]*)\uFFFA[^\uFFF9-\uFFFB]*\uFFFB")] private static partial Regex Marked();
}
