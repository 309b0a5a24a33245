using Bunit;
using HelloWork.Blazor.Counselling;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Counselling;

/// <summary>The desk's pages on a database of their own, with a counselor signed in.</summary>
public abstract class DeskPageContext : SignedInPageContext
{
    protected CounselorActor Counselor { get; private set; } = null!;

    protected override async Task SignInAsync()
    {
        Counselor = await Given.CounselorAsync();
        SignIn(RoleNames.Counselor, Counselor.Account);
    }
}

public sealed class DeskInquiryPageTests : DeskPageContext
{
    [Fact, Trait("Rule", "CO-03")]
    public async Task Page_ShowsQuestionWishesAndSeeker_AndOffersTheAnswerOnlyAfterTheCheck()
    {
        var inquiry = await AskAsync();

        var page = At(inquiry);

        Assert.Contains("お会いしたいです。", page.Find(".letter").TextContent);
        Assert.Contains("青木 花子", page.Find("#seeker").TextContent);
        Assert.Contains("違う項目はありません", page.Find("#fit").TextContent);
        Assert.Empty(page.FindAll("#answer"));

        await new CheckInquiry(Database, Clock).RunAsync(new(Counselor, inquiry), default);
        page = At(inquiry);
        Assert.Equal(["電話", "手紙", "窓口"], page.FindAll("#told label.check").Select(l => l.TextContent.Trim()));
        Assert.Equal(4, page.FindAll("#answer label.check").Count);
    }

    [Fact, Trait("Rule", "CO-03")]
    public async Task Answer_WithoutResultAndWords_NamesBothFields()
    {
        var inquiry = await AskAsync();
        await new CheckInquiry(Database, Clock).RunAsync(new(Counselor, inquiry), default);
        var page = At(inquiry);

        await page.Find("#answer form").SubmitAsync();

        var alert = page.Find("#answer [role=alert]").TextContent;
        Assert.Contains("結果を選んでください", alert);
        Assert.Contains("回答を入力してください", alert);
    }

    [Fact, Trait("Rule", "CO-03"), Trait("Rule", "AP-04")]
    public async Task List_ShowsWhatWaitsWithItsDueDay()
    {
        await AskAsync();
        var seeker = await Given.SeekerAsync();
        await new AskForAdvice(Database, Clock).RunAsync(new(seeker.Actor, (await Given.JobAsync(await Given.EmployerAsync())).Number, "相談します。"), default);

        var page = Render<DeskInquiriesPage>();
        page.WaitForElement("table");

        Assert.Equal(new HashSet<string> { "問い合わせ", "相談" }, page.FindAll("tbody tr").Select(r => r.QuerySelectorAll("td")[1].TextContent).ToHashSet());
        Assert.Contains("3月26日（木）", page.Markup);
        Assert.Contains("あと4日", page.Markup);
        Assert.DoesNotContain("青木", page.Markup);
    }

    private IRenderedComponent<DeskInquiryPage> At(ContactInquiryId inquiry)
    {
        var page = Render<DeskInquiryPage>(p => p.Add(x => x.Id, inquiry.Value));
        page.WaitForElement("h1");
        return page;
    }

    private async Task<ContactInquiryId> AskAsync()
    {
        var employer = await Given.EmployerAsync();
        var job = await Given.JobAsync(employer);
        var seeker = await Given.SeekerAsync(myPage: false);
        return (await new AskPlacementOffice(Database, Clock).RunAsync(new(employer, seeker.PublicNumber, job.Number, "お会いしたいです。"), default)).Asked!.Value;
    }
}
