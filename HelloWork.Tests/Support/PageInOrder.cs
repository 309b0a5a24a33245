using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HelloWork.Tests.Support;

/// <summary>What every page must be at every size: accessible, and never wider than the window.</summary>
public static class PageInOrder
{
    /// <summary>
    /// Contrast is three quarters of axe's work. A page is checked for it in its wide look; the narrow one takes the same tokens, whose
    /// contrast the page of all controls proves in light and dark. HELLOWORK_EVERY_LOOK=1 checks everything everywhere.
    /// </summary>
    private static readonly AxeRunOptions WithoutContrast = new() { Rules = new() { ["color-contrast"] = new() { Enabled = false } } };

    private const int Narrow = 600;

    private static bool EveryLook { get; } = Environment.GetEnvironmentVariable("HELLOWORK_EVERY_LOOK") is { Length: > 0 };

    /// <param name="page">Shown, with JavaScript.</param>
    /// <param name="where">What a failure names: the address, or the step of a journey.</param>
    /// <param name="everything">Contrast too, however narrow.</param>
    public static async Task AssertInOrderAsync(this IPage page, string where, bool everything = false)
    {
        var found = everything || EveryLook || page.ViewportSize!.Width >= Narrow ? await page.RunAxe() : await page.RunAxe(WithoutContrast);
        Assert.Empty(found.Violations.Select(v => $"{where} {v.Id}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        Assert.Equal((where, 0), (where, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")));
    }
}
