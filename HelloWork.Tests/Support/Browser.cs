using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace HelloWork.Tests.Support;

/// <summary>One Chromium for all browser tests of a run; each test opens contexts of its own.</summary>
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

    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Windows = new();

    private static readonly Lazy<Task<IBrowser>> Chromium = new(StartAsync);

    /// <summary>A new window of somebody's own, with its own cookies.</summary>
    /// <param name="headers">Sent with each of its requests.</param>
    public static async Task<IPage> OpenAsync(
        string address, int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        var context = await (await Chromium.Value).NewContextAsync(new()
        {
            BaseURL = address,
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = "ja-JP",
            ColorScheme = scheme,
            // A look is at its end at once, however busy the machine is.
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
            ExtraHTTPHeaders = headers,
        });
        context.SetDefaultTimeout(Patience);
        Windows.GetOrAdd(address, _ => []).Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>Closes whatever was opened at an address that is about to be gone: its pages would go on asking for it until the run ends.</summary>
    public static Task CloseAsync(string address) =>
        Windows.TryRemove(address, out var windows) ? Task.WhenAll(windows.Select(window => window.CloseAsync())) : Task.CompletedTask;

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

    private static async Task<IBrowser> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ExecutablePath, Args = Flags });
    }
}
