namespace HelloWork.Blazor.Controls;

/// <summary>What people wrote, cut into paragraphs for showing.</summary>
internal static class PlainText
{
    internal static IEnumerable<string> Paragraphs(string? text) =>
        (text ?? "").ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(paragraph => paragraph.Trim('\n', ' ')).Where(paragraph => paragraph.Length > 0);
}
