using System.Net;
using System.Text.RegularExpressions;
using HelloWork.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelloWork.Tests.Shell;

[Trait("Category", "Browser")]
public sealed class DraftInBrowserTests(ShellBrowser browser) : IClassFixture<ShellBrowser>, IAsyncLifetime
{
    private const string Guide = "/dev/controls";
    private const string Employer = "employer:株式会社見本製作所";

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Browser.FreeAsync(browser.Portal.Address);

    [Fact]
    public async Task What_is_typed_is_sent_with_its_token_and_then_needs_no_copy_in_the_tab()
    {
        var (page, complaints) = await browser.OpenAsync(Employer);
        await page.GotoAsync(Guide);

        var kept = await page.RunAndWaitForRequestFinishedAsync(() => Message(page).FillAsync("ひとこと"), new() { Predicate = IsDraft });

        Assert.Contains($"Input.Message={Uri.EscapeDataString("ひとこと")}", kept.PostData, StringComparison.Ordinal);
        Assert.Contains("__RequestVerificationToken=", kept.PostData, StringComparison.Ordinal);
        Assert.Equal((int)HttpStatusCode.OK, (await kept.ResponseAsync())!.Status);
        await Expect(State(page)).ToContainTextAsync("に自動で保存しました");
        await ExpectCopiesAsync(page, 0);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task While_the_line_is_dead_the_tab_keeps_the_text_and_sends_it_when_it_is_back()
    {
        var (page, _) = await browser.OpenAsync(Employer);
        await page.GotoAsync(Guide);
        await page.Context.SetOfflineAsync(true);
        await Message(page).FillAsync("電車の中で書いた文");
        await Expect(State(page)).ToContainTextAsync("このブラウザーに控えています");
        await ExpectCopiesAsync(page, 1);

        await page.GetByRole(AriaRole.Button, new() { Name = "確認画面へ" }).ClickAsync();
        await Expect(State(page)).ToContainTextAsync("まだ送信していません");
        await Expect(Message(page)).ToHaveValueAsync("電車の中で書いた文");
        await page.Context.SetOfflineAsync(false);

        await Expect(State(page)).ToContainTextAsync("に自動で保存しました");
        await ExpectCopiesAsync(page, 0);
    }

    [Fact]
    public async Task A_page_reloaded_before_the_server_answered_gets_its_text_back()
    {
        var (page, _) = await browser.OpenAsync(Employer);
        await page.RouteAsync("**/draft", route => route.AbortAsync());
        await page.GotoAsync(Guide);
        await Message(page).FillAsync("まだ届いていない文");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "建設業" }).CheckAsync();
        await Expect(State(page)).ToContainTextAsync("このブラウザーに控えています");

        await page.ReloadAsync();

