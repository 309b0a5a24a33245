using System.Net;
using HelloWork.Blazor.Guide;
using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.Playwright;

namespace HelloWork.Tests.Guide;

[Trait("Category", "Browser")]
public sealed class GuideInBrowserTests(GuideInBrowserTests.Portal fixture) : IClassFixture<GuideInBrowserTests.Portal>, IAsyncLifetime
{
    private readonly PortalHost _portal = fixture.Host;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Browser.FreeAsync(_portal.Address);

    [Fact, Trait("Rule", "IN-01")]
    public async Task The_information_pages_are_accessible_and_never_scroll_sideways()
    {
        var page = await Browser.OpenAsync(_portal.Address);
        string[] addresses =
        [
            "/guide/referral-check?restriction=Yes", "/guide/referral-check?restriction=Yes&start=WithinFirstMonth&route=Own",
            "/offices?q=世田谷区", .. GuideTopic.All.Select(t => t.Href),
        ];
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await page.AssertInOrderAsync(address);
        }
    }

    [Fact, Trait("Rule", "IN-01")]
    public async Task Somebody_without_scripts_checks_the_condition_and_finds_the_office_to_ask()
    {
        var person = await Person.AtAsync(_portal, script: false);
        await person.GoAsync("/guide");
        await person.FollowAsync("紹介の条件のかんたん確認");
        await person.Page.GetByLabel("ある", new() { Exact = true }).CheckAsync();
        await person.Page.GetByLabel("待期期間が終わったあと、1か月以内").CheckAsync();
        await person.Page.GetByLabel("オンライン自主応募（直接リクエストからの応募を含む）").CheckAsync();
        await person.PressAsync("確かめる");
        await person.SeeAsync("紹介の条件に合いません");

        await person.FollowAsync("ハローワークをさがす");
        await person.FillAsync("名前・市区町村・郵便番号", "せたがや");
        await person.PressAsync("検索する");
        await person.SeeAsync("1件");
        await person.FollowFirstAsync("/offices/13");
        await person.SeeHeadingAsync("所在地と連絡先");
    }

    [Theory, Trait("Rule", "IN-01")]
    [InlineData("/guide/nothing")]
    [InlineData("/offices/99999")]
    public async Task What_isnt_there_answers_404(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _portal.Visitor().GetAsync(address)).StatusCode);

    public sealed class Portal : IDisposable
    {
        public PortalHost Host { get; } = new();

        public void Dispose() => Host.Dispose();
    }
}
