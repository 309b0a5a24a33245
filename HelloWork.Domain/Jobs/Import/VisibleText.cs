using System.Globalization;
using System.Text;

namespace HelloWork.Domain.Jobs.Import;

/// <summary>A file's text as it may be shown in a terminal: short, and nothing in it that moves the cursor or turns the writing around.</summary>
internal static class VisibleText
{
    /// <param name="most">Text elements.</param>
    public static string Of(string text, int most = 40)
    {
        var visible = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text.Length > most * 16 ? text[..(most * 16)] : text);
        for (var count = 0; elements.MoveNext(); count++)
        {
            if (count == most)
                return visible.Append('…').ToString();
            foreach (var rune in elements.GetTextElement().EnumerateRunes())
                Append(visible, rune);
        }
        return text.Length > most * 16 ? visible.Append('…').ToString() : visible.ToString();
    }

    private static void Append(StringBuilder visible, Rune rune)
    {
        if (rune.Value < 0x20)
            visible.Append((char)(0x2400 + rune.Value));
        else if (rune.Value == 0x7F)
            visible.Append('\u2421');
        else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            visible.Append(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>");
        else
            visible.Append(rune);
    }
}
