using HelloWork.Tests.Shell;
using Microsoft.Playwright;

namespace HelloWork.Tests.Support;

/// <summary>A window serves one test after the other, and none finds what another left.</summary>
[Trait("Category", "Browser")]
public sealed class BrowserTests(ShellBrowser browser) : IClassFixture<ShellBrowser>, IAsyncLifetime
{
    private const string Left = "() => `${document.cookie}|${sessionStorage.length}|${localStorage.length}|${innerWidth}|${matchMedia('(prefers-color-scheme: dark)').matches}`";

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Browser.FreeAsync(browser.Portal.Address);

    [Fact]
    public async Task AWindowGivenBack_IsAsNew()
    {
        var (page, _) = await browser.OpenAsync("employer:株式会社見本製作所", 360, scheme: ColorScheme.Dark);
        await page.GotoAsync("/dev/controls");
        Assert.Equal(1, await SignOut(page).CountAsync());
        await page.RouteAsync("**/dev/controls", route => route.AbortAsync());
        await page.GotoAsync("/logo.svg");
        await page.EvaluateAsync("() => { document.cookie = 'who=somebody'; sessionStorage.a = '1'; localStorage.b = '2'; }");
        Assert.Equal("who=somebody|1|1|360|true", await page.EvaluateAsync<string>(Left));
        await (await page.Context.NewPageAsync()).GotoAsync("/logo.svg");
        await page.Context.SetOfflineAsync(true);

        await Browser.FreeAsync(browser.Portal.Address);
        var (next, complaints) = await browser.OpenAsync();

        Assert.Same(page, next);
        Assert.Single(next.Context.Pages);
        await next.GotoAsync("/dev/controls");
        Assert.Equal(0, await SignOut(next).CountAsync());
        await next.GotoAsync("/logo.svg");
        Assert.Equal("|0|0|1280|false", await next.EvaluateAsync<string>(Left));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task AWindowThatItsTestClosed_ServesNobody()
    {
        var (page, _) = await browser.OpenAsync();
        await page.Context.CloseAsync();

        await Browser.FreeAsync(browser.Portal.Address);

        Assert.NotSame(page, (await browser.OpenAsync()).Page);
    }

    private static ILocator SignOut(IPage page) => page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "ログアウト", Exact = true, IncludeHidden = true });
}
