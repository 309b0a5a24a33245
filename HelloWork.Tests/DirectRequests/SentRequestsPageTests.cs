using Bunit;
using HelloWork.Blazor.DirectRequests;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Tests.Employers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HelloWork.Tests.DirectRequests;

public sealed class SentRequestsPageTests : EmployerPageContext
{
    [Fact, Trait("Rule", "DR-10")]
    public async Task List_TellsStateDeadlineReasonAndWhatRemainsOfTheTen()
    {
        var job = await Given.JobAsync(Employer);
        var declined = await SendAsync(job, await Given.SeekerAsync());
        await SendAsync(job, await Given.SeekerAsync());
        await using (var db = Database.CreateDbContext())
        {
            (await db.DirectRequests.SingleAsync(r => r.Id == declined)).Decline("勤務地が遠いため", Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        }

        var page = At("/employer/requests");

        var rows = page.FindAll("#list tbody tr");
        Assert.Equal(2, rows.Count);
        Assert.Contains(rows, r => r.TextContent.Contains("未読") && r.TextContent.Contains("3月29日（日）24時まで") && r.TextContent.Contains("あと7日"));
        Assert.Contains(rows, r => r.TextContent.Contains("辞退") && r.TextContent.Contains("理由：勤務地が遠いため") && r.TextContent.Contains("3月22日（日）14時05分に辞退"));
        Assert.Contains("残り 8／10人", page.Find("#places").TextContent);
    }

    [Fact, Trait("Rule", "DR-10"), Trait("Rule", "DR-09")]
    public async Task States_AreCountedNow_AndEachCountLeadsToItsList()
    {
        var job = await Given.JobAsync(Employer);
        await SendAsync(job, await Given.SeekerAsync());
        Clock.SetJapan(2026, 3, 30);
        await SendAsync(job, await Given.SeekerAsync());

        var page = At("/employer/requests?state=lapsed");

        Assert.Equal(["未読 1件", "既読 0件", "応募済み 0件", "辞退 0件", "期限切れ（辞退扱い） 1件", "求人終了 0件", "登録終了 0件"],
            page.FindAll(".stats a").Select(a => $"{a.QuerySelector("span")!.TextContent} {a.QuerySelector("b")!.TextContent}"));
        Assert.Contains(page.FindAll(".stats a"), a => a.GetAttribute("href") == "/employer/requests?state=lapsed");
        Assert.Equal("期限切れ（辞退扱い）", Assert.Single(page.FindAll("#list tbody .chip")).TextContent);
    }

    [Fact, Trait("Rule", "SS-05")]
    public async Task Inquiries_ShowThatTheyAwaitAnAnswer()
    {
        var job = await Given.JobAsync(Employer);
        var seeker = await Given.SeekerAsync(myPage: false);
        await new AskPlacementOffice(Database, Clock).RunAsync(new(Employer, seeker.PublicNumber, job.Number, "面接をお願いしたいです。"), CancellationToken.None);

        var section = At("/employer/requests").Find("#inquiries");

        Assert.Contains("回答待ち", section.TextContent);
        Assert.Contains("ハローワーク飯田橋", section.TextContent);
        Assert.Contains(seeker.PublicNumber.Value, section.TextContent);
    }

    [Fact, Trait("Rule", "DR-10")]
    public void EveryState_HasItsWordsAndItsAddress()
    {
        var text = Services.GetRequiredService<IStringLocalizer<RequestStateText>>();
        var own = Services.GetRequiredService<IStringLocalizer<SentRequestsText>>();

        Assert.All(Enum.GetValues<DirectRequestState>(), state =>
        {
            Assert.False(text[$"State.{state}"].ResourceNotFound);
            Assert.Equal(state, SentRequestsAddress.ReadState(SentRequestsAddress.Word(state)));
        });
        Assert.DoesNotContain(Enum.GetValues<DirectRequestState>().Where(s => s > DirectRequestState.Read && s is not DirectRequestState.Lapsed), s => own[$"Ended.{s}"].ResourceNotFound);
        Assert.Null(SentRequestsAddress.ReadState("nonsense"));
        Assert.Null(SentRequestsAddress.ReadState(null));
    }

    private IRenderedComponent<SentRequestsPage> At(string address)
    {
        Navigation.NavigateTo(address);
        var page = Render<SentRequestsPage>();
        page.WaitForElement("#inquiries");
        return page;
    }
}
