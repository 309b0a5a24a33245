using Bunit;
using HelloWork.Blazor.Jobs;
using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Seekers;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Searching;
using HelloWork.Tests.Employers;
using HelloWork.Tests.Languages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Seekers;

public sealed class SeekerSearchPageTests : EmployerPageContext
{
    /// <summary>js/submits.js leaves a list that stands at its first choice out of the address.</summary>
    [Fact]
    public async Task EachList_StandsAtItsFirstChoice_WhereTheAddressNamesNone()
    {
        await Given.JobAsync(Employer);

        var lists = At("/employer/seekers").FindAll("select");

        Assert.Contains(lists, list => list.GetAttribute("name") == "sort");
        Assert.Contains(lists, list => list.GetAttribute("name") == "wageUnit");
        Assert.All(lists, list => Assert.Null(list.QuerySelector("option[selected]:not(:first-child)")));
    }

    [Fact, Trait("Rule", "SS-02"), Trait("Rule", "SS-05")]
    public async Task Results_AreACountAndArticlesWhoseHeadingLinksToTheProfile_WithTheMarksThatDecide()
    {
        var job = await Given.JobAsync(Employer);
        var asked = await Given.SeekerAsync();
        var online = await Given.SeekerAsync(kind: RegistrationKind.RegisteredOnline);
        var withoutMyPage = await Given.SeekerAsync(myPage: false);
        await SendAsync(job, asked);

        var page = At("/employer/seekers");

        Assert.Equal("3件", page.FindAll("[role=status]")[0].TextContent);
        var articles = page.FindAll("ul[role=list] > li > article").ToDictionary(a => a.QuerySelector("h3 a")!.GetAttribute("href")!, a => a.TextContent);
        Assert.Contains("リクエスト送付済み", articles[$"/employer/seekers/{asked.PublicNumber}"]);
        Assert.Contains("オンライン登録者（ハローワーク未確認）", articles[$"/employer/seekers/{online.PublicNumber}"]);
        Assert.Contains("マイページなし", articles[$"/employer/seekers/{withoutMyPage.PublicNumber}"]);
        Assert.All(articles.Values, text => Assert.All(["経理事務", "東京都千代田区", "月給 240,000円以上", "卸売業の経理（6年）", "日商簿記検定2級"], said => Assert.Contains(said, text)));
    }

    [Fact, Trait("Rule", "DR-01")]
    public async Task OnTheOwnJobsPage_ItIsSaidWhyNobodyCanBeAskedForTheJob()
    {
        await Given.SeekerAsync();
        var job = await Given.JobAsync(Employer, card => card with { Header = card.Header with { AcceptsSelfApplication = false } });

        var shown = Render<RecommendedSeekers>(p => p.Add(x => x.Job, job.Number));

        shown.WaitForAssertion(() => Assert.Contains("直接リクエストを送れません（オンライン自主応募を受け付けていない）", shown.Markup));
        Assert.Contains("オンライン自主応募を受け付けるように変えると選べます", shown.Markup);
        Assert.Empty(shown.FindAll("a"));
    }

