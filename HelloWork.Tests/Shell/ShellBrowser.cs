using Microsoft.Playwright;

namespace HelloWork.Tests.Shell;

/// <summary>Chromium on the frame alone.</summary>
public sealed class ShellBrowser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // Only a failing test waits that long; a busy machine may need it.
    private const int Patience = 30_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public ShellPortal Portal { get; } = new();

    public async Task InitializeAsync()
    {
        await Portal.InitializeAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = Flags });
    }

    /// <summary>A fresh page; complaints in the browser's console are collected.</summary>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(string? who = null, int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = Portal.Address,
            ViewportSize = new() { Width = width, Height = 900 },
            Locale = "ja-JP",
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ExtraHTTPHeaders = who is null ? [] : [new(ShellPortal.WhoHeader, Uri.EscapeDataString(who))],
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        return (page, complaints);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        await Portal.DisposeAsync();
    }
}
