using Bunit;
using HelloWork.Blazor.Counselling.Referrals;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Counselling;

public sealed class ReferralPageTests : DeskPageContext
{
    [Fact, Trait("Rule", "CO-04")]
    public async Task New_FromAnInquiry_BringsTheNumbersAlong_AndShowsBothSidesBeforeItIsIssued()
    {
        var employer = await Given.EmployerAsync();
        var job = await Given.JobAsync(employer);
        var seeker = await Given.SeekerAsync(myPage: false);
        var inquiry = (await new AskPlacementOffice(Database, Clock).RunAsync(new(employer, seeker.PublicNumber, job.Number, "お会いしたいです。"), default)).Asked!.Value;

        Navigation.NavigateTo($"/desk/referrals/new?inquiry={inquiry}");
        var page = Render<NewReferralPage>();
        page.WaitForElement("form");
        Assert.Equal(job.Number.Value, Labelled(page, "求人番号").GetAttribute("value"));
        Assert.Equal("AtWindow", page.FindAll("input[type=radio]").Single(r => r.HasAttribute("checked")).GetAttribute("value"));

        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("この内容で紹介します", page.Markup));
        Assert.Contains("青木 花子", page.Markup);
        Assert.Equal("true", page.Find("input[name='Input.Confirmed']").GetAttribute("value"));
    }

    [Fact, Trait("Rule", "CO-04")]
    public async Task New_ToAJobThatIsOver_IsRefusedAtItsField()
    {
        var employer = await Given.EmployerAsync();
        var job = await Given.JobAsync(employer);
        var seeker = await Given.SeekerAsync();
        await new AskForAdvice(Database, Clock).RunAsync(new(seeker.Actor, job.Number, "相談します。"), default);
        await new EndJobOffer(Database, Clock).RunAsync(new(employer, job.Number, JobEndReason.Filled), default);
        await using var db = Database.CreateDbContext();
        var consultation = await db.Consultations.Select(c => c.Id).SingleAsync();

        Navigation.NavigateTo($"/desk/referrals/new?consultation={consultation}");
        var page = Render<NewReferralPage>();
        page.WaitForElement("form");
        await page.Find("form").SubmitAsync();

        Assert.Contains("この求人は有効中ではないため、紹介できません", page.WaitForElement("[role=alert]").TextContent);
    }

    [Fact, Trait("Rule", "CO-04")]
    public async Task Letter_NamesOfficeJobSeekerAndOfficer_AndHasTheReturnSlip()
    {
        var employer = await Given.EmployerAsync();
        var job = await Given.JobAsync(employer);
        var seeker = await Given.SeekerAsync();
        await using var db = Database.CreateDbContext();
        var number = await db.SeekerRegistrations.Where(r => r.SeekerId == seeker.Id).Select(r => r.Number).SingleAsync();
        var referral = (await new IssueReferral(Database, Clock).RunAsync(new(Counselor, number, job.Number, ReferralWay.AtWindow, "面接は10時です。", []), default)).Issued!.Value;

        var page = Render<DeskLetterPage>(p => p.Add(x => x.Id, referral.Value));
        var sheet = page.WaitForElement("article").TextContent;

        Assert.All(new[] { "R-2603-0001", "2026年3月22日", "株式会社見本製作所", "ハローワーク飯田橋", "飯田 一郎", "青木 花子", number.Value, job.Number.Value, "面接は10時です。" }, part => Assert.Contains(part, sheet));
        Assert.Contains("不採用", page.Find(".slip").TextContent);
    }
}
