using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;

namespace HelloWork.Tests.Jobs;

public sealed class JobSuggestionsTests
{
    [Theory]
    [InlineData("新宿", "city", "13104"), InlineData("しんじゅく", "city", "13104"), InlineData("ｼﾝｼﾞｭｸ", "city", "13104"), InlineData("新宿区", "city", "13104")]
    [InlineData("よこはまし", "city", "14100"), InlineData("横浜", "city", "14100"), InlineData("神奈", "pref", "14"), InlineData("ほっかい", "pref", "01")]
    [InlineData("看護", "occ", "023-01"), InlineData("かんごし", "occ", "023-01"), InlineData("ほいく", "occ", "029-01"), InlineData("しんとうむら", "city", "10344")]
    public void APartOfAName_InKanjiOrKana_FindsPlaceOrOccupation(string typed, string field, string code)
    {
        var found = JobSuggestions.For(typed, Language.Japanese);

        Assert.InRange(found.Count, 1, JobSuggestions.Most);
        Assert.Contains(found, s => s.Field == field && (s.Code == code || (field is "occ" && Domain.ReferenceData.Occupations.Find(s.Code)!.Name.Contains(Domain.ReferenceData.Occupations.Find(code)?.Name ?? "看護", StringComparison.Ordinal))));
    }

    [Fact]
    public void OnEnglishPages_LettersFindNames_AndNamesAreEnglish()
    {
        var shinjuku = Assert.Single(JobSuggestions.For("shinjuku", Language.English));

        Assert.Equal(("city", "13104"), (shinjuku.Field, shinjuku.Code));
        Assert.DoesNotMatch(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]", shinjuku.Name);
        Assert.Contains(JobSuggestions.For("nurse", Language.English), s => s.Field is "occ");
        Assert.DoesNotContain('\uFFF9', JobSuggestions.For("新宿", Language.EasyJapanese)[0].Name);
    }

    [Theory, InlineData(""), InlineData(null), InlineData("　"), InlineData("し"), InlineData("a"), InlineData("\uD800"), InlineData("%_[]"), InlineData("zzzz")]
    public void WhatSaysNothing_SuggestsNothing(string? typed) => Assert.Empty(JobSuggestions.For(typed, Language.Japanese));

    [Fact]
    public void ManyLetters_AreCutOff() => Assert.Empty(JobSuggestions.For(new string('語', 100_000), Language.Japanese));

    [Fact]
    public void AWholeName_IsOfferedAsAFilter_InPlaceOfTheWord()
    {
        var query = new JobSearchQuery { FreeWords = "経理 新宿", Prefectures = ["27"] };
        var offer = Assert.Single(JobSuggestions.Named("新宿", Language.Japanese));

        var narrowed = offer.Narrow(query, "新宿");

        Assert.Equal(("経理", "13104"), (narrowed.FreeWords, Assert.Single(narrowed.Municipalities)));
        Assert.Empty(narrowed.Prefectures);
        Assert.True(offer.IsChosenIn(narrowed));
        var tokyo = Assert.Single(JobSuggestions.Named("東京", Language.Japanese)).Narrow(new JobSearchQuery { FreeWords = "東京", Prefectures = ["27"], Municipalities = ["27127"] }, "東京");
        Assert.Equal(("/jobs?pref=13", "/jobs?pref=13&city=13104"), (JobSearchAddress.Of(tokyo), JobSearchAddress.Of(offer.Narrow(new JobSearchQuery { FreeWords = "新宿", Prefectures = ["13", "27"], Municipalities = ["13101"] }, "新宿"))));
        Assert.Empty(JobSuggestions.Named("新", Language.Japanese));
        Assert.Equal("13", Assert.Single(JobSuggestions.Named("東京", Language.Japanese)).Code);
        // Of places that share a name, both.
        Assert.Equal(2, JobSuggestions.Named("府中市", Language.Japanese).Count());
    }
}
