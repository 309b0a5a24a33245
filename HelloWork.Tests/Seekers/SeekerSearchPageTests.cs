using Bunit;
using HelloWork.Blazor.Seekers;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Employers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Seekers;

public sealed class SeekerSearchPageTests : EmployerPageContext
{
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
        Assert.Equal([("sort", "match"), ("size", "10")], form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)));
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
            .Concat(Enum.GetValues<OpenRefusal>().Select(r => $"Refused.{r}")).Concat(Enum.GetValues<AskRefusal>().Select(r => $"Inquiry.Refused.{r}"));

        Assert.DoesNotContain(keys, key => text[key].ResourceNotFound);
    }

    private IRenderedComponent<SeekerSearchPage> At(string address)
    {
        Navigation.NavigateTo(address);
        var page = Render<SeekerSearchPage>();
        page.WaitForElement("[role=status]");
        return page;
    }
}
