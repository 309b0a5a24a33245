using Bunit;
using HelloWork.Blazor.Counselling;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Counselling;

public sealed class SeekerDeskPageTests : DeskPageContext
{
    [Fact, Trait("Rule", "CO-01")]
    public async Task Record_OfAnOnlineRegistrant_OffersTheConfirmation_AndSaysFromWhenItIsRenewed()
    {
        var online = await Given.SeekerAsync(kind: RegistrationKind.RegisteredOnline);

        var page = At(online);

        Assert.Contains("確認済みにする", page.Find("#confirm").TextContent);
        Assert.Contains("2026年5月1日からできます", page.Find("#renew").TextContent);
        Assert.Empty(page.FindAll("#renew form"));
        await new ConfirmRegistration(Database, Clock).RunAsync(new(Counselor, online.Registration), default);
        Assert.Empty(At(online).FindAll("#confirm"));
        Clock.SetJapan(2026, 5, 1);
        Assert.Contains("2026年6月30日まで1か月延びます", At(online).Find("#renew form").TextContent);
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task Close_SaysWhatItDoes_AndAsksForTheReason()
    {
        var seeker = await Given.SeekerAsync();

        var page = Render<CloseRegistrationPage>(p => p.Add(x => x.Id, seeker.Registration.Value));
        page.WaitForElement("form");
        Assert.Contains("求人者に公開している求職情報は、すぐに見えなくなります。", page.Markup);

        await page.Find("form").SubmitAsync();
        Assert.Contains("終える理由を選んでください", page.WaitForElement("[role=alert]").TextContent);
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task Register_WithNothingTyped_NamesTheFirstFieldToMend()
    {
        var page = Render<RegisterSeekerPage>();
        page.WaitForElement("form");

        await page.Find("form").SubmitAsync();

        Assert.Contains("氏名を入力してください", page.WaitForElement("[role=alert]").TextContent);
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task Correct_StartsFromWhatIsKnown_AndNamesTheFieldToMend()
    {
        var seeker = await Given.SeekerAsync();

        var page = Render<CorrectDetailsPage>(p => p.Add(x => x.Id, seeker.Registration.Value));
        page.WaitForElement("form");
        Assert.NotEqual("", page.Find("#Name").GetAttribute("value"));
        await page.Find("form").SubmitAsync();
        Assert.EndsWith($"/desk/seekers/{seeker.Registration}?done=details", Navigation.Uri);

        var statement = Render<CorrectStatementPage>(p => p.Add(x => x.Id, seeker.Registration.Value));
        statement.WaitForElement("form");
        Assert.Equal(5, statement.FindAll("form section[id^=step-]").Count);
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task Correct_OfARegistrationThatIsOver_LeadsToItsRecord()
    {
        var seeker = await Given.SeekerAsync();
        Clock.SetJapan(2026, 6, 1);

        Render<CorrectDetailsPage>(p => p.Add(x => x.Id, seeker.Registration.Value));

        Assert.EndsWith($"/desk/seekers/{seeker.Registration}", Navigation.Uri);
    }

    private IRenderedComponent<SeekerRecordPage> At(GivenSeeker seeker)
    {
        var page = Render<SeekerRecordPage>(p => p.Add(x => x.Id, seeker.Registration.Value));
        page.WaitForElement("h1");
        return page;
    }
}
