using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace HelloWork.Tests.Support;

/// <summary>
/// One Chromium for all browser tests of a run; each test has windows of its own. A window is half the cost of what is seen in it, so it is made as
/// new after its test and serves the next one at the same address. A test that changes its window for good (its clock, its keys) closes its context.
/// </summary>
public static class Browser
{
    private static readonly string[] Places =
    [
        // The shell without windows draws the same pages for two thirds of the work.
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // A page of a test doesn't live long enough to earn its scripts' best code: a fifth of all that a walk through pages cost.
        "--js-flags=--no-opt,--no-maglev",
    ];

    // Milliseconds. Only a failing test waits that long; a busy machine may need it.
    private const int Patience = 30_000;

    private const int Height = 900;

    private static readonly ConcurrentDictionary<string, ConcurrentBag<(IPage Page, bool Script)>> InUse = new();
    private static readonly ConcurrentDictionary<(string Address, bool Script), ConcurrentBag<IPage>> Spare = new();

    private static readonly Lazy<Task<IBrowser>> Chromium = new(() => StartAsync(Flags));

    /// <summary>It draws nothing, which is a third of what a page costs; what waits for that (a click, a picture) waits for ever.</summary>
    private static readonly Lazy<Task<IBrowser>> Undrawn = new(() => StartAsync([.. Flags, "--disable-threaded-compositing"]));

    /// <summary>A window of somebody's own, with its own cookies and nothing in it.</summary>
    /// <param name="headers">Sent with each of its requests.</param>
    public static async Task<IPage> OpenAsync(
        string address, int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        var page = Spare.GetValueOrDefault((address, script))?.TryTake(out var spare) is true ? spare : await NewAsync(await Chromium.Value, address, script);
        await page.SetViewportSizeAsync(width, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ForcedColors = ForcedColors.Null });
        await page.Context.SetExtraHTTPHeadersAsync(headers ?? []);
        InUse.GetOrAdd(address, _ => []).Add((page, script));
        return page;
    }

    /// <summary>A window for a walk through many pages of which scripts ask something and nobody presses anything. Its context is to be closed.</summary>
    public static async Task<IPage> OpenUndrawnAsync(string address, int width = 1280, bool script = true)
    {
        var page = await NewAsync(await Undrawn.Value, address, script);
        await page.SetViewportSizeAsync(width, Height);
        return page;
    }

    /// <summary>
    /// Takes back whatever was opened at an address, while it is still there: after a test, and before its portal goes, for which its pages would go
    /// on asking until the run ends.
    /// </summary>
    public static Task FreeAsync(string address) =>
        InUse.TryRemove(address, out var pages) ? Task.WhenAll(pages.Select(p => FreeAsync(address, p.Page, p.Script))) : Task.CompletedTask;

    private static async Task<IPage> NewAsync(IBrowser browser, string address, bool script)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address,
            Locale = "ja-JP",
            // A look is at its end at once, however busy the machine is.
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    private static async Task FreeAsync(string address, IPage page, bool script)
    {
        try
        {
            foreach (var other in page.Context.Pages.Where(p => p != page).ToList())
                await other.CloseAsync();
            await page.UnrouteAllAsync();
            await page.Context.SetOfflineAsync(false);
            await page.SetExtraHTTPHeadersAsync([]);
            // No page of the portal, so that nothing begins anew; what the last one does when it is left comes before all is cleared.
            await page.GotoAsync($"{address}/logo.svg");
            await page.EvaluateAsync("() => { sessionStorage.clear(); localStorage.clear(); }");
            await page.Context.ClearCookiesAsync();
            Spare.GetOrAdd((address, script), _ => []).Add(page);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Closed by its test, or nothing to go on with.
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Complaints in the browser's console, from now on.</summary>
    public static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }

    public static string ExecutablePath => Environment.GetEnvironmentVariable("HELLOWORK_CHROMIUM") ?? Places.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk), "
            + "set HELLOWORK_CHROMIUM to its path, or leave them out: dotnet test --filter Category!=Browser");

    private static async Task<IBrowser> StartAsync(string[] flags)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ExecutablePath, Args = flags });
    }
}
