using Bunit;
using HelloWork.Blazor.DirectRequests;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Employers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.DirectRequests;

public sealed class ComposerPageTests : EmployerPageContext
{
    [Fact, Trait("Rule", "DR-01"), Trait("Rule", "DR-02"), Trait("Rule", "DR-03"), Trait("Rule", "JO-02"), Trait("Rule", "JO-03")]
    public async Task Jobs_ThatCannotBeAttached_AreDisabledOptionsWithTheReason_AndBelowWithWhatToDo()
    {
        var seeker = await Given.SeekerAsync();
        var fits = await Given.JobAsync(Employer, Titled("経理事務"));
        await Given.JobAsync(Employer, Titled("製品設計"), published: false);
        await Given.JobAsync(Employer, card => WithoutSelfApplication(Titled("営業")(card), Disclosure.WithoutName));
        await Given.JobAsync(Employer, card => WithoutSelfApplication(Titled("組立・検査")(card)));
        await Given.JobAsync(Employer, card => WithoutSelfApplication(Titled("派遣事務")(card)) with
        {
            Work = card.Work with { Title = "派遣事務", Staffing = StaffingKind.Dispatch, WorkplaceNamed = false },
        });
        var already = await Given.JobAsync(Employer, Titled("受付"));
        await SendAsync(already, seeker);
        var full = await Given.JobAsync(Employer, Titled("営業事務"));
        for (var i = 0; i < 10; i++)
            await SendAsync(full, await Given.SeekerAsync());

        var page = At(seeker);

        var select = Labelled(page, "求人");
        Assert.Equal("SELECT", select.TagName);
        Assert.Equal([$"経理事務（{fits.Number}）"], select.QuerySelectorAll("option:not([disabled])").Select(o => o.TextContent));
        Assert.Equal(fits.Number.Value, select.QuerySelector("option[selected]")!.GetAttribute("value"));
        var reasons = select.QuerySelectorAll("option[disabled]").ToDictionary(o => o.TextContent[..o.TextContent.IndexOf('（')], o => o.TextContent[(o.TextContent.IndexOf('—') + 2)..]);
        Assert.Equal(new Dictionary<string, string>
        {
            ["製品設計"] = "有効中ではない", ["営業"] = "事業所名を公開していない", ["組立・検査"] = "オンライン自主応募を受け付けていない",
            ["派遣事務"] = "派遣・請負で就業先を明示していない", ["受付"] = "この方に送付済み", ["営業事務"] = "10人に送付済み",
        }, reasons);
        Assert.Equal("選べない求人と理由（6件）", page.Find("#job-bars summary").TextContent);
        Assert.All(page.FindAll("#job-bars li"), reason => Assert.NotEmpty(reason.QuerySelector(".muted")!.TextContent));
    }

    [Fact, Trait("Rule", "DR-10")]
    public async Task Quota_StandsWithEachJobThatCanBeChosen_AndTheOneChosenIsShown()
    {
        var asked = await Given.JobAsync(Employer);
        var untouched = await Given.JobAsync(Employer);
        for (var i = 0; i < 3; i++)
            await SendAsync(asked, await Given.SeekerAsync());
        var seeker = await Given.SeekerAsync();
        await SaveDraftAsync(seeker, "書きかけ", asked);

        var page = At(seeker);

        Assert.Contains("残り 7／10人", page.Find($"[data-value='{asked.Number}']").TextContent);
        Assert.Contains("残り 10／10人", page.Find($"[data-value='{untouched.Number}']").TextContent);
        Assert.Equal([asked.Number.Value], page.FindAll("[data-picked-by=Job] [data-value]:not([hidden])").Select(e => e.GetAttribute("data-value")));
    }

    [Fact, Trait("Rule", "DR-05")]
    public async Task Page_ShowsTheThreePointsAndThatNothingCanBeWithdrawn_BesideTheCheckbox()
    {
        var seeker = await Given.SeekerAsync();
        await Given.JobAsync(Employer);

        var page = At(seeker);

        var notes = string.Concat(page.FindAll("section.panel li").Select(l => l.TextContent));
        Assert.All(new[] { "特定求職者雇用開発助成金", "トライアル雇用助成金", "地域雇用開発助成金", "求職者が決めます", "当事者どうし", "取り消しと変更はできません" },
            point => Assert.Contains(point, notes));
        Assert.Equal("checkbox", Labelled(page, "注意事項を確認しました").GetAttribute("type"));
        Assert.Equal("確認画面へ", page.Find("form button[type=submit]").TextContent);
    }

