using AngleSharp.Dom;
using Bunit;
using HelloWork.Blazor.Applications;
using HelloWork.Blazor.MyPage;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Applications;

public sealed class ApplicationPagesTests : ExchangePages
{
    [Fact, Trait("Rule", "AP-01")]
    public async Task Form_AsksForTheMotivationAndKeepsWhatWasTyped()
    {
        await new SaveApplicationDraft(It.Database, It.Clock).RunAsync(new(It.Seeker.Actor, It.Job.Number, "書きかけの志望動機"), default);

        var page = OpenForm();

        var motivation = page.Find($"#{page.FindAll("label").Single(l => l.TextContent == "志望動機").GetAttribute("for")}");
        Assert.Equal("書きかけの志望動機", motivation.TextContent.Trim());
        Assert.Equal($"/seeker/applications/new/{It.Job.Number}/draft", page.Find("form").GetAttribute("data-draft-url"));
        Assert.Equal(["ファイルを付ける", "応募内容を確認する"], Buttons(page));
        Assert.Contains("／1,000字", page.Find(".counter").TextContent, StringComparison.Ordinal);
    }

    [Theory, Trait("Rule", "AP-05")]
    [InlineData(InterviewState.Offered, 1, "面接の日時を選ぶ")]
    [InlineData(InterviewState.Offered, 0, "")]
    [InlineData(InterviewState.Agreed, -60, "面接 3月22日（日）")]
    public void AnInterviewInAList_AsksToChooseOnlyWhileThereIsATimeToChoose(InterviewState state, int minutes, string says)
    {
        var now = It.Clock.UtcNow();

        var chip = Render<InterviewChip>(p => p.Add(c => c.Interview, new InterviewGlance(state, now.AddMinutes(minutes))).Add(c => c.Today, Jst.DayOf(now)));

        Assert.Equal(says, string.Concat(chip.Nodes.Select(n => n.TextContent)).Trim());
    }

