using System.Text;

namespace HelloWork.Domain.Search;

/// <summary>
/// Several normalised texts in one column: each stands behind a control character of its own, and one stands at the end. Normalised text
/// holds none, so a word never reaches over two parts, and one LIKE pattern, on both databases, tells in which it is.
/// </summary>
internal static class TextParts
{
    public const string Escape = "\\";
    private const char First = '\u0011';

    private static char Before(int part) => (char)(First + part);

    public static string Join(params IReadOnlyList<string> normalised)
    {
        var column = new StringBuilder();
        for (var part = 0; part < normalised.Count; part++)
            column.Append(Before(part)).Append(normalised[part]);
        return column.Append(Before(normalised.Count)).ToString();
    }

    /// <summary>The parts one by one, without a copy of any; text of a former version, which has none, as one.</summary>
    public static ReadOnlyMemory<char>[] Split(string column, int parts)
    {
        if (column.Length == 0 || column[0] != First)
            return [column.AsMemory()];
        var found = new ReadOnlyMemory<char>[parts];
        for (int part = 0, at = 1; part < parts; part++)
        {
            var end = column.IndexOf(Before(part + 1), at);
            if (end < 0)
                throw new FormatException("Search words without an end of part.");
            found[part] = column.AsMemory(at..end);
            at = end + 1;
        }
        return found;
    }

    public static string PatternOf(string word, int part)
    {
        var literal = new StringBuilder();
        foreach (var c in word)
            literal.Append(c is '%' or '_' or '[' or '\\' ? Escape : "").Append(c);
        return $"%{Before(part)}%{literal}%{Before(part + 1)}%";
    }
}