    [Fact]
    public async Task TheSearch_IsOnePlainFormWithTheNamesOfTheJobSearch()
    {
        await Given.JobAsync(Employer);

        var page = At("/employer/seekers?q=事務&pref=13&city=13101&occ=038&style=full&regular=1&mypage=1&licence=5002&wageMax=25万&sort=match&size=10");

        var form = page.Find("form#filters");
        Assert.Equal(("/employer/seekers", "get"), (form.GetAttribute("action"), form.GetAttribute("method")));
        Assert.Equal(("事務", "text", "filters"), (Labelled(page, "フリーワード").GetAttribute("value"), Labelled(page, "フリーワード").GetAttribute("type"), Labelled(page, "フリーワード").GetAttribute("form")));
        Assert.Equal("filters", page.FindAll("button[type=submit]").Single(b => b.TextContent == "検索する").GetAttribute("form"));
        Assert.Equal("250,000", page.Find("[name=wageMax]").GetAttribute("value"));
        Assert.Equal(["13", "038", "13101", "month", "5002", "match"], page.FindAll("option[selected]").Select(o => o.GetAttribute("value")));
        Assert.Equal("filters", Labelled(page, "並び順").GetAttribute("form"));
        Assert.Equal([("size", "10")], form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)));
        Assert.Equal(["事務", "東京都", "千代田区", Domain.ReferenceData.Occupations.Find("038")!.Name, "フルタイム", "正社員を希望", "直接リクエストを送れる", "日商簿記検定2級", "月給 250,000円まで"],
            page.FindAll("a.chip--filter").Select(a => a.TextContent.Replace("条件をはずす：", "")));
    }

    [Fact]
    public async Task EveryCondition_IsTakenOffByItsOwnLink()
    {
        await Given.JobAsync(Employer);
        const string address = "/employer/seekers?q=事務&pref=13&style=part&wageMax=1200&wageUnit=hour";

        var page = At($"{address}&page=3");

        var all = SeekerSearchAddress.Read(address, Employer).Query;
        Assert.Equal(
        [
            SeekerSearchAddress.Of(all with { Words = null }), SeekerSearchAddress.Of(all with { Prefectures = [] }),
            SeekerSearchAddress.Of(all with { Style = null }), SeekerSearchAddress.Of(all with { WageMax = null }),
        ], page.FindAll("a.chip--filter").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task EveryFurtherCondition_StandsInItsField_AndIsTakenOffByItsOwnLink()
    {
        await Given.JobAsync(Employer);
        const string address = "/employer/seekers?q=経理&any=1&not=夜勤&in=work&in=licence&ind=E&ind=P&wish=car&wish=driving&exp=3&commute=45&since=7";

        var page = At(address);

        var all = SeekerSearchAddress.Read(address, Employer).Query;
        Assert.Equal(SeekerSearchAddress.Of(all), SeekerSearchAddress.Of(SeekerSearchAddress.Read(SeekerSearchAddress.Of(all), Employer).Query));
        Assert.Equal(new[]
        {
            all with { Words = null }, all with { AnyWord = false }, all with { NotWords = null }, all with { Scopes = [] }, all with { Industries = ["P"] }, all with { Industries = ["E"] },
            all with { Traits = SeekerTraits.WantsCarCommuting }, all with { Traits = SeekerTraits.HasDrivingLicence }, all with { ExperienceYears = null }, all with { CommutingMinutes = null }, all with { Since = null },
        }.Select(SeekerSearchAddress.Of), page.FindAll("a.chip--filter").Select(a => a.GetAttribute("href")));
        Assert.Equal(["any=1", "in=work", "in=licence", "wish=driving", "wish=car"], page.FindAll("input[type=checkbox][checked]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"));
        Assert.Equal(("夜勤", "E", "3", "45", "7"), (page.Find("[name=not]").GetAttribute("value"), Chosen("ind"), Chosen("exp"), Chosen("commute"), Chosen("since")));
        Assert.Equal("P", page.Find("input[type=hidden][name=ind]").GetAttribute("value"));
        Assert.Empty(page.FindAll("[name=income]"));

        string? Chosen(string name) => page.Find($"select[name={name}] option[selected]").GetAttribute("value");
    }

    [Fact]
    public void WhatNobodyOffers_IsPassedOver()
    {
        var (query, _) = SeekerSearchAddress.Read("/employer/seekers?exp=2&commute=-1&since=8&wish=young&in=name&ind=01&income=300000", Employer);

        Assert.Equal("/employer/seekers", SeekerSearchAddress.Of(query));
    }

    [Theory]
    [InlineData("/provider/seekers?income=300000", 300_000, "/provider/seekers?income=300000")]
    [InlineData("/provider/seekers?income=123&mypage=1", null, "/provider/seekers")]
    public void TheLastIncome_IsAskedForByProvidersOnly_InSteps(string address, int? least, string written)
    {
        var (query, _) = SeekerSearchAddress.Read(address, new ProviderActor(Guid.NewGuid(), new(Guid.NewGuid())));

        Assert.Equal((least, written), (query.LastIncomeMin, SeekerSearchAddress.Of(query)));
    }

    [Fact]
    public async Task WhileTheIndexLoads_ThePageSaysSo_AndCountsNothingBesideTheChoices()
    {
        await Given.JobAsync(Employer);
        await Given.SeekerAsync();
        Services.AddTransient(_ => new SearchSeekers(Database, Clock, new SeekerIndex(Database, new(Database))));

        var page = At("/employer/seekers");

        Assert.Contains("検索の準備をしています", page.Markup);
        Assert.Equal("1件", page.FindAll("[role=status]")[0].TextContent);
        Assert.Empty(page.FindAll("label > b"));
    }

    [Fact]
    public async Task BesideTheChoices_StandsHowManyWouldBeFound()
    {
        await Given.JobAsync(Employer);
        await Given.SeekerAsync();
        await Given.SeekerAsync(myPage: false, change: s => s with { Style = WorkingStyle.PartTime, WantsRegular = false, AcceptsDispatch = true, WantsTwoDaysOffAWeek = true });
        await LoadIndexAsync();

        var page = At("/employer/seekers?style=part");

        Assert.Equal(["1", "0", "0", "1"], new[] { "wish][value=dispatch", "regular", "mypage", "wish][value=two-days-off" }
            .Select(name => page.Find($"input[name={name}]").ParentElement!.QuerySelector("b")!.TextContent));
        Assert.Equal(["指定しない", "フルタイム（1件）", "パート（1件）"], page.FindAll("input[name=style] + span").Select(s => s.TextContent));
        Assert.Contains("30日以内（1件）", page.Find("select[name=since]").TextContent);
        Assert.DoesNotContain("検索の準備をしています", page.Markup);
    }

    [Theory]
    [InlineData(Language.Japanese, "条件を1つゆるめると", "「経験 5年以上」までゆるめる 1件", "すべての条件をはずして、全部の求職者を見る")]
    [InlineData(Language.English, "If you relax one filter", "1 job seeker", "Clear all filters and see every job seeker")]
    [InlineData(Language.EasyJapanese, "条件を1つ変えると", "まで広げる 1人", "ぜんぶの条件をはずして、すべての人を見る")]
    public async Task AnEmptyResult_OffersTheNearestSearches_EachALinkWithItsCount(Language language, string lead, string offer, string all)
    {
        await Given.JobAsync(Employer);
        await Given.SeekerAsync();
        await LoadIndexAsync();

        var (shown, links) = ("", new List<string>());
        TextsTests.InLanguage(language, () =>
        {
            var page = At("/employer/seekers?pref=13&exp=10&size=10");
            shown = Said(page.Find(".empty").TextContent);
            links = [.. page.FindAll(".empty a").Select(a => a.GetAttribute("href")!)];
        });

        Assert.Contains(lead, shown);
        Assert.Contains(offer, shown);
        Assert.Contains(all, shown);
        Assert.Equal(["/employer/seekers?pref=13&exp=5&size=10", "/employer/seekers"], links);
        Assert.Equal("1件", At(links[0]).FindAll("[role=status]")[0].TextContent);

        string Said(string text) => string.Join(' ', Readings.Leave(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task WhereOneStepDoesntHelp_TwoAreNamedTogether_AndWithoutAnyTheAdviceStays()
    {
        await Given.JobAsync(Employer);
        await Given.SeekerAsync(change: s => s with { Style = WorkingStyle.PartTime });
        await LoadIndexAsync();

        Assert.Contains("「Uターン・Iターンを希望」の条件をはずす＋「働き方」の条件をはずす", At("/employer/seekers?wish=return&style=full").Find(".empty li").TextContent);
        Assert.Contains("フリーワードを短くして", At("/employer/seekers?wish=return&style=full&q=%E3%81%AA%E3%81%84%E8%A8%80%E8%91%89&wageMax=1000").Find(".empty").TextContent);
    }

    [Fact]
    public void EveryNearestSearch_HasItsWords()
    {
        // What isn't among these is said with the name of the condition.
        SeekerLooseningKind[] named = [SeekerLooseningKind.Municipalities, SeekerLooseningKind.Occupations, SeekerLooseningKind.OccupationsWider, SeekerLooseningKind.AnyWord, SeekerLooseningKind.Word];
        var (text, finding) = (Services.GetRequiredService<IStringLocalizer<SeekersText>>(), Services.GetRequiredService<IStringLocalizer<FindingText>>());

        Assert.DoesNotContain(named, kind => finding[$"Loosen.{kind}"].ResourceNotFound);
        Assert.DoesNotContain(["Loosen.Region", "Loosen.Prefectures", "Empty.Count"], key => text[key].ResourceNotFound);
        Assert.DoesNotContain(["Loosen.Condition", "Loosen.Wider", "Loosen.Two"], key => finding[key].ResourceNotFound);
    }

    [Fact]
    public async Task WhileOneTypes_PlacesAndOccupationsAreSuggested_AndWithoutAScriptAWordThatNamesOneIsOffered()
    {
        await Given.JobAsync(Employer);

        var page = At("/employer/seekers?q=経理 新宿区&style=part");

        Assert.True(Labelled(page, "フリーワード").HasAttribute("data-suggest"));
        Assert.Equal("/employer/seekers?q=%E7%B5%8C%E7%90%86&city=13104&style=part", Assert.Single(page.FindAll("a"), a => a.TextContent == "場所「東京都新宿区」で絞る").GetAttribute("href"));
        Assert.DoesNotContain("で絞る", At("/employer/seekers?q=新宿区&city=13104").Markup);
    }

    [Fact]
    public async Task WhatASuggestionChose_StaysWhenTheFormIsSentAgain()
    {
        await Given.JobAsync(Employer);

        var page = At("/employer/seekers?city=13104&occ=023-01");

        Assert.Equal("13104", page.Find("select[name=city] option[selected]").GetAttribute("value"));
        Assert.Equal("023-01", page.Find("select[name=occ] option[selected]").GetAttribute("value"));
        Assert.Empty(page.FindAll("form#filters input[type=hidden][name=city]"));
    }

    [Fact]
    public async Task AnUnreadableWage_IsToldAndStaysInTheField()
    {
        await Given.JobAsync(Employer);

        var page = At("/employer/seekers?wageMax=たくさん");

        Assert.Contains("「たくさん」を読み取れません", page.Find("[role=alert]").TextContent);
        Assert.Equal("たくさん", page.Find("[name=wageMax]").GetAttribute("value"));
    }

    [Fact, Trait("Rule", "SS-01")]
    public async Task WithoutAnActiveJob_ThePageSaysWhatToDoAndShowsNobody()
    {
        await Given.SeekerAsync();

        Navigation.NavigateTo("/employer/seekers");
        var page = Render<SeekerSearchPage>();
        page.WaitForElement("[role=alert]");

        Assert.Contains("有効中の求人がないため", page.Find("[role=alert]").TextContent);
        Assert.Contains("公開されると", page.Find("[role=alert]").TextContent);
        Assert.Empty(page.FindAll("article"));
    }

    [Fact]
    public void EveryShownValue_HasItsWords()
    {
        var text = Services.GetRequiredService<IStringLocalizer<SeekersText>>();
        var keys = Enum.GetValues<WorkingStyle>().Select(s => $"Style.{s}").Concat(Enum.GetValues<SeekerSort>().Select(s => $"Sort.{s}"))
            .Concat(Enum.GetValues<WageUnit>().SelectMany(u => new[] { $"WageUnit.{u}", $"WageMax.{u}" }))
            .Concat(Enum.GetValues<SeekerWordScope>().Select(s => $"Scope.{s}")).Concat(Enum.GetValues<SeekerSince>().Select(s => $"Since.{s}"))
            .Concat(Enum.GetValues<SeekerTraits>().Where(t => t is not SeekerTraits.None).Select(t => $"Trait.{t}"))
            .Concat(Enum.GetValues<OpenRefusal>().Select(r => $"Refused.{r}")).Concat(Enum.GetValues<AskRefusal>().Select(r => $"Inquiry.Refused.{r}"));

        Assert.DoesNotContain(keys, key => text[key].ResourceNotFound);
    }

    private async Task LoadIndexAsync()
    {
        var index = new SeekerIndex(Database, new(Database));
        await index.LoadAsync(default);
        Services.AddTransient(_ => new SearchSeekers(Database, Clock, index));
    }

    private IRenderedComponent<SeekerSearchPage> At(string address)
    {
        Navigation.NavigateTo(address);
        var page = Render<SeekerSearchPage>();
        page.WaitForElement("[role=status]");
        return page;
    }
}
