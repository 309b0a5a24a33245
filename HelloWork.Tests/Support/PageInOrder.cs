using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace HelloWork.Tests.Support;

/// <summary>What every page must be at every size: accessible, and never wider than the window.</summary>
public static class PageInOrder
{
    private const int Wide = 1280;
    private const int Narrow = 360;

    /// <summary>
    /// Axe takes longer than all else in a walk, so it looks at each page once, wide and light; the narrow and dark looks are made of the
    /// same controls, which their own page shows to axe in every look. HELLOWORK_EVERY_LOOK=1 lets it see every page in every look.
    /// </summary>
    public static bool EveryLook { get; } = Environment.GetEnvironmentVariable("HELLOWORK_EVERY_LOOK") is { Length: > 0 };

    /// <summary>Two sizes, light and dark.</summary>
    public static IReadOnlyList<(int Width, ColorScheme Scheme)> Looks { get; } =
        [(Wide, ColorScheme.Light), (Wide, ColorScheme.Dark), (Narrow, ColorScheme.Light), (Narrow, ColorScheme.Dark)];

    /// <param name="page">Shown, with JavaScript.</param>
    /// <param name="where">What a failure names: the address, or the step of a journey.</param>
    /// <param name="everyLook">Axe looks however narrow the page is.</param>
    public static async Task AssertInOrderAsync(this IPage page, string where, bool everyLook = false) =>
        Assert.Empty(await page.FaultsAsync(where, everyLook));

    /// <summary>What <see cref="AssertInOrderAsync"/> finds, in words; the page is as wide as before afterwards.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page, string where, bool everyLook = false)
    {
        var own = page.ViewportSize!;
        if (EveryLook)
            return await page.InEveryLookAsync(where, own);
        List<string> faults = [];
        if (everyLook || own.Width > Narrow)
            faults.AddRange(await page.AxeAsync(where));
        faults.AddRange(await page.SidewaysAsync(where));
        if (own.Width <= Narrow)
            return faults;
        await page.SetViewportSizeAsync(Narrow, own.Height);
        faults.AddRange(await page.SidewaysAsync($"{where} at {Narrow} px"));
        await page.SetViewportSizeAsync(own.Width, own.Height);
        return faults;
    }

    private static async Task<IReadOnlyList<string>> InEveryLookAsync(this IPage page, string where, PageViewportSizeResult own)
    {
        List<string> faults = [];
        foreach (var (width, scheme) in Looks)
        {
            var look = $"{where} at {width} px, {scheme}";
            await page.WearAsync(width, scheme);
            faults.AddRange(await page.AxeAsync(look));
            faults.AddRange(await page.SidewaysAsync(look));
        }
        await page.SetViewportSizeAsync(own.Width, own.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Null, ReducedMotion = ReducedMotion.Null });
        return faults;
    }

    /// <summary>Shows the page in a look, at rest: without motion a colour is at its end at once.</summary>
    public static async Task WearAsync(this IPage page, int width, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(width, page.ViewportSize!.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
    }

    private static async Task<IEnumerable<string>> AxeAsync(this IPage page, string where) =>
        (await page.RunAxe()).Violations.Select(v => $"{where} {v.Id}: {string.Join(' ', v.Nodes.Select(n => n.Html))}");

    private static async Task<IEnumerable<string>> SidewaysAsync(this IPage page, string where) =>
        await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") is > 0 and var over ? [$"{where}: {over} px too wide"] : [];
}
