using AngleSharp.Dom;
using Bunit;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Jobs;

public sealed class ComparePageTests : JobsPageContext
{
    [Fact]
    public async Task Jobs_StandSideBySide_LineByLine()
    {
        var (one, two) = (await Given.JobAsync(Employer), await Given.JobAsync(Employer, card => card with { Work = card.Work with { Title = "調理", EmploymentType = EmploymentType.Part }, Pay = new() { Form = "時給", TotalFrom = 1_200, TotalTo = 1_300 } }));

        var page = At(CompareAddress.Of(one.Number, two.Number));

        Assert.Equal(["1. 経理事務", "2. 調理"], page.FindAll("thead a[href^='/jobs/13010']").Select(a => a.TextContent));
        Assert.Equal(["月給 248,000〜310,000円", "時給 1,200〜1,300円"], Row(page, "賃金"));
        Assert.Equal(["正社員", "パート労働者"], Row(page, "雇用形態"));
        Assert.Equal([one.Number.Value, two.Number.Value], Row(page, "求人番号"));
        Assert.Equal([$"/jobs/compare?n={two.Number}", $"/jobs/compare?n={one.Number}"], page.FindAll("thead a[href^='/jobs/compare']").Select(a => a.GetAttribute("href")!));
        Assert.All(page.FindAll("td"), cell => Assert.Equal("cell", cell.GetAttribute("role")));
        Assert.Equal([one.Number.Value, two.Number.Value], page.FindAll("form.toolbar input[type=hidden][name=n]").Select(i => i.GetAttribute("value")!));
    }

    [Fact]
    public async Task MoreThanFour_AndUnknownNumbers_AreSaid()
    {
        var numbers = new List<JobNumber>();
        for (var i = 0; i < 5; i++)
            numbers.Add((await Given.JobAsync(Employer)).Number);

        var full = At(CompareAddress.Of(numbers));
        var wrong = At("/jobs/compare?n=13010-99999999&n=<b>&n=");

        Assert.Equal(4, full.FindAll("thead a[href^='/jobs/13010']").Count);
        Assert.Contains("くらべられるのは4件までです", full.Find("[role=alert]").TextContent);
        Assert.Empty(full.FindAll("form.toolbar"));
        Assert.Equal(["求人番号「13010-99999999」の求人は見つかりませんでした。番号を確かめてください。", "求人番号「<b>」の求人は見つかりませんでした。番号を確かめてください。"], wrong.FindAll("[role=alert]").Select(a => a.TextContent.Trim()));
        Assert.Contains("くらべる求人がまだありません", wrong.Markup);
    }

    [Fact, Trait("Rule", "JO-05")]
    public async Task OfAnEndedJob_OnlyTitleNumberAndTheReasonAreShown()
    {
        var (ended, open) = (await Given.JobAsync(Employer, card => card with { Work = card.Work with { Title = "調理" } }), await Given.JobAsync(Employer));
        await new EndJobOffer(Database, Clock).RunAsync(new(Employer, ended.Number, JobEndReason.Filled), default);

        var page = At(CompareAddress.Of(ended.Number, open.Number));
        var alone = At(CompareAddress.Of(ended.Number));

        Assert.Contains("採用が決まりました", page.FindAll("thead th")[1].TextContent);
        Assert.Equal([ended.Number.Value, open.Number.Value], Row(page, "求人番号"));
        Assert.Equal(["–", "月給 248,000〜310,000円"], Row(page, "賃金"));
        Assert.Equal(["賃金", "求人番号"], alone.FindAll("tbody th").Select(h => h.TextContent));
        Assert.DoesNotContain("見本製作所", alone.Markup);
        Assert.Contains(ended.Number.Value, page.Find("[data-compared]").GetAttribute("data-compared"));
    }

    [Fact]
    public async Task TwoOfficesOfOneName_ArentTakenForOne()
    {
        await Given.JobAsync(Employer);
        await Given.JobAsync(await Given.EmployerAsync());

        Services.GetRequiredService<NavigationManager>().NavigateTo("/jobs");
        var page = Render<JobSearchPage>();

        Assert.Equal(2, page.FindAll(".jobs > li").Count);
        Assert.Empty(page.FindAll(".jobs details"));
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task AnOfficeThatIsntShown_IsntNamedHereEither()
    {
        var job = await Given.JobAsync(Employer, card => card with { Header = card.Header with { Disclosure = Disclosure.NameToSeekers } });

        Assert.DoesNotContain("見本製作所", At(CompareAddress.Of(job.Number)).Markup);
        SignIn(await Given.SeekerAsync());
        Assert.Contains("株式会社見本製作所", At(CompareAddress.Of(job.Number)).Markup);
    }

    [Fact, Trait("Rule", "JO-02")]
    public async Task InResults_JobsOfOneOfficeUnderOneTitleStandTogether_UnlessTheOfficeIsHidden()
    {
        var (first, other) = (await Given.JobAsync(Employer), await Given.JobAsync(Employer));
        await Given.JobAsync(Employer, card => card with { Work = card.Work with { Title = "調理" } });
        for (var i = 0; i < 2; i++)
            await Given.JobAsync(Employer, card => card with { Header = card.Header with { Disclosure = Disclosure.WithoutName, AcceptsSelfApplication = false } });

        Services.GetRequiredService<NavigationManager>().NavigateTo("/jobs");
        var page = Render<JobSearchPage>();

        Assert.Equal("5件", page.Find("[role=status]").TextContent);
        Assert.Equal(5, page.FindAll("article h3 a").Count);
        Assert.Equal(4, page.FindAll(".jobs > li").Count);
        var group = Assert.Single(page.FindAll(".jobs > li > details"));
        Assert.Equal("同じ事業所・同じ職種の求人がほか1件", group.QuerySelector("summary")!.TextContent);
        Assert.Equal(new[] { first.Number, other.Number }.Select(n => $"/jobs/{n}").Order(), group.ParentElement!.QuerySelectorAll("h3 a").Select(a => a.GetAttribute("href")!).Order());
    }

    private IRenderedComponent<ComparePage> At(string address)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<ComparePage>();
    }

    private static IEnumerable<string> Row(IRenderedComponent<ComparePage> page, string term) =>
        page.FindAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == term).QuerySelectorAll("td").Select(cell => cell.TextContent.Trim());
}
