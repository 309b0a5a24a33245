using HelloWork.Domain.DirectRequests;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HelloWork.Tests.Journeys;

/// <summary>What the portal exists for, from end to end in a real browser.</summary>
[Trait("Category", "Browser")]
public sealed class DirectRequestJourneys : IDisposable
{
    private const string Seeker01 = "K-2047-7301";
    private const string Message = "はじめまして。卸売業での月次決算のご経験を拝見し、ご連絡しました。よろしければご応募をご検討ください。";

    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Theory, Trait("Rule", "DR-01"), Trait("Rule", "DR-05"), Trait("Rule", "DR-08"), Trait("Rule", "AP-01"), Trait("Rule", "AP-02")]
    [InlineData(1280, 360, true)]
    [InlineData(360, 1280, false)]
    public async Task AnEmployerAsks_TheSeekerApplies_AndTheEmployerReceivesTheApplication(int employersWidth, int seekersWidth, bool script)
    {
        var employer = await (await Person.AtAsync(_portal, employersWidth, script)).SignInByFormAsync("employer01");
        await FindAndAskAsync(employer);

        var seeker = await (await Person.AtAsync(_portal, seekersWidth, script)).SignInByFormAsync("seeker01");
        await seeker.GoAsync("/seeker/requests");
        await OpenTheRequestAsync(seeker);
        await seeker.SeeAsync(Message);
        await seeker.SeeAsync("3月29日（日）24時まで");
        await seeker.PressAsync("応募する");
        await seeker.FillAsync("志望動機", "月次決算の経験を、製造業の経理で生かしたいと考えています。");
        await seeker.PressAsync("応募内容を確認する");
        await seeker.SeeAsync("東京都世田谷区赤堤4丁目99番9号");
        await seeker.PressAsync("応募する");
        await seeker.SeeAsync("応募しました");

        await employer.GoAsync("/employer/applications");
        await employer.FollowFirstAsync("/employer/applications/");
        await employer.SeeAsync("青木 花子");
        await employer.SeeAsync("月次決算の経験を、製造業の経理で生かしたいと考えています。");
        await employer.GoAsync("/employer/requests");
        await employer.SeeAsync("応募済み");
    }

    [Fact, Trait("Rule", "DR-06"), Trait("Rule", "DR-07"), Trait("Rule", "DR-09"), Trait("Rule", "DR-10")]
    public async Task SevenDaysPass_BothSidesSeeThatTheRequestLapsed_AndTheSeekerMayStillApply()
    {
        var employer = await (await Person.AtAsync(_portal)).SignInAsync("employer01");
        await FindAndAskAsync(employer);

        _portal.Clock.SetJapan(2026, 3, 30);

        await employer.SignInAsync("employer01");
        await employer.GoAsync("/employer/requests");
        await employer.SeeAsync("期限切れ（辞退扱い）");
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");
        await seeker.GoAsync("/seeker/requests");
        await OpenTheRequestAsync(seeker);
        await seeker.SeeAsync("期限切れ（辞退扱い）");
        Assert.Equal(0, await seeker.Page.GetByRole(AriaRole.Button, new() { Name = "辞退する", Exact = true }).CountAsync());
        await seeker.GoAsync("/jobs/13010-00000101");
        await seeker.FollowAsync("オンライン自主応募をする");
        await seeker.FillAsync("志望動機", "ゆっくり考えて、応募を決めました。");
        await seeker.PressAsync("応募内容を確認する");
        await seeker.PressAsync("応募する");
        await seeker.SeeAsync("応募しました");

        await employer.GoAsync("/employer/requests");
        await employer.SeeAsync("期限切れ（辞退扱い）");
        await using var db = await _portal.Contexts.CreateDbContextAsync();
        Assert.Null((await db.SelfApplications.SingleAsync()).DirectRequestId);
    }

    [Fact, Trait("Rule", "DR-08")]
    public async Task TheSeekerDeclinesWithAReason_TheEmployerReadsIt()
    {
        var employer = await (await Person.AtAsync(_portal)).SignInAsync("employer01");
        await FindAndAskAsync(employer);
        var seeker = await (await Person.AtAsync(_portal, 360)).SignInAsync("seeker01");
        await seeker.GoAsync("/seeker/requests");
        await OpenTheRequestAsync(seeker);

        await seeker.PressAsync("辞退する");
        var dialog = seeker.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("通勤の時間が希望に合いませんでした。");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "辞退する", Exact = true }).ClickAsync();
        await seeker.SeeAsync("辞退しました");

        await employer.GoAsync("/employer/requests");
        await employer.SeeAsync("通勤の時間が希望に合いませんでした。");
    }

    private static async Task FindAndAskAsync(Person employer)
    {
        await employer.GoAsync("/employer/seekers");
        await employer.FillAsync("フリーワード", "卸売業 月次決算");
        await employer.PressAsync("検索する");
        await employer.Page.Locator($"article a[href$='{Seeker01}']").First.ClickAsync();
        await employer.FollowAsync("直接リクエストを作成する");
        await employer.ChooseAsync("求人", "13010-00000101");
        await employer.FillAsync("メッセージ", Message);
        await employer.TickAsync("注意事項を確認しました");
        await employer.PressAsync("確認画面へ");
        await employer.SeeAsync("3月29日（日）24時まで");
        await employer.PressAsync("送信する");
        await employer.Page.ArrivesAtAsync("/sent/");
    }

    private static Task OpenTheRequestAsync(Person seeker) => seeker.FollowFirstAsync("/seeker/requests/");
}
