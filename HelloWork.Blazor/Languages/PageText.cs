using System.Text;

namespace HelloWork.Blazor.Languages;

/// <summary>Tells what of a finished page is text that people read from tags, attributes and the elements that hold no markup.</summary>
internal static class PageText
{
    public delegate void Writer(StringBuilder html, ReadOnlySpan<char> part);

    private static readonly string[] Plain = ["title", "option", "textarea", "script", "style"];

    /// <param name="text">Writes a stretch of text.</param>
    /// <param name="rest">Writes a tag, a comment, or an element that holds no markup.</param>
    public static string Rewrite(string page, Writer text, Writer rest)
    {
        var html = new StringBuilder(page.Length + (page.Length >> 3));
        var at = 0;
        while (at < page.Length)
        {
            var tag = page.IndexOf('<', at);
            var until = tag < 0 ? page.Length : tag;
            text(html, page.AsSpan(at, until - at));
            if (tag < 0) break;
            at = EndOfTag(page, tag);
            if (PlainElement(page.AsSpan(tag + 1)) is { } name)
                // Options stand without end tags (Controls/Markup.cs) and end where the next tag begins.
                at = page.IndexOf(name == "option" ? "<" : $"</{name}", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var close ? close : page.Length;
            rest(html, page.AsSpan(tag, at - tag));
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

    private static string? PlainElement(ReadOnlySpan<char> tag)
    {
        foreach (var name in Plain)
            if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase) && tag.Length > name.Length && tag[name.Length] is ' ' or '>' or '\n')
                return name;
        return null;
    }
}
