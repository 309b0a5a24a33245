using AngleSharp.Dom;
using Bunit;
using HelloWork.Blazor.DirectRequests;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Applications;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.DirectRequests;

public sealed class ReceivedRequestPageTests : ExchangePages
{
    [Fact, Trait("Rule", "DR-08")]
    public async Task OpenRequest_ShowsMessageJobAndDeadlineInWordsAndTheThreeAnswers()
    {
        var request = await It.RequestAsync();
        It.Clock.SetJapan(2026, 3, 25, 9, 12);

        var page = Open(request);

        Assert.Equal("株式会社見本製作所からのリクエスト", page.Find("h1").TextContent);
        Assert.Equal("3月29日（日）24時まで／あと4日", page.Find(".deadline__when").TextContent);
        Assert.Contains("ご経験を拝見し", page.Find(".letter").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/jobs/{It.Job.Number}", page.Find("article h3 a").GetAttribute("href"));
        Assert.Equal(["応募する", "辞退する", "ハローワークに相談する"], Buttons(page));
        Assert.Equal($"/seeker/applications/new/{It.Job.Number}", page.Find("form[method=get]").GetAttribute("action"));
    }

    [Fact, Trait("Rule", "DR-06")]
    public async Task OpenRequest_OnItsLastDay_SaysToday()
    {
        var request = await It.RequestAsync();
        It.Clock.SetJapan(2026, 3, 29, 23, 59, 59);

        Assert.StartsWith("今日24時まで", Open(request).Find(".deadline__when").TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "DR-05"), Trait("Rule", "AP-03")]
    public async Task Request_TellsThePointsTheEmployerConfirmedAndTheBenefitRestriction()
    {
        var notices = Open(await It.RequestAsync()).Find("#notices").TextContent;

        Assert.All(["特定求職者雇用開発助成金", "トライアル雇用助成金", "地域雇用開発助成金", "ご自身で選べます", "当事者どうし", "給付制限", "1か月"],
            point => Assert.Contains(point, notices, StringComparison.Ordinal));
    }

    [Fact, Trait("Rule", "DR-07"), Trait("Rule", "DR-09")]
    public async Task LapsedRequest_ExplainsThatAnOrdinaryApplicationIsStillPossible()
    {
        var request = await It.RequestAsync();
        It.Clock.SetJapan(2026, 3, 30);

        var page = Open(request);

        Assert.Contains("期限切れ（辞退扱い）", page.Find(".chips").TextContent, StringComparison.Ordinal);
        Assert.Contains("通常の応募（オンライン自主応募）をすることはできます", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(["オンライン自主応募をする", "ハローワークに相談する"], Buttons(page));
        Assert.Contains("3月29日（日）24時期限切れ", Words(page).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, Trait("Rule", "DR-07"), Trait("Rule", "JO-05")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RequestAnsweredBeforeTheJobEnded_NoLongerPromisesAnApplication(bool declined)
    {
        var request = await It.RequestAsync();
        if (declined)
            await It.DeclineAsync(request, null);
        It.Clock.SetJapan(2026, 3, 30);
        await It.ChangeAsync(async db => (await db.JobOffers.SingleAsync()).End(JobEndReason.Filled, It.Clock.UtcNow()));

        var page = Open(request);

        Assert.DoesNotContain("応募）をすることはできます", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Contains("この求人は受付が終わっているため、応募できません。", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(Buttons(page));
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task DeclinedRequest_ShowsTheReasonGiven()
    {
        var request = await It.RequestAsync();
        await It.DeclineAsync(request, "勤務地が遠いため");

        var page = Open(request);

        Assert.Contains("勤務地が遠いため", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("辞退する", Buttons(page));
    }

    [Theory, Trait("Rule", "JO-05")]
    [InlineData(JobEndReason.Filled, "採用する人が決まった")]
    [InlineData(JobEndReason.Withdrawn, "会社が求人を取りやめた")]
    public async Task RequestOfAnEndedJob_GivesTheReasonAndOffersNothing(JobEndReason reason, string words)
    {
        var request = await It.RequestAsync();
        await It.ChangeAsync(async db => (await db.JobOffers.SingleAsync()).End(reason, It.Clock.UtcNow()));
        It.Clock.Advance(TimeSpan.FromMinutes(1));

        var page = Open(request);

        Assert.Contains(words, page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(Buttons(page));
    }

    [Fact, Trait("Rule", "DR-11")]
    public async Task RequestAfterTheRegistrationEnded_SaysWhy()
    {
        var request = await It.RequestAsync();
        await It.ChangeAsync(async db => (await db.SeekerRegistrations.SingleAsync()).End(RegistrationEndReason.Employed, It.Clock.UtcNow().AddMinutes(1)));
        It.Clock.Advance(TimeSpan.FromHours(1));

        var page = Open(request);

        Assert.Contains("求職登録が終わったため", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("応募する", Buttons(page));
    }

    [Fact, Trait("Rule", "AP-02")]
    public async Task AppliedRequest_LeadsToTheApplication()
    {
        var request = await It.RequestAsync();
        var application = await It.AppliedAsync();

        var page = Open(request);

        Assert.Equal($"/seeker/applications/{application}", page.Find(".notice a").GetAttribute("href"));
        Assert.Empty(Buttons(page));
    }

    [Fact, Trait("Rule", "AP-04")]
    public async Task RequestWithAQuestionUnderWay_ShowsItAsWaitingAndDoesNotOfferAnother()
    {
        var request = await It.RequestAsync();
        await new AskForAdvice(It.Database, It.Clock).RunAsync(new(It.Seeker.Actor, It.Job.Number, "紹介を受けられますか。"), default);

        var page = Open(request);

        Assert.Contains("回答待ち", page.Find("#consultations").TextContent, StringComparison.Ordinal);
        Assert.Contains("紹介を受けられますか。", page.Find("#consultations").TextContent, StringComparison.Ordinal);
        Assert.Equal(["応募する", "辞退する"], Buttons(page));
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task RequestOfAnotherSeeker_IsNotFound()
    {
        var request = await It.RequestAsync();
        SignIn(await It.Given.SeekerAsync());
        var notFound = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => notFound = true;

        var page = Open(request);

        Assert.True(notFound);
        Assert.Empty(page.FindAll("h1"));
    }

    [Fact, Trait("Rule", "DR-06")]
    public async Task Flow_IsALineWithADotForEachEvent_AndSaysHowMuchTimeIsLeft()
    {
        var request = await It.RequestAsync();
        It.Clock.SetJapan(2026, 3, 25, 12);

        var open = Open(request).Find("#flow");
        It.Clock.SetJapan(2026, 3, 31);
        var over = Open(request).Find("#flow");

        Assert.Equal("送られてから3日、回答期限まであと4日です。", open.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
        Assert.Equal((2, "今日"), (open.QuerySelectorAll("circle.been").Length, open.QuerySelector("text.strong")!.TextContent));
        Assert.Equal($"/seeker/requests/{request}/events.csv", open.QuerySelector("a[download]")!.GetAttribute("href"));
        Assert.Equal("送られてから7日で「期限切れ（辞退扱い）」になりました。", over.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Empty(over.QuerySelectorAll(".now"));
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task List_ShowsStateAndDeadlineOfEach()
    {
        await It.RequestAsync();

        var row = Render<ReceivedRequestsPage>().Find("tbody tr").TextContent;

        Assert.All(["株式会社見本製作所", "経理事務", "未読", "3月29日（日）24時まで", "／あと7日"], words => Assert.Contains(words, row, StringComparison.Ordinal));
    }

    [Fact]
    public void List_WithoutRequests_SaysWhatHelps()
    {
        var page = Render<ReceivedRequestsPage>();

        Assert.Contains("まだ届いていません", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Contains("/seeker/profile", page.FindAll(".empty a").Select(a => a.GetAttribute("href")));
    }

    private IRenderedComponent<ReceivedRequestPage> Open(DirectRequestId request) => Render<ReceivedRequestPage>(p => p.Add(page => page.Id, request.Value));
}
