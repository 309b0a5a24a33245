using HelloWork.Domain.Accounts;

namespace HelloWork.Blazor.Languages;

/// <summary>The signs between words, as the page's language writes them.</summary>
public static class Signs
{
    private static bool English => LanguageTags.Current is Language.English;

    /// <summary>a、b; a, b</summary>
    public static string Listed(IEnumerable<string?> words) => string.Join(English ? ", " : "、", words);

    /// <summary>a（b）; a (b)</summary>
    public static string WithAside(string? word, string? aside) => English ? $"{word} ({aside})" : $"{word}（{aside}）";
}
