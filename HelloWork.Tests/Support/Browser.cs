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
    ];

    private static readonly Lazy<Task<IBrowser>> Chromium = new(StartAsync);

    /// <summary>A new window of somebody's own, with its own cookies.</summary>
    public static async Task<IPage> OpenAsync(string address, int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await (await Chromium.Value).NewContextAsync(new()
        {
            BaseURL = address,
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = "ja-JP",
            ColorScheme = scheme,
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    public static string ExecutablePath => Environment.GetEnvironmentVariable("HELLOWORK_CHROMIUM") ?? Places.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk), "
            + "set HELLOWORK_CHROMIUM to its path, or leave them out: dotnet test --filter Category!=Browser");

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ExecutablePath, Args = Flags });
    }
}
