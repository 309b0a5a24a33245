using HelloWork.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelloWork.Tests.Shell;

[Trait("Category", "Browser")]
public sealed class ShellInBrowserTests(ShellBrowser browser) : IClassFixture<ShellBrowser>, IAsyncLifetime
{
    private const string Guide = "/dev/controls";
    private const string Employer = "employer:株式会社見本製作所";

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Browser.FreeAsync(browser.Portal.Address);

    [Theory]
    [InlineData(1440, ColorScheme.Light, null)]
    [InlineData(360, ColorScheme.Light, Employer)]
    [InlineData(1440, ColorScheme.Dark, Employer)]
    [InlineData(360, ColorScheme.Dark, null)]
    public async Task Every_control_is_accessible_and_nothing_scrolls_sideways(int width, ColorScheme scheme, string? who)
    {
        var (page, complaints) = await browser.OpenAsync(who, width, scheme: scheme);

        await page.GotoAsync(Guide);

        Assert.Empty(await page.FaultsAsync(Guide, everyLook: true));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_link_swaps_the_page_in_place_under_the_content_policy_and_leads_the_focus_to_the_heading()
    {
        var (page, complaints) = await browser.OpenAsync();
        await page.GotoAsync(Guide);
        await page.EvaluateAsync("window.sameDocument = true");

        await page.GetByRole(AriaRole.Link, new() { Name = "3ページ目へ" }).ClickAsync();

        await Expect(page.Locator(".pager [aria-current=page]")).ToHaveTextAsync("ページ3");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_menu_opens_on_a_narrow_screen_and_closes_when_a_link_is_followed()
    {
        var (page, complaints) = await browser.OpenAsync(Employer, width: 360);
        await page.GotoAsync(Guide);
        var menu = page.GetByRole(AriaRole.Navigation, new() { Name = "メニュー" });
        await Expect(menu).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "メニュー" }).ClickAsync();
        await Expect(menu.GetByRole(AriaRole.Link, new() { Name = "求職者をさがす" })).ToBeVisibleAsync();
        await menu.GetByRole(AriaRole.Button, new() { Name = "とじる" }).ClickAsync();

        await Expect(menu).ToBeHiddenAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_skip_link_stays_on_the_page()
    {
        var (page, _) = await browser.OpenAsync();
        await page.GotoAsync($"{Guide}?page=2");

        await page.GetByRole(AriaRole.Link, new() { Name = "本文へ移動する" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("main")).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync($"{browser.Portal.Address}{Guide}?page=2");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refused_form_opens_at_its_errors_with_everything_typed_still_there(bool script)
    {
        var (page, _) = await browser.OpenAsync(script: script);
        await page.GotoAsync(Guide);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "メッセージ", Exact = true }).FillAsync("\n一行目\n\n三行目");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "情報通信業" }).CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "月", Exact = true }).FillAsync("13");
        await page.GetByRole(AriaRole.Button, new() { Name = "確認画面へ" }).ClickAsync();

        var alert = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "入力エラーが2件あります" });
        await Expect(alert).ToBeFocusedAsync();
        await Expect(page).ToHaveTitleAsync("エラー：部品の見本｜ハローワーク ポータル");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "メッセージ", Exact = true })).ToHaveValueAsync("\n一行目\n\n三行目");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "情報通信業" })).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "月", Exact = true })).ToHaveValueAsync("13");

        await alert.GetByRole(AriaRole.Link, new() { Name = "注意事項" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "注意事項を確認しました", Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_dialog_asks_can_be_left_with_escape_and_posts()
    {
        var (page, complaints) = await browser.OpenAsync();
        await page.GotoAsync(Guide);
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "このリクエストを辞退しますか" });

        await page.GetByRole(AriaRole.Button, new() { Name = "辞退する" }).ClickAsync();
        await Expect(dialog).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "辞退する" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "辞退する" }).ClickAsync();

        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("10人に送付済みです");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Without_scripts_the_dialog_stands_in_the_page_and_posts()
    {
        var (page, _) = await browser.OpenAsync(script: false);
        await page.GotoAsync(Guide);

        await page.GetByRole(AriaRole.Button, new() { Name = "辞退する" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "10人に送付済みです" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_counter_follows_the_typing_and_says_when_it_is_too_much()
    {
        var (page, _) = await browser.OpenAsync();
        await page.GotoAsync(Guide);
        var message = page.GetByRole(AriaRole.Textbox, new() { Name = "メッセージ", Exact = true });

        await message.FillAsync("一\n二");
        await Expect(page.Locator("#Message-c")).ToHaveTextAsync("3／1,000字");
        await message.FillAsync(new string('あ', 1003));

        await Expect(page.Locator("#Message-c")).ToHaveTextAsync("1,003／1,000字");
        await Expect(page.Locator("#announcer")).ToHaveTextAsync("3字多すぎます。1,000字までにしてください");
    }

    [Fact]
    public async Task A_second_press_sends_nothing_and_the_form_works_again_after_back()
    {
        var (page, _) = await browser.OpenAsync();
        var posts = 0;
        var pressedTwice = new TaskCompletionSource();
        page.Request += (_, request) => { if (request.Method == "POST") posts++; };
        page.Console += (_, message) => { if (message.Text == "pressed twice") pressedTwice.TrySetResult(); };
        await page.RouteAsync($"**{Guide}", async route =>
        {
            if (route.Request.Method == "POST") await pressedTwice.Task.WaitAsync(TimeSpan.FromSeconds(30));
            await route.ContinueAsync();
        });
        await page.GotoAsync(Guide);

        // Both presses from within: Playwright waits while a navigation is under way.
        await page.EvaluateAsync("""
            const button = document.querySelector('form[data-draft-url] button[type=submit]');
            setTimeout(() => button.click());
            void setTimeout(() => { button.click(); console.log('pressed twice'); }, 300);
            """);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "入力エラーが2件あります" })).ToBeVisibleAsync();
        Assert.Equal(1, posts);

        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "確認画面へ" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "入力エラーが2件あります" })).ToBeVisibleAsync();
        Assert.Equal(2, posts);
    }
}
