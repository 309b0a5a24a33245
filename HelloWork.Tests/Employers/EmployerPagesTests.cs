using Bunit;
using HelloWork.Blazor.Employers;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.Employers;

public sealed class EmployerPagesTests : EmployerPageContext
{
    [Fact, Trait("Rule", "DR-10")]
    public async Task Home_ShowsWhatAwaitsAnAnswer_RequestsByStateAndTheActiveJobs()
    {
        var job = await Given.JobAsync(Employer, card => card with { Selection = card.Selection with { DaysToDocumentResult = 3 } });
        await Given.JobAsync(Employer, card => card with { Header = card.Header with { AcceptsSelfApplication = false }, Work = card.Work with { Title = "組立・検査" } });
        await SendAsync(job, await Given.SeekerAsync());
        await ApplyAsync(job, "今田 太郎");
        Clock.Advance(TimeSpan.FromDays(4));

        var page = Home();

        Assert.Contains("今田 太郎さんが結果を待っています", page.Find(".notice--warn").TextContent);
        var row = Assert.Single(page.FindAll("#applications tbody tr")).TextContent;
        Assert.All(["今田 太郎さん", "経理事務", "オンライン自主応募", "3月22日（日）", "3月25日（水）まで", "1日すぎています"], said => Assert.Contains(said, row));
        Assert.Contains(page.FindAll("#requests .stats a"), a => a.GetAttribute("href") == "/employer/requests?state=unread" && a.QuerySelector("b")!.TextContent == "1件");
        Assert.Contains(page.FindAll("#jobs tbody tr"), r => r.TextContent.Contains("残り 9／10人") && r.TextContent.Contains("1人") && r.TextContent.Contains("5月31日（日）"));
        Assert.Contains(page.FindAll("#jobs tbody tr"), r => r.TextContent.Contains("自主応募を受け付けない求人では送れません"));
    }

    [Fact]
    public async Task Home_LeadsToTheAnswers_WhichStandOnAPageOfTheirOwn_WithTheirFiles()
    {
        var job = await Given.JobAsync(Employer);
        await SendAsync(job, await Given.SeekerAsync());
        await ApplyAsync(job, "今田 太郎");

        Assert.Contains(Home().FindAll("#answers a"), a => a.GetAttribute("href") == "/employer/answers");
        Assert.Empty(Home().FindAll("figure"));
        Navigation.NavigateTo("/employer/answers");
        var page = Render<AnswersPage>();
        page.WaitForElement("figure");

        Assert.Equal(["/employer/answers/requests.csv", "/employer/answers/applications.csv"], page.FindAll("a[download]").Select(a => a.GetAttribute("href")!));
        Assert.Contains("1件を送り", page.Find("#answers-requests").TextContent);
        Assert.Contains("応募は1件です", page.Find("#answers-applications").TextContent);
    }

    [Fact, Trait("Rule", "SS-01")]
    public void Home_WithoutAnActiveJob_SaysWhatToDo() => Assert.Contains("有効中の求人がありません", Home().Find(".notice--warn").TextContent);

    [Fact, Trait("Rule", "JO-05")]
    public async Task Jobs_TellTheirStateToday()
    {
        await Given.JobAsync(Employer, lastDay: new DateOnly(2026, 3, 24));
        await Given.JobAsync(Employer, published: false);
        await Given.JobAsync(Employer);
        Clock.SetJapan(2026, 3, 25);

        Navigation.NavigateTo("/employer/jobs");
        var page = Render<OwnJobsPage>();
        page.WaitForElement("#list");

        Assert.Equal(["有効中", "確認待ち", "終了"], page.FindAll("#list tbody td[data-label=状態] .chip").Select(c => c.TextContent));
        Assert.Contains("紹介期限日を過ぎました", page.Find("#list").TextContent);
        Assert.Equal("3件", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public void EveryShownValue_HasItsWords()
    {
        var text = Services.GetRequiredService<IStringLocalizer<EmployersText>>();
        var keys = Enum.GetValues<OwnJobState>().Select(s => $"State.{s}").Concat(Enum.GetValues<JobEndReason>().Select(r => $"End.{r}"))
            .Concat(Enum.GetValues<SelfApplicationBar>().Select(b => $"NotSent.{b}"));

        Assert.DoesNotContain(keys, key => text[key].ResourceNotFound);
    }

    private IRenderedComponent<EmployerHomePage> Home()
    {
        Navigation.NavigateTo("/employer");
        var page = Render<EmployerHomePage>();
        page.WaitForElement("#jobs");
        return page;
    }

    private async Task ApplyAsync(JobOffer job, string name)
    {
        var seeker = await Given.SeekerAsync();
        var papers = new ApplicationPapers { Name = name, NameKana = "", BirthDate = new DateOnly(1990, 4, 1), Motivation = "志望します。" };
        await using var db = Database.CreateDbContext();
        db.Add(new SelfApplication(job, seeker.Id, null, papers, seeker.Account, Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();
    }
}
