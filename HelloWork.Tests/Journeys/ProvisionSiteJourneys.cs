using HelloWork.Tests.Support;
using Microsoft.Playwright;

namespace HelloWork.Tests.Journeys;

/// <summary>The second leaflet's service from end to end in a real browser: guidance, live arrival, reply, wish, block, stop.</summary>
[Trait("Category", "Browser")]
public sealed class ProvisionSiteJourneys : IDisposable
{
    private const string Subject = "経理のお仕事のご案内";

    private readonly PortalHost _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact, Trait("Rule", "MS-01"), Trait("Rule", "MS-02"), Trait("Rule", "MS-06"), Trait("Rule", "MS-07"), Trait("Rule", "MS-08"), Trait("Rule", "MS-05")]
    public async Task AProviderWrites_TheSeekerSeesItLiveRepliesWishesAndBlocks_AndTheProviderCannotWriteAnyMore()
    {
        var provider = await (await Person.AtAsync(_portal)).SignInAsync("provider01");
        var seeker = await (await Person.AtAsync(_portal, 360)).SignInAsync("seeker01");
        await seeker.GoAsync("/provision/messages");
        await seeker.SeeAsync("まだメッセージは届いていません");

        await FindAsync(provider);
        await provider.FollowAsync("案内メッセージを作成する");
        await provider.FillAsync("件名", Subject);
        await provider.FillAsync("本文", "月次決算のご経験を拝見しました。電話は 03-1234-5678 です。");
        await provider.PressAsync("確認画面へ");
        await provider.SeeAsync("電話番号と思われる文字があります");
        await provider.FillAsync("本文", "月次決算のご経験を拝見しました。千代田区の経理の求人があります。");
        await provider.PressAsync("確認画面へ");
        await provider.PressAsync("送信する");

        // Nobody reloads: it arrives on the open list.
        await seeker.SeeAsync(Subject);
        await seeker.FollowAsync("詳細");
        await seeker.SeeHeadingAsync("必ず示される情報");
        await seeker.FillAsync("返信", "在宅勤務ができる求人はありますか。");
        await seeker.PressAsync("返信する");
        await seeker.SeeAsync("返信を送りました");
        await provider.GoAsync("/provider/messages");
        await provider.FollowAsync("詳細");
        await provider.SeeAsync("在宅勤務ができる求人はありますか。");
        await provider.FillAsync("返信", "週2日まで在宅で働ける求人があります。");
        await provider.PressAsync("返信する");
        await seeker.SeeAsync("週2日まで在宅で働ける求人があります。");

        await seeker.PressAsync("求職申込みを希望する");
        await seeker.TickAsync("手数料について説明を受け、同意しました");
        await seeker.PressAsync("希望を伝える");
        await seeker.SeeHeadingAsync("求職申込みの手続き");
        await seeker.SeeAsync("03-0000-1100");

        await seeker.GoAsync("/provision/messages");
        await seeker.PressAsync("ブロックする");
        await seeker.SeeAsync("見本人材紹介株式会社をブロックしました");
        await provider.FillAsync("返信", "その後いかがでしょうか。");
        await provider.PressAsync("返信する");
        await provider.SeeAsync("お届けできません");
        Assert.Equal("その後いかがでしょうか。", await provider.Page.GetByRole(AriaRole.Textbox, new() { Name = "返信", Exact = true }).InputValueAsync());
        await seeker.PressAsync("元に戻す");
        await seeker.SeeAsync("見本人材紹介株式会社のブロックを解除しました");
    }

    [Fact, Trait("Rule", "PV-07"), Trait("Rule", "PV-08")]
    public async Task TheSeekerStops_AndTheProfileAProviderHasOpenIsGoneByItself()
    {
        var provider = await (await Person.AtAsync(_portal)).SignInAsync("provider01");
        await FindAsync(provider);
        await provider.SeeAsync("案内メッセージを作成する");
        var seeker = await (await Person.AtAsync(_portal)).SignInAsync("seeker01");

        await seeker.GoAsync("/provision/stop");
        await seeker.PressAsync("提供を停止する");
        await seeker.PressAsync("停止する");

        await provider.SeeAsync("ページが見つかりません");
        await provider.GoAsync("/provider/seekers?q=経理事務、総務事務");
        await provider.SeeAsync("0件");
    }

    private static async Task FindAsync(Person provider)
    {
        await provider.GoAsync("/provider/seekers");
        await provider.FillAsync("フリーワード", "経理事務、総務事務");
        await provider.PressAsync("検索する");
        await provider.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "1件" }).First.WaitForAsync();
        await provider.Page.Locator("article h3 a").First.ClickAsync();
        await provider.Page.GetByRole(AriaRole.Link, new() { Name = "案内メッセージを作成する", Exact = true }).WaitForAsync();
    }
}
