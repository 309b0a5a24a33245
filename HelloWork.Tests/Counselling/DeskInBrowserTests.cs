using System.Text;
using System.Text.RegularExpressions;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HelloWork.Tests.Counselling;

/// <summary>From an employer's question to the answer and on to the referral letter, in a real browser.</summary>
[Trait("Category", "Browser")]
public sealed class DeskInBrowserTests : IDisposable
{
    private const string WithoutMyPage = "13010-00000007";
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HELLOWORK_DESK_SCREENS");

    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "CO-03"), Trait("Rule", "CO-04"), Trait("Rule", "SS-05")]
    public async Task AnInquiry_IsWorkedAnsweredAndLeadsToAReferralLetter()
    {
        var employer = await (await Person.AtAsync(_portal)).SignInAsync("employer01");
        await employer.GoAsync($"/employer/seekers/{await PublicNumberAsync()}/inquiry");
        await employer.ChooseAsync("求人", "13010-00000101");
        await employer.FillAsync("問い合わせの内容", "ご経験を拝見しました。応募をご検討いただけるか、お伝えください。");
        await employer.PressAsync("問い合わせる");
        await employer.SeeAsync("回答待ち");

        var counselor = await (await Person.AtAsync(_portal)).SignInAsync("counselor01");
        await InOrderAsync(counselor.Page, "/desk/inquiries");
        await counselor.FollowFirstAsync("/desk/inquiries/");
        await counselor.PressAsync("確認済みにする");
        await counselor.Page.GetByLabel("電話", new() { Exact = true }).CheckAsync();
        await counselor.PressAsync("連絡を記録する");
        await employer.SeeAsync("求職者に連絡済み");
        await InOrderAsync(counselor.Page, null);
        await counselor.Page.GetByLabel("応募を希望している", new() { Exact = true }).CheckAsync();
        await counselor.FillAsync("回答", "応募したいとのことです。紹介状をお送りします。");
        await counselor.PressAsync("回答する");
        await counselor.SeeAsync("回答しました");
        await employer.SeeAsync("応募したいとのことです。紹介状をお送りします。");

        await counselor.FollowAsync("この求人に紹介する");
        await counselor.SeeHeadingAsync("職業紹介をする");
        await InOrderAsync(counselor.Page, null);
        await counselor.PressAsync("内容を確かめる");
        await counselor.SeeHeadingAsync("この内容で紹介します");
        await InOrderAsync(counselor.Page, null, "confirm");
        await counselor.PressAsync("紹介する");
        await counselor.SeeAsync("紹介しました");
        await InOrderAsync(counselor.Page, null, "referral");
        await counselor.FollowAsync("紹介状を見る・印刷する");
        await counselor.SeeHeadingAsync("採否通知");
        await InOrderAsync(counselor.Page, null);
        var pdf = await counselor.Page.PdfAsync(new() { Path = Pictures is null ? null : Path.Combine(Pictures, "letter.pdf"), PreferCSSPageSize = true });
        Assert.Single(Regex.Matches(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b(?!s)"));

        await employer.GoAsync("/employer/referrals");
        await InOrderAsync(employer.Page, null);
        await employer.FollowFirstAsync("/employer/referrals/");
        await employer.Page.GetByLabel("採用", new() { Exact = true }).CheckAsync();
        await InOrderAsync(employer.Page, null, "employer-referral");
        await employer.PressAsync("結果を記録する");
        await employer.SeeAsync("結果を記録しました");
        await counselor.GoAsync("/desk/referrals?show=done");
        await counselor.SeeAsync("採用");
    }

    [Fact, Trait("Rule", "CO-03"), Trait("Rule", "SS-05"), Trait("Journey", "Keyboard")]
    public async Task AnInquiry_IsAskedWorkedAndAnsweredWithTheKeyboardAlone()
    {
        var employer = await AtTheKeyboard.SignInAsync(_portal, "employer01");
        await employer.Page.GotoAsync($"/employer/seekers/{await PublicNumberAsync()}/inquiry");
        await employer.ChooseAsync("求人", "13010-00000101");
        await employer.TypeAsync("問い合わせの内容", "ご経験を拝見しました。応募をご検討いただけるか、お伝えください。");
        await employer.PressAsync("問い合わせる");
        await employer.SeeAsync("回答待ち");

        var counselor = await AtTheKeyboard.SignInAsync(_portal, "counselor01");
        await counselor.Page.GotoAsync("/desk/inquiries");
        await counselor.FollowFirstAsync("/desk/inquiries/");
        await counselor.PressAsync("確認済みにする");
        await counselor.ChooseAsync("電話");
        await counselor.PressAsync("連絡を記録する");
        await counselor.ChooseAsync("応募を希望している");
        await counselor.TypeAsync("回答", "応募したいとのことです。紹介状をお送りします。");
        await counselor.PressAsync("回答する");
        await counselor.SeeAsync("回答しました");
        await employer.SeeAsync("応募したいとのことです。紹介状をお送りします。");

        await counselor.FollowAsync("この求人に紹介する");
        await counselor.PressAsync("内容を確かめる");
        await counselor.SeeHeadingAsync("この内容で紹介します");
        await counselor.PressAsync("紹介する");
        await counselor.FollowAsync("紹介状を見る・印刷する");
        await counselor.SeeHeadingAsync("採否通知");
    }

    [Fact, Trait("Rule", "CO-01")]
    public async Task TheSeekersPages_AreAccessibleAndNothingScrollsSideways()
    {
        var counselor = await new Person(await Browser.OpenAsync(_portal.Address, scheme: ColorScheme.Dark)).SignInAsync("counselor01");
        await InOrderAsync(counselor.Page, "/desk/seekers");
        await counselor.FillAsync("求職番号", "13010-00000001");
        await counselor.PressAsync("検索する");
        await counselor.SeeHeadingAsync("青木 花子");
        await InOrderAsync(counselor.Page, null, "record");
        await counselor.FollowAsync("求職登録を終える");
        await counselor.SeeHeadingAsync("登録を終えると");
        await InOrderAsync(counselor.Page, null, "close");
        await InOrderAsync(counselor.Page, "/desk/seekers/new");
        await InOrderAsync(counselor.Page, "/desk/referrals");
        await counselor.GoAsync("/desk/seekers");
        await counselor.FillAsync("氏名またはカナ", "青木花子");
        await counselor.FillAsync("年", "1900");
        await counselor.FillAsync("月", "1");
        await counselor.FillAsync("日", "1");
        await counselor.Page.Locator("#by-name button").ClickAsync();
        await counselor.SeeAsync("この安定所に、あてはまる登録はありません");
    }

    private async Task<PublicNumber> PublicNumberAsync()
    {
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        return await db.SeekerRegistrations.Where(r => r.Number == RegistrationNumber.Parse(WithoutMyPage))
            .Join(db.SeekerProfiles, r => r.SeekerId, p => p.SeekerId, (_, p) => p.PublicNumber).SingleAsync();
    }

    /// <param name="address">Null: the page as it stands.</param>
    private static async Task InOrderAsync(IPage page, string? address, string? name = null)
    {
        if (address is not null)
            await page.GotoAsync(address);
        var path = new Uri(page.Url).AbsolutePath;
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name ?? Regex.Replace(Regex.Replace(path, "[0-9a-f]{8}-[0-9a-f-]{27}", "id").Trim('/'), "[^a-z]+", "-")}-{page.ViewportSize!.Width}.png"), FullPage = true });
        await page.AssertInOrderAsync(path);
    }
}
