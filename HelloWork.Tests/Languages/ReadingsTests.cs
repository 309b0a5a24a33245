using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Tests.Languages;

public sealed class ReadingsTests
{
    [Theory]
    [InlineData("求人《きゅうじん》を探《さが》す", "<span><ruby>求人<rt aria-hidden=\"true\">きゅうじん</rt></ruby>を<ruby>探<rt aria-hidden=\"true\">さが</rt></ruby>す</span>")]
    [InlineData("3文字｜以上《いじょう》", "<span>3文字<ruby>以上<rt aria-hidden=\"true\">いじょう</rt></ruby></span>")]
    [InlineData("ひらがなだけ", "ひらがなだけ")]
    public void AText_ShowsItsReadingsAboveTheKanji(string written, string shown) =>
        Assert.Equal($"<p>{shown}</p>", Readings.ToHtml($"<p>{Readings.Mark(written)}</p>"));

    [Fact]
    public void Attributes_Titles_AndOptions_TakeTheBareWords()
    {
        var word = Readings.Mark("求人《きゅうじん》");

        Assert.Equal("<title>求人</title><a title=\"求人 > 求人\" href='/'>x</a><select><option value=\"1\">求人</option></select><textarea>求人</textarea><!-- 求人 -->",
            Readings.ToHtml($"<title>{word}</title><a title=\"{word} > {word}\" href='/'>x</a><select><option value=\"1\">{word}</option></select><textarea>{word}</textarea><!-- {word} -->"));
    }

    [Fact]
    public void WhatPeopleWroteThemselves_BreaksNothing()
    {
        Assert.Equal("<p><span>abc</span></p>", Readings.ToHtml("<p>\uFFF9a\uFFF9b\uFFF9c</p>"));
        Assert.Equal("<p>a\uFFFB</p>", Readings.ToHtml("<p>a\uFFFB</p>"));
        Assert.Equal("a < b", Readings.ToHtml("a < b"));
        Assert.Equal("<p title=\"", Readings.ToHtml("<p title=\""));
    }

    [Fact]
    public void PlainText_HasReadingsInBrackets_AndSubjectsNone()
    {
        Assert.Equal("求人（きゅうじん）が届（とど）きました", Readings.InBrackets("求人《きゅうじん》が届《とど》きました"));
        Assert.Equal("求人が届きました", Readings.Bare("求人《きゅうじん》が届《とど》きました"));
        Assert.Equal("求人", Readings.Leave(Readings.Mark("求人《きゅうじん》")));
    }

    [Theory]
    [InlineData("13104", "Shinjuku-ku, Tokyo")]
    [InlineData("01101", "Chuo-ku, Sapporo, Hokkaido")]
    [InlineData("14100", "Yokohama, Kanagawa")]
    [InlineData("10344", "Shinto-mura, Kitagunma-gun, Gunma")]
    [InlineData("41202", "Karatsu, Saga")]
    [InlineData("27100", "Osaka, Osaka")]
    [InlineData("42208", "Matsuura, Nagasaki")]
    public void Places_AreSpelledAsOnRoadSigns(string code, string english)
    {
        var shown = "";
        TextsTests.InLanguage(Language.English, () => shown = Municipalities.Find(code)?.FullHere() ?? Municipalities.FindCity(code)!.FullHere());

        Assert.Equal(english, shown);
    }

    [Fact]
    public void Counts_ChooseTheirWord()
    {
        Assert.Equal("1 day left, 2 days left, 1 day, 1,000 days", string.Format(PluralFormat.Here, "{0} {0:plural:day|days} left, {1} {1:plural:day|days} left, {2} {2:plural:day|days}, {3:N0} {3:plural:day|days}", 1, 2, "1", 1000));
    }
}