        await Expect(Message(page)).ToHaveValueAsync("まだ届いていない文");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "建設業" })).ToBeCheckedAsync();
        await Expect(page.Locator("#Message-c")).ToHaveTextAsync("9／1,000字");
    }

    [Fact]
    public async Task After_the_form_was_sent_its_copy_does_not_come_back()
    {
        var (page, _) = await browser.OpenAsync(Employer);
        await page.RouteAsync("**/draft", route => route.AbortAsync());
        await page.GotoAsync(Guide);
        await Message(page).FillAsync("送った文");
        await page.GetByRole(AriaRole.Button, new() { Name = "確認画面へ" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "入力エラーが2件あります" })).ToBeVisibleAsync();

        await ExpectCopiesAsync(page, 0);
    }

    [Fact]
    public async Task What_was_sent_while_the_server_was_away_stands_in_the_form_again_on_the_next_visit_and_once_taken_never()
    {
        var (page, _) = await browser.OpenAsync(Employer);
        await page.RouteAsync("**/draft", route => route.AbortAsync());
        await page.GotoAsync(Guide);
        await Message(page).FillAsync("再起動の間に送った文");
        await page.RouteAsync($"**{Guide}", route => route.AbortAsync("connectionrefused"));
        var failed = new TaskCompletionSource();
        page.RequestFailed += (_, request) => { if (request.Method == "POST" && request.Url.EndsWith(Guide, StringComparison.Ordinal)) failed.TrySetResult(); };
        await page.GetByRole(AriaRole.Button, new() { Name = "確認画面へ" }).ClickAsync();
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        // Chromium's own page of the failure comes first, and would cut the next one off.
        await Expect(page).ToHaveURLAsync(new Regex("^chrome-error:"));
        await page.UnrouteAsync($"**{Guide}");

        await page.GotoAsync(Guide);
        await Expect(Message(page)).ToHaveValueAsync("再起動の間に送った文");
        await Expect(State(page)).ToContainTextAsync("このブラウザーに控えています");
        await page.GetByRole(AriaRole.Button, new() { Name = "確認画面へ" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "入力エラーが" })).ToBeVisibleAsync();
        await ExpectCopiesAsync(page, 0);

        await page.GotoAsync(Guide);
        await Expect(Message(page)).Not.ToHaveValueAsync("再起動の間に送った文");
        await ExpectCopiesAsync(page, 0);
    }

    [Fact]
    public async Task What_ended_in_an_error_page_stands_in_the_form_again()
    {
        var (page, _) = await browser.OpenAsync(Employer);
        await page.RouteAsync("**/draft", route => route.AbortAsync());
        await page.GotoAsync(Guide);
        await Message(page).FillAsync("期限の切れた画面の文");
        await page.EvaluateAsync("document.querySelectorAll('main input[name=__RequestVerificationToken]').forEach(token => { token.value = 'old'; })");
        await page.GetByRole(AriaRole.Button, new() { Name = "確認画面へ" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "送信を受け付けられませんでした" })).ToBeVisibleAsync();

        // The page's script, which comes after what it shows: nobody is as quick as a test.
        await page.WaitForFunctionAsync("() => Object.keys(sessionStorage).some(key => key.startsWith('draft:') && !JSON.parse(sessionStorage[key]).submitted)");
        await page.GetByRole(AriaRole.Link, new() { Name = "この画面をもういちど開く" }).ClickAsync();

        await Expect(Message(page)).ToHaveValueAsync("期限の切れた画面の文");
    }

    [Fact]
    public async Task Signing_out_leaves_no_copy_behind()
    {
        var (page, _) = await browser.OpenAsync(Employer);
        await page.RouteAsync("**/draft", route => route.AbortAsync());
        await page.GotoAsync(Guide);
        await Message(page).FillAsync("控え");
        await ExpectCopiesAsync(page, 1);

        await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "ログアウト" }).ClickAsync(), "**/account/logout");

        await ExpectCopiesAsync(page, 0);
    }

    [Fact]
    public async Task Somebody_else_signing_in_in_the_same_tab_finds_nothing()
    {
        var (page, _) = await browser.OpenAsync(Employer);
        await page.RouteAsync("**/draft", route => route.AbortAsync());
        await page.GotoAsync(Guide);
        await Message(page).FillAsync("前の人の文");

        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { [ShellPortal.WhoHeader] = Uri.EscapeDataString("employer:別の会社") });
        await page.ReloadAsync();

        await Expect(Message(page)).Not.ToHaveValueAsync("前の人の文");
        await ExpectCopiesAsync(page, 0);
    }

    [Fact]
    public async Task A_session_that_ran_out_is_said_and_the_text_waits_for_its_owner()
    {
        var (page, _) = await browser.OpenAsync(Employer);
        await page.RouteAsync("**/draft", route => route.FulfillAsync(new() { Status = 401 }));
        await page.GotoAsync(Guide);

        await Message(page).FillAsync("続きを書いている文");

        await Expect(State(page)).ToContainTextAsync("ログインの状態が切れました");
        await ExpectCopiesAsync(page, 1);
    }

    private static ILocator Message(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "メッセージ", Exact = true });

    private static ILocator State(IPage page) => page.Locator("form[data-draft-url] [data-draft-state]");

    private static bool IsDraft(IRequest request) => request.Url.EndsWith("/draft", StringComparison.Ordinal);

    private static Task ExpectCopiesAsync(IPage page, int count) =>
        page.WaitForFunctionAsync("count => Object.keys(sessionStorage).filter(key => key.startsWith('draft:')).length === count", count);
}
