using System.Text.RegularExpressions;
using HelloWork.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelloWork.Tests.Jobs;

[Trait("Category", "Browser")]
public sealed partial class SearchInBrowserTests(SearchInBrowserTests.Chromium chromium) : IClassFixture<SearchInBrowserTests.Chromium>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Browser.FreeAsync(chromium.Address);

    [Fact]
    public async Task WhatASearchShows_IsAccessibleAndNeverScrollsSideways()
    {
        var (page, complaints) = await chromium.OpenAsync(1280);
        await page.GotoAsync("/jobs?size=10");
        var job = await page.Locator("article h3 a").First.GetAttributeAsync("href");

        foreach (var address in new[] { "/jobs?q=%E7%84%A1%E3%81%84&pref=13&wageMin=abc", "/jobs?size=10&more=detail&more=pref&more=occ&any=1&time=full&daysOff=100&age=x&ins=employment&c=bonus", job! })
        {
            await page.GotoAsync(address);
            await page.AssertInOrderAsync(address);
        }
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task WithoutJavaScript_AVisitorSearchesNarrowsSortsAndReadsAJob()
    {
        var (page, _) = await chromium.OpenAsync(1440, script: false);
        await page.GotoAsync("/");

        await page.GetByRole(AriaRole.Button, new() { Name = "検索する", Exact = true }).ClickAsync();
        var all = await CountAsync(page);
        await page.Locator("input[name=type][value=regular]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この条件でしぼる" }).ClickAsync();
        var regular = await CountAsync(page);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "並び順" }).SelectOptionAsync("wage");
        await page.GetByRole(AriaRole.Button, new() { Name = "並べ替える" }).ClickAsync();

        Assert.InRange(regular, 1, all - 1);
        Assert.Equal(regular, await CountAsync(page));
        var wages = (await page.Locator("article p:has(+ dl) > b").AllTextContentsAsync()).Select(text => int.Parse(Amount().Match(text).Value.Replace(",", ""))).ToList();
        Assert.Equal(wages.OrderDescending(), wages);
        var title = await page.Locator("article h3 a").First.TextContentAsync();
        await page.Locator("article h3 a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title!);
    }

    [Fact]
    public async Task APlaceTypedInKana_IsOffered_AndTheKeyboardChoosesIt_AndWhatWasSeenIsListedUntilItIsCleared()
    {
        var (page, complaints) = await chromium.OpenAsync(1440);
        await page.GotoAsync("/jobs");
        var words = page.GetByRole(AriaRole.Textbox, new() { Name = "フリーワード", Exact = true });

        await words.PressSequentiallyAsync("経理 しんじゅく");
        await Expect(page.Locator("[role=option]").First).ToHaveTextAsync("場所：東京都新宿区");
        await words.PressAsync("ArrowDown");
        await Expect(page.Locator("[role=option][aria-selected=true]")).ToHaveTextAsync("場所：東京都新宿区");
        await words.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex(@"/jobs\?.*city=13104"));
        await Expect(words).ToHaveValueAsync("経理");
        await page.GotoAsync("/jobs?size=10");
        var title = await page.Locator("article h3 a").First.TextContentAsync();
        await page.Locator("article h3 a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title!);
        await page.GetByRole(AriaRole.Link, new() { Name = "最近見た求人" }).ClickAsync();
        await Expect(page.Locator("[data-recent] a")).ToHaveTextAsync(title!);
        await page.GetByRole(AriaRole.Button, new() { Name = "記録を消す" }).ClickAsync();
        await Expect(page.GetByText("最近見た求人はありません")).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task WhatScriptsAdd_IsThereAgainAfterAnEnhancedNavigation_AndFourJobsAtMostAreCompared()
    {
        var (page, complaints) = await chromium.OpenAsync(1440);
        var words = page.GetByRole(AriaRole.Textbox, new() { Name = "フリーワード", Exact = true });
        await page.GotoAsync("/jobs");
        await words.PressSequentiallyAsync("しんじゅく");
        await Expect(page.Locator("[role=option]").First).ToBeVisibleAsync();
        await page.Locator("[data-pick]").First.CheckAsync();
        await page.Locator(".sizes a").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("size=10"));
        await Expect(page.Locator("[data-pick]")).ToHaveCountAsync(10);
        await Expect(page.Locator("[data-pick]").First).ToBeCheckedAsync();
        await words.FillAsync("");
        await words.PressSequentiallyAsync("よこはまし");
        await Expect(page.Locator("[role=option]").First).ToHaveTextAsync("場所：神奈川県横浜市");
        await words.FillAsync("");
        for (var i = 1; i < 4; i++)
            await page.Locator("[data-pick]:visible").Nth(i).CheckAsync();
        await Expect(page.Locator("[data-pick]:visible").Nth(4)).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "選んだ4件をくらべる（4件まで）" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("を比較から外す$") }).First.ClickAsync();
        await Expect(page.Locator("thead th")).ToHaveCountAsync(4);
        // The script takes note after the table has come.
        await page.WaitForFunctionAsync("() => JSON.parse(sessionStorage.getItem('compare-jobs')).length === 3");
        await page.GotoAsync("/jobs?size=10");
        await Expect(page.Locator("[data-pick]:visible").Nth(4)).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "選択をやめる" }).ClickAsync();
        await Expect(page.Locator(".compare-bar")).ToBeHiddenAsync();
        await Expect(page.Locator("[data-pick]:checked")).ToHaveCountAsync(0);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task OnANarrowScreen_ConditionsAreChosenInASheetAndWhatWasTypedStays()
    {
        var (page, complaints) = await chromium.OpenAsync(360);
        await page.GotoAsync("/jobs");

        await page.GetByRole(AriaRole.Textbox, new() { Name = "フリーワード", Exact = true }).FillAsync("経理");
        await page.GetByRole(AriaRole.Button, new() { Name = "条件をしぼる" }).ClickAsync();
        await page.Locator("input[name=type][value=regular]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この条件でしぼる" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.List, new() { Name = "指定中の条件" })).ToContainTextAsync("「経理」");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "指定中の条件" })).ToContainTextAsync("正社員");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "フリーワード", Exact = true })).ToHaveValueAsync("経理");
        // Only what was chosen.
        Assert.Equal("/jobs?q=%E7%B5%8C%E7%90%86&type=regular", new Uri(page.Url).PathAndQuery);
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatFewPeopleNeed_IsAskedFor_AndWhatWasChosenMeanwhileStays(bool script)
    {
        var (page, complaints) = await chromium.OpenAsync(1440, script);
        await page.GotoAsync("/jobs?q=%E4%BA%8B");
        await page.Locator("input[name=type][value=part]").CheckAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "職種を選ぶ" }).ClickAsync();

        var care = page.GetByRole(AriaRole.Checkbox, new() { Name = "福祉・介護の職業" });
        await care.CheckAsync();
        await Expect(page.Locator("input[type=checkbox][name=type][value=part]")).ToBeCheckedAsync();
        Assert.Equal(script, !page.Url.Contains("more=", StringComparison.Ordinal));
        Assert.Contains("more=occ", await page.Locator("a.chip--filter").First.GetAttributeAsync("href"));
        Assert.Contains("more=occ", await page.Locator(".sizes a").First.GetAttributeAsync("href"));
        await page.GetByRole(AriaRole.Button, new() { Name = "この条件でしぼる" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "指定中の条件" })).ToContainTextAsync("福祉・介護の職業");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "指定中の条件" })).ToContainTextAsync("パート労働者");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "指定中の条件" })).ToContainTextAsync("「事」");
        // What was opened stays open, also in another order.
        await page.GetByRole(AriaRole.Combobox, new() { Name = "並び順" }).SelectOptionAsync("wage");
        if (!script)
            await page.GetByRole(AriaRole.Button, new() { Name = "並べ替える" }).ClickAsync();
        await page.ArrivesAtAsync("sort=wage");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "販売・営業の職業" })).ToBeVisibleAsync();
        // … and where a condition is taken away.
        await page.GetByRole(AriaRole.List, new() { Name = "指定中の条件" }).GetByRole(AriaRole.Link, new() { Name = "パート労働者" }).ClickAsync();
        await page.ArrivesAtAsync("^((?!type=).)*$");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "販売・営業の職業" })).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task ANewOrder_IsTakenAtOnceUnlessItCameFromTheKeyboard()
    {
        var (page, _) = await chromium.OpenAsync(1440);
        await page.GotoAsync("/jobs");
        var order = page.GetByRole(AriaRole.Combobox, new() { Name = "並び順" });

        await order.PressAsync("ArrowDown");
        await Expect(order).ToHaveValueAsync("wage");
        Assert.DoesNotContain("sort=", page.Url);
        await order.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.ArrivesAtAsync(@"/jobs\?sort=wage$");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "並び順" }).SelectOptionAsync("deadline");
        await page.ArrivesAtAsync(@"/jobs\?sort=deadline$");
    }

    private static async Task<int> CountAsync(IPage page)
    {
        var status = await page.GetByRole(AriaRole.Status).First.TextContentAsync();
        Assert.Matches(@"\A[0-9,]+件\z", status!);
        return int.Parse(status![..^1].Replace(",", ""));
    }

    [GeneratedRegex("[0-9,]+")] private static partial Regex Amount();

    public sealed class Chromium : IDisposable
    {
        private readonly PortalHost portal = new();

        public string Address => portal.Address;

        /// <summary>A fresh page; complaints in the browser's console are collected.</summary>
        public async Task<(IPage Page, List<string> Complaints)> OpenAsync(int width, bool script = true, ColorScheme scheme = ColorScheme.Light)
        {
            var page = await Browser.OpenAsync(Address, width, script, scheme);
            return (page, Browser.Complaints(page));
        }

        public void Dispose() => portal.Dispose();
    }
}
