using Bunit;
using HelloWork.Blazor.Seekers;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Employers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Seekers;

public sealed class SeekerProfilePageTests : EmployerPageContext
{
    [Fact, Trait("Rule", "SS-04")]
    public async Task Profile_SaysThatItIsTheSeekersOwnStatementAndMayBeUnchecked()
    {
        await Given.JobAsync(Employer);

        var page = At(await Given.SeekerAsync());
        var online = At(await Given.SeekerAsync(kind: RegistrationKind.RegisteredOnline));

        Assert.Contains("求職者ご本人が書いた内容です", page.Find(".notice").TextContent);
        Assert.Contains("確かめていないものを含みます", page.Find(".notice").TextContent);
        Assert.Contains("まだ確かめていません", online.Find(".notice").TextContent);
        Assert.Contains("オンライン登録者（ハローワーク未確認）", online.Markup);
    }

    [Fact, Trait("Rule", "SS-05")]
    public async Task Profile_WithMyPage_LeadsToTheRequest_AndShowsWhatWasSentBefore()
    {
        var job = await Given.JobAsync(Employer);
        var seeker = await Given.SeekerAsync();
        await SendAsync(job, seeker);

        var page = At(seeker);

        Assert.Equal($"/employer/seekers/{seeker.PublicNumber}/request", page.FindAll("a").Single(a => a.TextContent == "直接リクエストを作成する").GetAttribute("href"));
        Assert.Contains("経理事務", page.Find("#earlier").TextContent);
        Assert.Contains("未読", page.Find("#earlier").TextContent);
        Assert.DoesNotContain("ハローワークに問い合わせる", page.Markup);
    }

    [Fact, Trait("Rule", "SS-05")]
    public async Task Profile_WithoutMyPage_NamesTheOfficeAndItsButton_AndAfterAskingThatAnAnswerIsAwaited()
    {
        var job = await Given.JobAsync(Employer);
        var seeker = await Given.SeekerAsync(myPage: false);

        var page = At(seeker);
        Assert.Contains("ハローワーク飯田橋", page.Find("#inquiry").TextContent);
        var button = page.FindAll("button").Single(b => b.TextContent == "ハローワークに問い合わせる");
        Assert.Equal($"/employer/seekers/{seeker.PublicNumber}/inquiry", button.Closest("form")!.GetAttribute("action"));
        Assert.DoesNotContain(page.FindAll("a"), a => a.TextContent == "直接リクエストを作成する");

        await new AskPlacementOffice(Database, Clock).RunAsync(new(Employer, seeker.PublicNumber, job.Number, "お会いしたいです。"), CancellationToken.None);
        Assert.Contains("回答待ち", At(seeker).Find("#asked").TextContent);
    }

    [Fact, Trait("Rule", "SS-06")]
    public async Task Profile_PastTheQuota_SaysSoWithTheLimitsAndFromWhenOn()
    {
        await Given.JobAsync(Employer);
        var seeker = await Given.SeekerAsync();
        for (var i = 0; i < 5; i++)
            At(seeker);
        Clock.Advance(TimeSpan.FromSeconds(30));

        Navigation.NavigateTo($"/employer/seekers/{seeker.PublicNumber}");
        var page = Render<SeekerProfilePage>(p => p.Add(x => x.Number, seeker.PublicNumber.Value));
        page.WaitForElement("[role=alert]");

        var alert = page.Find("[role=alert]").TextContent;
        Assert.Contains("上限に達しました", alert);
        Assert.Contains("1時間に5件、24時間に300件まで", alert);
        Assert.Contains("3月22日（日）15時05分から", alert);
        Assert.DoesNotContain("経理事務", page.Markup);
    }

    [Fact, Trait("Rule", "SS-05")]
    public async Task Inquiry_WithoutAMessage_NamesTheField_AndSendsNothing()
    {
        await Given.JobAsync(Employer);
        var seeker = await Given.SeekerAsync(myPage: false);
        Navigation.NavigateTo($"/employer/seekers/{seeker.PublicNumber}/inquiry");
        var page = Render<InquiryPage>(p => p.Add(x => x.Number, seeker.PublicNumber.Value));
        page.WaitForElement("form");

        page.Find("form").Submit();

        Assert.Contains("問い合わせの内容を入力してください", page.Find("[role=alert]").TextContent);
        await using var db = Database.CreateDbContext();
        Assert.False(await db.ContactInquiries.AnyAsync());
    }

    private IRenderedComponent<SeekerProfilePage> At(GivenSeeker seeker)
    {
        Navigation.NavigateTo($"/employer/seekers/{seeker.PublicNumber}");
        var page = Render<SeekerProfilePage>(p => p.Add(x => x.Number, seeker.PublicNumber.Value));
        page.WaitForElement(".l-aside");
        return page;
    }
}
