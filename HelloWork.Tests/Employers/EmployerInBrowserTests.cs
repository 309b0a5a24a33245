using System.Text.RegularExpressions;
using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelloWork.Tests.Employers;

[Trait("Category", "Browser")]
public sealed partial class EmployerInBrowserTests(EmployerInBrowserTests.Portal fixture) : IClassFixture<EmployerInBrowserTests.Portal>, IAsyncLifetime
{
    private const string Seeker = "/employer/seekers/K-2047-7301";
    private const string OtherSeeker = "/employer/seekers/K-2047-7302";
    private readonly PortalHost _portal = fixture.Host;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Browser.FreeAsync(_portal.Address);

    [Fact]
    public async Task WhatTheEmployersPagesSayOfASearchAndOfErrors_IsAccessibleAndNeverScrollsSideways()
    {
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("employer01");
        var page = person.Page;
        var withoutMyPage = await WithoutMyPageAsync(page);

        foreach (var address in new[]
        {
            "/employer/seekers?size=10&any=1&exp=1&wish=car", "/employer/seekers?q=%E7%84%A1%E3%81%84%E8%AA%9E&pref=13&wageMax=abc",
            withoutMyPage, $"{withoutMyPage}/inquiry",
        })
        {
            await page.GotoAsync(address);
            await page.AssertInOrderAsync(address);
        }
        await page.GotoAsync($"{Seeker}/request");
        await person.PressAsync("確認画面へ");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("メッセージを入力してください");
        await page.AssertInOrderAsync("the composer with errors");
        await person.ChooseAsync("求人", "13010-00000101");
        await person.FillAsync("メッセージ", "ご経験を拝見しました。応募をご検討ください。");
        await person.TickAsync("注意事項を確認しました");
        await person.PressAsync("確認画面へ");
        await page.GetByRole(AriaRole.Button, new() { Name = "送信する", Exact = true }).WaitForAsync();
        await page.AssertInOrderAsync("what is about to be sent");
    }

    [Fact]
    public async Task APlaceTypedInKana_IsSuggestedInTheSearchOfSeekers_AndTakesThePlaceOfTheOneChosenBefore()
    {
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("employer01");
        var page = person.Page;
        await page.GotoAsync("/employer/seekers?pref=13&city=13101");
        var words = page.GetByRole(AriaRole.Textbox, new() { Name = "フリーワード", Exact = true });

        await words.PressSequentiallyAsync("しんじゅく");
        await Expect(page.Locator("[role=option]").First).ToHaveTextAsync("場所：東京都新宿区");
        await words.PressAsync("ArrowDown");
        await words.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("city=13104"));
        await Expect(page.Locator("a.chip--filter")).ToHaveTextAsync(["条件をはずす：東京都", "条件をはずす：新宿区"]);
        await words.PressSequentiallyAsync("かんごし");
        await page.Locator("[role=option]", new() { HasText = "看護師" }).First.ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex(@"occ=\d"));
        Assert.Single(new Regex("city=[0-9]").Matches(page.Url));
        await Expect(words).ToHaveValueAsync("");
    }

    [Fact]
    public async Task WhatIsTyped_OutlivesALostConnectionAndAClosedBrowser()
    {
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("employer01");
        await person.GoAsync($"{OtherSeeker}/request");
        await person.ChooseAsync("求人", "13010-00000101");
        var state = person.Page.Locator("[data-draft-state]");

        await person.Page.Context.SetOfflineAsync(true);
        await person.FillAsync("メッセージ", "電車の中で書いた文章");
        await Expect(state).ToContainTextAsync("通信できない");
        await person.Page.Context.SetOfflineAsync(false);
        await Expect(state).ToContainTextAsync("保存しました", new() { Timeout = 30_000 });
        await person.Page.Context.CloseAsync();

        var later = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("employer01");
        await later.GoAsync($"{OtherSeeker}/request");

        await Expect(later.Page.GetByRole(AriaRole.Textbox, new() { Name = "メッセージ", Exact = true })).ToHaveValueAsync("電車の中で書いた文章");
        await Expect(later.Page.GetByRole(AriaRole.Combobox, new() { Name = "求人", Exact = true })).ToHaveValueAsync("13010-00000101");
        await Expect(later.Page.Locator("[data-picked-by] [data-value]:visible")).ToContainTextAsync("残り");
    }

    [Fact]
    public async Task AfterARefusedForm_LoadingThePageAnewKeepsWhatWasTypedSince()
    {
        const string Another = "/employer/seekers/K-2047-7303";
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("employer01");
        await person.GoAsync($"{Another}/request");
        await person.PressAsync("確認画面へ");
        await Expect(person.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("メッセージを入力してください");

        // The page itself says「保存しました」of the refused text, so only the answer to the next saving counts.
        await person.Page.RunAndWaitForResponseAsync(
            () => person.FillAsync("メッセージ", "エラーのあとで書いた文章"),
            r => r.Request.Headers.ContainsKey("x-draft") && r.Request.PostData!.Contains(Uri.EscapeDataString("エラーのあとで書いた文章")));
        await person.Page.ReloadAsync();

        await Expect(person.Page.GetByRole(AriaRole.Textbox, new() { Name = "メッセージ", Exact = true })).ToHaveValueAsync("エラーのあとで書いた文章");
    }

    [Fact]
    public async Task TheRemainingPlaces_FollowTheChosenJob()
    {
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("employer01");
        await person.GoAsync($"{Seeker}/request");
        var shown = person.Page.Locator("[data-picked-by] [data-value]:visible");

        await person.ChooseAsync("求人", "13010-00000102");
        await Expect(shown).ToContainTextAsync("総務・受付事務");
        await person.ChooseAsync("求人", "13010-00000101");
        await Expect(shown).ToContainTextAsync("経理事務");
    }

    [Fact]
    public async Task WithoutJavaScript_AnEmployerSearchesNarrowsAndOpensAProfile()
    {
        var person = await new Person(await Browser.OpenAsync(_portal.Address, script: false)).SignInAsync("employer01");
        await person.GoAsync("/employer/seekers");
        var all = await CountAsync(person.Page);

        await person.Page.Locator("input[name=mypage]").CheckAsync();
        await person.FillAsync("フリーワード", "事務");
        await person.PressAsync("検索する");
        await person.Page.ArrivesAtAsync("mypage=1");

        Assert.InRange(await CountAsync(person.Page), 1, all - 1);
        Assert.Equal("事務", await person.Page.GetByRole(AriaRole.Textbox, new() { Name = "フリーワード", Exact = true }).InputValueAsync());
        await person.Page.GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Link, new() { Name = "直接リクエストを作成する", Exact = true })).ToBeVisibleAsync();
    }

    private static async Task<string> WithoutMyPageAsync(IPage page)
    {
        await page.GotoAsync("/employer/seekers?size=50");
        var link = page.GetByRole(AriaRole.Article).Filter(new() { HasTextString = "マイページなし" }).First.GetByRole(AriaRole.Heading).GetByRole(AriaRole.Link);
        return (await link.GetAttributeAsync("href"))!;
    }

    private static async Task<int> CountAsync(IPage page)
    {
        var status = await page.GetByRole(AriaRole.Status).First.TextContentAsync();
        Assert.Matches(@"\A[0-9,]+件\z", status!);
        return int.Parse(Digits().Match(status!).Value.Replace(",", ""));
    }

    [GeneratedRegex("[0-9,]+")] private static partial Regex Digits();

    public sealed class Portal : IDisposable
    {
        public PortalHost Host { get; } = new();

        public void Dispose() => Host.Dispose();
    }
}
