using HelloWork.Tests.Support;
using Microsoft.Playwright;

namespace HelloWork.Tests.Shell;

/// <summary>Chromium on the frame alone.</summary>
public sealed class ShellBrowser : IAsyncLifetime
{
    public ShellPortal Portal { get; } = new();

    public Task InitializeAsync() => Portal.InitializeAsync();

    /// <summary>A fresh page; complaints in the browser's console are collected.</summary>
    public async Task<(IPage Page, List<string> Complaints)> OpenAsync(string? who = null, int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await Browser.OpenAsync(Portal.Address, width, script, scheme, who is null ? null : [new(ShellPortal.WhoHeader, Uri.EscapeDataString(who))]);
        return (page, Browser.Complaints(page));
    }

    public async Task DisposeAsync()
    {
        await Browser.FreeAsync(Portal.Address);
        await Portal.DisposeAsync();
    }
}
