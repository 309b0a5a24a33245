using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;

namespace HelloWork.Tests.Languages;

/// <summary>Every text is there in three languages, says the same things, and its kanji can be read.</summary>
public sealed partial class TextsTests
{
    // What an operator types and reads at the server stays Japanese; the switch names each language in itself.
    private static readonly string[] Apart = ["HelloWork.Blazor.Commands.CommandsText", "HelloWork.Blazor.Languages.LanguagesText"];

    public static TheoryData<string> Sources => [.. typeof(Names).Assembly.GetManifestResourceNames()
        .Where(n => n.EndsWith(".resources", StringComparison.Ordinal)).Select(n => n[..^".resources".Length]).Where(n => !n.EndsWith(".easy", StringComparison.Ordinal)).Except(Apart).Order()];

    [Theory, MemberData(nameof(Sources))]
    public void EachText_IsThereInEachLanguage_WithTheSamePlaces(string source)
    {
        var japanese = Texts(source, Language.Japanese);

        foreach (var language in (Language[])[Language.English, Language.EasyJapanese])
        {
            var other = Texts(source, language);
            Assert.Equal(japanese.Keys.Order(), other.Keys.Order());
            Assert.All(japanese, text => Assert.Equal((text.Key, Places(text.Value)), (text.Key, Places(other[text.Key]))));
            // A figure counts without a word in English.
            Assert.DoesNotContain(other, text => string.IsNullOrWhiteSpace(text.Value) && !string.IsNullOrWhiteSpace(japanese[text.Key]) && text.Key is not "Stat.Unit");
        }
    }

    [Theory, MemberData(nameof(Sources))]
    public void EnglishTexts_AreEnglish_ButForWordsToShowOrSayInBrackets(string source) =>
        Assert.All(Texts(source, Language.English).Where(t => !TypedInJapanese(t.Key)), text => Assert.DoesNotMatch(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}、。]", Aside().Replace(text.Value, "")));

    [Theory, MemberData(nameof(Sources))]
    public void EasyTexts_GiveAReadingForEveryKanji(string source) =>
        Assert.All(Texts(source, Language.EasyJapanese), text =>
        {
            var left = Counter().Replace(Read().Replace(text.Value, ""), "");
            Assert.False(Kanji().IsMatch(left) || left.Contains('《'), $"{text.Key}: {text.Value}");
        });

    [Fact]
    public void EveryNameOfTheReferenceTables_IsThereInEachLanguage()
    {
        foreach (var (language, wrong) in ((Language, string)[])[(Language.English, @"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]"), (Language.EasyJapanese, "《|》")])
            InLanguage(language, () => Assert.All(ReferenceNames(), name =>
            {
                Assert.DoesNotMatch(wrong, language is Language.English ? Aside().Replace(name.Shown, "") : name.Shown);
                Assert.True(language is Language.English || name.Shown.Contains('\uFFF9') || !Kanji().IsMatch(name.Japanese), name.Japanese);
            }));
    }

    private static IEnumerable<(string Japanese, string Shown)> ReferenceNames() =>
    [
        .. Domain.ReferenceData.Prefectures.All.Select(p => (p.Name, p.Here())),
        .. Domain.ReferenceData.Municipalities.All.Select(m => (m.FullName, m.FullHere())),
        .. Domain.ReferenceData.Municipalities.DesignatedCities.Select(c => (c.Name, c.FullHere())),
        .. Domain.ReferenceData.Occupations.All.Select(o => (o.Name, o.Here())),
        .. Domain.ReferenceData.Industries.All.Select(i => (i.Name, i.Here())),
        .. Domain.ReferenceData.Licences.All.SelectMany(l => new[] { (l.Name, l.Here()), (l.Group, l.Group.Here()) }),
        .. Domain.ReferenceData.PlacementOffices.All.Select(o => (o.Name, o.Here())),
    ];

    internal static void InLanguage(Language language, Action act)
    {
        var (culture, texts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (language.Culture(), language.Texts());
        try
        {
            act();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, texts);
        }
    }

    /// <summary>As the file of the language has them, without what it would borrow.</summary>
    private static Dictionary<string, string> Texts(string source, Language language) =>
        (new ResourceManager(language is Language.EasyJapanese ? $"{source}.easy" : source, typeof(Names).Assembly)
            .GetResourceSet(language is Language.English ? new CultureInfo("en") : CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false) ?? throw new InvalidOperationException($"{source} isn't there in {language}."))
        .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order());

    // Choices that are stored in Japanese, so that employers can read them: the Japanese stands first.
    private static bool TypedInJapanese(string key) => key is "DrivingLicence.Options";

    [GeneratedRegex(@"\{(\w+)")] private static partial Regex Place();
    [GeneratedRegex(@"[\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]+ \([^()]*\)|13-ユ-300001|\([^()]*\)|“[^”]*”")] private static partial Regex Aside();
    [GeneratedRegex(@"(?:｜[^《]+|[\u3400-\u9FFF々〆ヶ]+)《[ぁ-ゖァ-ヺー・]+》")] private static partial Regex Read();
    [GeneratedRegex(@"(?<=[0-9}dMyHmsh,])(年|月|日|時|分|秒|円|人|件|回|か月|歳|名|字|文字)")] private static partial Regex Counter();
    [GeneratedRegex(@"[\u3400-\u9FFF々〆]")] private static partial Regex Kanji();
}
