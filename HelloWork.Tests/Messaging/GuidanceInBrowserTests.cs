using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.Playwright;

namespace HelloWork.Tests.Messaging;

[Trait("Category", "Browser")]
public sealed class GuidanceInBrowserTests(GuidanceInBrowserTests.Portal fixture) : IClassFixture<GuidanceInBrowserTests.Portal>
{
    private readonly PortalHost _portal = fixture.Host;

    [Fact, Trait("Rule", "MS-06")]
    public async Task AProvider_ChoosesWritesAndSends_OnPagesThatAreAccessibleAndNeverScrollSideways()
    {
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("provider01");
        var page = person.Page;
        await page.GotoAsync("/provider/seekers");

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "案内を送る相手に選ぶ" }).First.CheckAsync();
        await person.PressAsync("選んだ人に案内を書く");
        await person.FillAsync("件名", "経理のご経験を生かせる求人のご案内");
        await person.FillAsync("本文", "くわしくは、お電話 090-1234-5678 までどうぞ。");
        await person.PressAsync("確認画面へ");
        await page.Locator("mark").WaitForAsync();
        await page.AssertInOrderAsync("composer");
        await person.FillAsync("本文", "はじめてご連絡します。");
        await person.PressAsync("確認画面へ");
        await page.GetByRole(AriaRole.Button, new() { Name = "送信する", Exact = true }).WaitForAsync();
        await page.AssertInOrderAsync("confirm");
        await person.PressAsync("送信する");
        await person.SeeAsync("1人に案内を送りました");
        await page.AssertInOrderAsync("sent");
        await person.FollowAsync("やりとりを見る");
        await person.SeeHeadingAsync("返信する");
        await page.AssertInOrderAsync("thread");
    }

    public sealed class Portal : IDisposable
    {
        public PortalHost Host { get; } = new();

        public void Dispose() => Host.Dispose();
    }
}
