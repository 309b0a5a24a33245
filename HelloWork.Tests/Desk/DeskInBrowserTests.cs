using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Tests.Journeys;
using HelloWork.Tests.Support;
using Microsoft.Playwright;

namespace HelloWork.Tests.Desk;

[Trait("Category", "Browser")]
public sealed class DeskInBrowserTests(DeskInBrowserTests.Portal fixture) : IClassFixture<DeskInBrowserTests.Portal>, IAsyncLifetime
{
    private static int _serial;
    private readonly PortalHost _portal = fixture.Host;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Browser.FreeAsync(_portal.Address);

    [Fact, Trait("Rule", "CO-06")]
    public async Task The_queue_is_worked_with_the_keyboard_alone_find_select_take_open_note()
    {
        var mark = await QueueAsync(3);
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("counselor01");
        var (page, keys) = (person.Page, person.Page.Keyboard);
        await page.GotoAsync("/desk");
        await ReadyAsync(page);

        await keys.PressAsync("/");
        await keys.TypeAsync(mark);
        await keys.PressAsync("Enter");
        await page.ArrivesAtAsync(@"/desk\?.*q=");
        await person.SeeAsync("3件のうち 1〜3件目");
        await ReadyAsync(page);

        await keys.PressAsync("j");
        await keys.PressAsync("j");
        await FocusedAsync(page, $"{mark} 2件目");
        await keys.PressAsync("x");
        await person.SeeAsync("1件を選んでいます");
        await keys.PressAsync("k");
        await keys.PressAsync("x");
        await person.SeeAsync("2件を選んでいます");
        await keys.PressAsync("a");
        await person.SeeAsync("担当になりました");
        await FocusedAsync(page, $"{mark} 1件目");

        await keys.PressAsync("Enter");
        await person.SeeHeadingAsync($"{mark} 1件目");
        await ReadyAsync(page);
        await keys.PressAsync("n");
        await keys.TypeAsync("janken: 電話は明日の朝。");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await person.SeeAsync("メモを残しました");
        await person.SeeAsync("janken: 電話は明日の朝。");
        await ReadyAsync(page);
        await keys.PressAsync("u");
        await person.SeeHeadingAsync("受付一覧");
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Keys_switched_off_do_nothing_until_they_are_switched_on_again()
    {
        await QueueAsync(1);
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("counselor01");
        await person.GoAsync("/desk");
        await ReadyAsync(person.Page);
        await person.Page.Keyboard.PressAsync("?");
        await person.PressAsync("キーボード操作を使わない");
        await person.SeeAsync("キーボード操作をやめました");
        await ReadyAsync(person.Page);

        await person.Page.Keyboard.PressAsync("j");

        Assert.NotEqual("A", await person.Page.EvaluateAsync<string>("document.activeElement.tagName"));
        await person.PressAsync("キーボード操作");
        await person.PressAsync("キーボード操作を使う");
        await person.SeeAsync("キーボード操作を使えるようにしました");
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task Several_are_given_to_somebody_without_scripts_and_what_would_change_is_shown_first()
    {
        var mark = await QueueAsync(2);
        var person = await new Person(await Browser.OpenAsync(_portal.Address, script: false)).SignInAsync("counselor01");
        await person.GoAsync($"/desk?q={mark}");
        foreach (var box in await person.Page.Locator("[data-pick]").AllAsync())
            await box.CheckAsync();
        await person.PressAsync("担当を決める");
        await person.ChooseAsync("新しい担当", "飯田 一郎");
        await person.PressAsync("変わる内容を確かめる");
        await person.SeeAsync("2件が変わります");
        await person.PressAsync("変更する");

        await person.SeeAsync("2件の担当を変えました");
        Assert.Contains($"q={mark}", Uri.UnescapeDataString(person.Page.Url));
    }

    [Fact, Trait("Rule", "MS-08")]
    public async Task New_work_appears_on_an_open_queue_while_rows_are_picked()
    {
        var mark = await QueueAsync(1);
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("counselor01");
        await person.GoAsync($"/desk?q={mark}");
        await ReadyAsync(person.Page);
        await person.Page.Locator("[data-pick]").First.CheckAsync();

        await AddAsync(mark, 2);

        await person.SeeAsync($"{mark} 2件目");
        Assert.True(await person.Page.Locator("[data-pick]").First.IsCheckedAsync());
    }

    [Fact, Trait("Rule", "CO-06")]
    public async Task The_pages_are_accessible_and_never_scroll_sideways()
    {
        var mark = await QueueAsync(3);
        var person = await new Person(await Browser.OpenAsync(_portal.Address)).SignInAsync("counselor01");
        var page = person.Page;
        await LookAtAsync(page, "/desk");
        await page.GotoAsync($"/desk?q={mark}");
        var item = (await page.Locator("[data-desk-rows] a[id]").First.GetAttributeAsync("href"))!;
        var pick = (await page.Locator("[data-pick]").First.GetAttributeAsync("value"))!;
        await LookAtAsync(page, item, "/desk?q=どこにもない", $"/desk/change?what=due&item={pick}&to=2026-04-01", "/desk/change?what=assign");
        await page.GotoAsync("/desk");
        await ReadyAsync(page);
        await person.PressAsync("キーボード操作");
        await page.Locator("dialog[open]").WaitForAsync();
        await page.AssertInOrderAsync("sheet");
    }

    private static Task ReadyAsync(IPage page) => page.Locator("[data-desk-ready]").WaitForAsync();

    private async Task<string> QueueAsync(int count)
    {
        var mark = $"目印{Interlocked.Increment(ref _serial)}";
        for (var n = 1; n <= count; n++)
            await AddAsync(mark, n);
        return mark;
    }

    private Task AddAsync(string mark, int n) => _portal.Contexts.WriteAsync(async db =>
    {
        await db.QueueAsync(new("13010", DeskItemKind.Inquiry, NewId.Next(), $"Q-2603-{Interlocked.Increment(ref _serial):0000}", $"{mark} {n}件目", "株式会社見本製作所",
            _portal.Clock.TodayInJapan().AddDays(n - 2)), _portal.Clock.UtcNow(), default);
        return true;
    }, default);

    private static async Task FocusedAsync(IPage page, string text) =>
        await page.WaitForFunctionAsync("text => document.activeElement?.textContent === text", text);

    private static async Task LookAtAsync(IPage page, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            await page.AssertInOrderAsync(address);
        }
    }

    public sealed class Portal : IDisposable
    {
        public PortalHost Host { get; } = new();

        public void Dispose() => Host.Dispose();
    }
}