    [Fact, Trait("Rule", "AP-05")]
    public void TheHome_NamesTheLastTimeThatCanBePicked_OrSaysThatNoneIsLeft()
    {
        var until = Jst.StartOf(new DateOnly(2026, 4, 1)).AddHours(10);

        var notice = Render<TimesToPickNotice>(p => p.Add(n => n.Today, new DateOnly(2026, 3, 22)).Add(n => n.Waiting,
            [new TimesToPick(new(NewId.Next()), "経理事務", "株式会社見本製作所", null), new TimesToPick(new(NewId.Next()), "総務", "株式会社よそ", until)]));

        Assert.Equal(["選べる候補がなくなりました。合う日時がないことを伝えてください", "候補は4月1日（水）10時00分までです"], notice.FindAll("li .small").Select(s => s.TextContent));
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task AnHourThatSomebodyElseHasPicked_IsNoChoiceAnyMore_AndBothPagesSaySo()
    {
        var (first, second) = (It.Clock.UtcNow().AddDays(5), It.Clock.UtcNow().AddDays(6));
        var mine = await It.AppliedAsync();
        var other = await It.Given.SeekerAsync(name: "石井 太郎");
        await new SaveApplicationDraft(It.Database, It.Clock).RunAsync(new(other.Actor, It.Job.Number, "応募します。"), default);
        var preview = (await new PreviewApplication(It.Database, It.Clock).RunAsync(new(other.Actor, It.Job.Number), default))!;
        var theirs = (await new ApplyToJob(It.Database, It.Clock).RunAsync(new(other.Actor, It.Job.Number, preview.Papers.Motivation, preview.Fingerprint), default)).Application!.Value;
        var (offer, picked) = (new OfferInterviewTimes(It.Database, It.Clock), new InterviewId(NewId.Next()));
        await offer.RunAsync(new(It.Employer, mine, new(NewId.Next()), [first, second], 60, "本社", null), default);
        await offer.RunAsync(new(It.Employer, theirs, picked, [first], 60, "本社", null), default);
        await new PickInterviewTime(It.Database, It.Clock).RunAsync(new(other.Actor, picked, 1), default);

        var page = Render<OwnApplicationPage>(p => p.Add(x => x.Id, mine.Value));
        Assert.Single(page.FindAll("input[type=radio]"));
        Assert.Contains("次の時間はふさがったため、選べません：3月27日", Words(page), StringComparison.Ordinal);
        Assert.Contains("3月28日（土）", Words(page), StringComparison.Ordinal);

        SignIn(It.Employer);
        Assert.Contains("ほかの応募者の面接に決まったため、選べません", Words(Render<ReceivedApplicationPage>(p => p.Add(x => x.Id, mine.Value))), StringComparison.Ordinal);
        await new CallOffInterview(It.Database, It.Clock).RunAsync(new CallOffInterview.FromEmployer(It.Employer, (await It.EmployerOpensAsync(mine))!.Interview!.Id, "日程を組み直します"), default);
        Assert.Contains("決まっている面接", Words(Render<InterviewTimesPage>(p => p.Add(x => x.Id, mine.Value))), StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-03")]
    public void Form_TellsThatItIsNoReferralAndWhatABenefitRestrictionMeans()
    {
        var notices = OpenForm().Find("#notices").TextContent;

        Assert.Contains("ハローワークの紹介ではありません", notices, StringComparison.Ordinal);
        Assert.Contains("給付制限", notices, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-02")]
    public async Task Form_WithinTheValidityOfARequest_SaysThatItAnswersIt()
    {
        await It.RequestAsync();

        var target = OpenForm().Find("#target").TextContent;

        Assert.Contains("直接リクエストへの返事になります", target, StringComparison.Ordinal);
        Assert.Contains("3月29日（日）24時まで／あと7日", target, StringComparison.Ordinal);
    }

    [Theory, Trait("Rule", "AP-01"), Trait("Rule", "JO-05")]
    [InlineData(ApplyRefusal.JobNotActive, "受付が終わっています")]
    [InlineData(ApplyRefusal.NoOpenRegistration, "求職登録の有効期間が終わっています")]
    [InlineData(ApplyRefusal.AlreadyApplied, "すでに応募しています")]
    public async Task Form_WhereOneCannotApply_SaysWhyInsteadOfAsking(ApplyRefusal bar, string words)
    {
        if (bar is ApplyRefusal.JobNotActive)
            await It.ChangeAsync(async db => (await db.JobOffers.SingleAsync()).End(JobEndReason.Filled, It.Clock.UtcNow()));
        if (bar is ApplyRefusal.NoOpenRegistration)
            await It.ChangeAsync(async db => (await db.SeekerRegistrations.SingleAsync()).End(Domain.Seekers.RegistrationEndReason.Other, It.Clock.UtcNow()));
        if (bar is ApplyRefusal.AlreadyApplied)
            await It.AppliedAsync();

        var page = OpenForm();

        Assert.Contains(words, page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("textarea"));
        Assert.Empty(Buttons(page));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task Confirmation_ShowsEveryFieldThatIsSent()
    {
        var preview = await It.PreviewAsync();

        var page = Render<ApplyConfirmPage>(p => p.Add(x => x.Number, It.Job.Number.Value));

        var words = Words(page);
        var papers = preview.Papers;
        Assert.All(new[] { papers.Name, papers.NameKana, "1990年4月1日", papers.PostalCode!, papers.Address!, papers.Phone!, papers.Email!, papers.Motivation, "卸売業の経理（6年）" }.Concat(papers.Licences),
            field => Assert.Contains(field, words, StringComparison.Ordinal));
        Assert.Contains("株式会社見本製作所に直接届きます", words, StringComparison.Ordinal);
        Assert.Equal(["応募する"], Buttons(page));
        Assert.Equal(preview.Fingerprint, page.Find("input[name='Input.Seen']").GetAttribute("value"));
    }

    [Fact, Trait("Rule", "AP-01")]
    public void Confirmation_WithoutAMotivation_LeadsBackToTheForm()
    {
        Render<ApplyConfirmPage>(p => p.Add(x => x.Number, It.Job.Number.Value));

        Assert.EndsWith($"/seeker/applications/new/{It.Job.Number}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task OwnApplication_BeforeTheOutcome_OffersWithdrawing()
    {
        var application = await It.AppliedAsync();

        var page = Render<OwnApplicationPage>(p => p.Add(x => x.Id, application.Value));

        Assert.Contains("応募を取り下げる", Buttons(page));
        Assert.Contains("応募しました", page.Find("#flow").TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task OwnApplication_AfterTheOutcome_ShowsTheReasonAndOffersNoWithdrawing()
    {
        var application = await It.AppliedAsync();
        await It.RecordAsync(application, ApplicationStatus.NotHired, "経験の豊富な方に決まりました。");

        var page = Render<OwnApplicationPage>(p => p.Add(x => x.Id, application.Value));

        Assert.Contains("経験の豊富な方に決まりました。", page.Find("#status .letter").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("応募を取り下げる", Buttons(page));
    }

    [Fact, Trait("Rule", "AP-03"), Trait("Rule", "AP-05")]
    public async Task ReceivedApplication_ShowsPapersStepsAndThatNoSubsidyApplies()
    {
        var application = await It.AppliedAsync();
        SignIn(It.Employer);

        var page = Render<ReceivedApplicationPage>(p => p.Add(x => x.Id, application.Value));

        Assert.Equal("青木 花子 さんの応募", page.Find("h1").TextContent);
        Assert.Contains("助成金", page.Find("#notices").TextContent, StringComparison.Ordinal);
        Assert.Equal(["書類選考中", "面接", "採用", "不採用"], page.FindAll("#record input[type=radio]").Select(r => r.ParentElement!.TextContent.Trim()));
        Assert.Equal("1", page.Find("input[name='Record.Seen']").GetAttribute("value"));
    }

    [Fact, Trait("Rule", "AP-01")]
    public async Task ReceivedApplication_OfAnotherOffice_IsNotFound()
    {
        var application = await It.AppliedAsync();
        SignIn(await It.Given.EmployerAsync("株式会社よそ"));
        var notFound = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => notFound = true;

        var page = Render<ReceivedApplicationPage>(p => p.Add(x => x.Id, application.Value));

        Assert.True(notFound);
        Assert.DoesNotContain("青木", page.Markup, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "AP-05")]
    public async Task ReceivedList_TellsRouteDayAndWhatIsUnread()
    {
        await It.RequestAsync();
        await It.AppliedAsync();
        SignIn(It.Employer);

        var row = Render<ReceivedApplicationsPage>().Find("tbody tr").TextContent;

        Assert.All(["青木 花子", "未読", "経理事務", "直接リクエストから", "3月22日（日）", "応募済み（返事待ち）"], words => Assert.Contains(words, row, StringComparison.Ordinal));
    }

    private IRenderedComponent<ApplyPage> OpenForm() => Render<ApplyPage>(p => p.Add(page => page.Number, It.Job.Number.Value));
}
