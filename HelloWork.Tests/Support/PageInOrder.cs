using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HelloWork.Tests.Support;

/// <summary>What every page must be at every size: accessible, and never wider than the window.</summary>
public static class PageInOrder
{
    private const int Narrow = 600;

    /// <summary>
    /// Axe takes longer than all else in a walk, so it looks at each page once, wide and light; the narrow and dark looks are made of the
    /// same controls, which their own page shows to axe in every look. HELLOWORK_EVERY_LOOK=1 lets it see every page in every look.
    /// </summary>
    private static bool EveryLook { get; } = Environment.GetEnvironmentVariable("HELLOWORK_EVERY_LOOK") is { Length: > 0 };

    /// <param name="page">Shown, with JavaScript.</param>
    /// <param name="where">What a failure names: the address, or the step of a journey.</param>
    /// <param name="everyLook">Axe looks however narrow the page is.</param>
    public static async Task AssertInOrderAsync(this IPage page, string where, bool everyLook = false)
    {
        if (everyLook || EveryLook || page.ViewportSize!.Width >= Narrow)
            Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{where} {v.Id}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        Assert.Equal((where, 0), (where, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")));
    }
}