    [Fact]
    public async Task Draft_IsBackInThePage_AndWhereItIsKeptStandsOnTheForm()
    {
        var job = await Given.JobAsync(Employer);
        await Given.JobAsync(Employer);
        var seeker = await Given.SeekerAsync();
        await SaveDraftAsync(seeker, "書きかけの\n文章", job, confirmed: true);

        var page = At(seeker);

        Assert.Equal("書きかけの\n文章", Labelled(page, "メッセージ").TextContent.Trim('\n'));
        Assert.Equal(job.Number.Value, Labelled(page, "求人").QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.True(Labelled(page, "注意事項を確認しました").HasAttribute("checked"));
        Assert.Equal($"/employer/seekers/{seeker.PublicNumber}/request/draft", page.Find("form").GetAttribute("data-draft-url"));
        Assert.StartsWith("14時05分", page.Find("[data-draft-state]").TextContent);
    }

    [Fact, Trait("Rule", "DR-01"), Trait("Rule", "DR-05")]
    public async Task Submit_WithEverythingWrong_NamesEachFieldAndKeepsTheText()
    {
        var seeker = await Given.SeekerAsync();
        await Given.JobAsync(Employer);
        await Given.JobAsync(Employer);
        var tooLong = new string('長', 1_001);
        await SaveDraftAsync(seeker, tooLong);
        var page = At(seeker);

        page.Find("form").Submit();

        Assert.Equal(["求人を選んでください", "メッセージは1,000字までにし、表示できない文字を取り除いてください", "「送る前にお読みください」を読み、「注意事項を確認しました」にチェックを入れてください"],
            page.FindAll("[role=alert] li").Select(l => l.TextContent.Trim()));
        Assert.Equal(["#Job", "#Message", "#Agreed"], page.FindAll("[role=alert] a").Select(a => a.GetAttribute("href")![^a.GetAttribute("href")!.Split('#')[^1].Length..].Insert(0, "#")));
        Assert.Equal(tooLong, Labelled(page, "メッセージ").TextContent.Trim('\n'));
        Assert.DoesNotContain("confirm", Navigation.Uri);
    }

    [Fact, Trait("Rule", "DR-02")]
    public async Task Submit_WithAJobThatFilledUpMeanwhile_SaysSoAndKeepsTheText()
    {
        var seeker = await Given.SeekerAsync();
        var job = await Given.JobAsync(Employer);
        await SaveDraftAsync(seeker, "ぜひご検討ください。", job, confirmed: true);
        for (var i = 0; i < 10; i++)
            await SendAsync(job, await Given.SeekerAsync());
        var page = At(seeker);

        page.Find("form").Submit();

        Assert.Equal("「経理事務」は選べません（10人に送付済み）。別の求人を選んでください", Assert.Single(page.FindAll("[role=alert] li")).TextContent.Trim());
        Assert.Equal("ぜひご検討ください。", Labelled(page, "メッセージ").TextContent.Trim('\n'));
    }

    [Fact, Trait("Rule", "DR-04")]
    public async Task Submit_WithEverythingRight_LeadsToTheConfirmation()
    {
        var seeker = await Given.SeekerAsync();
        var job = await Given.JobAsync(Employer);
        await SaveDraftAsync(seeker, "ぜひご検討ください。", job, confirmed: true);
        var page = At(seeker);

        page.Find("form").Submit();

        Assert.EndsWith($"/employer/seekers/{seeker.PublicNumber}/request/confirm", Navigation.Uri);
        await using var db = Database.CreateDbContext();
        Assert.False(await db.DirectRequests.AnyAsync());
    }

    [Fact, Trait("Rule", "SS-05")]
    public async Task ForASeekerWithoutMyPage_ThereIsNoFormButTheOfficeToAsk()
    {
        var seeker = await Given.SeekerAsync(myPage: false);
        await Given.JobAsync(Employer);

        var page = At(seeker);

        Assert.Empty(page.FindAll("textarea"));
        Assert.Contains("ハローワーク飯田橋", page.Markup);
        Assert.Contains(page.FindAll("button"), b => b.TextContent == "ハローワークに問い合わせる");
    }

    [Fact, Trait("Rule", "DR-01")]
    public void EveryRefusalAndBar_HasItsWords()
    {
        var text = Services.GetRequiredService<IStringLocalizer<ComposerText>>();
        var keys = Enum.GetValues<JobBar>().SelectMany(b => new[] { $"Bar.{b}", $"Mend.{b}" }).Concat(Enum.GetValues<SendRefusal>().Select(r => $"Refused.{r}"));

        Assert.DoesNotContain(keys, key => text[key].ResourceNotFound);
    }

    private IRenderedComponent<ComposerPage> At(GivenSeeker seeker)
    {
        Navigation.NavigateTo($"/employer/seekers/{seeker.PublicNumber}/request");
        var page = Render<ComposerPage>(p => p.Add(x => x.Number, seeker.PublicNumber.Value));
        page.WaitForElement(".l-aside");
        return page;
    }

    private static Func<JobCard, JobCard> Titled(string title) => card => card with { Work = card.Work with { Title = title } };

    private static JobCard WithoutSelfApplication(JobCard card, Disclosure disclosure = Disclosure.NameToAll) =>
        card with { Header = card.Header with { AcceptsSelfApplication = false, Disclosure = disclosure } };
}
