using System.Globalization;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Localization;

namespace HelloWork.Blazor.Languages;

/// <summary>How a language is called in addresses, cookies, pages and resource files.</summary>
public static class LanguageTags
{
    /// <summary>All, in the order in which the header offers them.</summary>
    public static readonly IReadOnlyList<Language> All = [Language.Japanese, Language.EasyJapanese, Language.English];

    private static readonly CultureInfo Japan = new("ja-JP");
    // Days and numbers stay Japanese; the texts come from *.easy.resx.
    private static readonly CultureInfo Easy = new("easy");
    private static readonly CultureInfo England = new("en-GB");

    /// <summary>In addresses and cookies: ja, ja-easy, en.</summary>
    public static string Tag(this Language language) => language switch
    {
        Language.EasyJapanese => "ja-easy",
        Language.English => "en",
        _ => "ja",
    };

    /// <summary>Of a page's lang attribute: what a screen reader speaks.</summary>
    public static string Spoken(this Language language) => language is Language.English ? "en" : "ja";

    public static Language? Find(string? tag) => tag switch
    {
        "ja" => Language.Japanese,
        "ja-easy" => Language.EasyJapanese,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>How days and numbers are written.</summary>
    public static CultureInfo Culture(this Language language) => language is Language.English ? England : Japan;

    /// <summary>Where texts are taken from.</summary>
    public static CultureInfo Texts(this Language language) => language switch
    {
        Language.EasyJapanese => Easy,
        Language.English => England,
        _ => Japan,
    };

    /// <summary>The language of the page that is made now.</summary>
    public static Language Current => CultureInfo.CurrentUICulture.Name switch
    {
        "easy" => Language.EasyJapanese,
        ['e', 'n', ..] => Language.English,
        _ => Language.Japanese,
    };

    internal static RequestCulture Request(this Language language) => new(language.Culture(), language.Texts());
}
