using System.Text.RegularExpressions;

namespace HelloWork.Blazor.Languages;

/// <summary>What people wrote stays Japanese on an English page: it is marked, so that a screen reader speaks it as Japanese.</summary>
public static partial class JapaneseInEnglish
{
    public static string Mark(string page) => PageText.Rewrite(page, static (html, text) =>
    {
        var runs = Japanese().EnumerateMatches(text);
        if (!runs.MoveNext())
        {
            html.Append(text);
            return;
        }
        // As with readings: where only a part is Japanese, one element goes around it all.
        var mixed = runs.Current.Length < text.Trim().Length;
        if (mixed) html.Append("<span>");
        var at = 0;
        do
        {
            var run = runs.Current;
            html.Append(text[at..run.Index]).Append("<span lang=\"ja\">").Append(text.Slice(run.Index, run.Length)).Append("</span>");
            at = run.Index + run.Length;
        }
        while (runs.MoveNext());
        html.Append(text[at..]);
        if (mixed) html.Append("</span>");
    }, static (html, rest) => html.Append(rest));

    // From the first Japanese letter to the last, with what stands between on the same line.
    [GeneratedRegex(@"[\u3040-\u30FF\u3400-\u9FFF\uFF66-\uFF9D々〆](?:[^<>\n]*[\u3040-\u30FF\u3400-\u9FFF\uFF66-\uFF9D々〆。、」）])?")] private static partial Regex Japanese();
}
