using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace HelloWork.Tests.Support;

/// <summary>
/// What every page must be: accessible, never wider than the window and in the keyboard's order at every size; where it is wide, also whole
/// with large letters and in colours that the system chooses.
/// </summary>
public static class PageInOrder
{
    private const int Wide = 1280;
    private const int Narrow = 360;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Axe takes longer than all else in a walk, so it looks at each page once, wide and light; the narrow and dark looks are made of the
    /// same controls, which their own page shows to axe in every look. So are the colours and the letters of a journey's steps, whose pages are
    /// looked at as wholes by themselves. HELLOWORK_EVERY_LOOK=1 lets axe see all of every page and step in every look.
    /// </summary>
    public static bool EveryLook { get; } = Environment.GetEnvironmentVariable("HELLOWORK_EVERY_LOOK") is { Length: > 0 };

    /// <summary>Two sizes, light and dark.</summary>
    public static IReadOnlyList<(int Width, ColorScheme Scheme)> Looks { get; } =
        [(Wide, ColorScheme.Light), (Wide, ColorScheme.Dark), (Narrow, ColorScheme.Light), (Narrow, ColorScheme.Dark)];

    /// <summary>What a step of a journey can change in a page: names and roles, its width and the keyboard's order.</summary>
    /// <param name="page">Shown, with JavaScript.</param>
    /// <param name="where">What a failure names: the address, or the step.</param>
    public static async Task AssertInOrderAsync(this IPage page, string where) => Assert.Empty(await page.FaultsAsync(where, isStep: true));

    /// <summary>What is wrong with a page, in words; the page is as wide as before afterwards.</summary>
    /// <param name="page">Shown, with JavaScript.</param>
    /// <param name="where">What a failure names.</param>
    /// <param name="everyLook">Axe looks however narrow the page is.</param>
    /// <param name="isStep">Neither colours nor large letters.</param>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page, string where, bool everyLook = false, bool isStep = false)
    {
        var own = page.ViewportSize!;
        if (EveryLook)
            return await page.InEveryLookAsync(where, own);
        var wide = own.Width > Narrow;
        List<string> questions = ["...sideways()"];
        if (everyLook || wide)
        {
            await page.AwaitAxeAsync();
            questions.Insert(0, isStep ? "...await axed({ 'color-contrast': { enabled: false } })" : "...await axed()");
        }
        if (wide)
            questions.AddRange(isStep ? ["...outOfOrder()"] : ["...outOfOrder()", "...large()"]);
        List<string> faults = [.. await page.AskAsync(where, string.Join(", ", questions))];
        if (!wide)
            return faults;
        if (!isStep)
        {
            await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
            faults.AddRange(await page.AskAsync(where, "...withoutEdge()"));
            await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Null });
        }
        await page.SetViewportSizeAsync(Narrow, own.Height);
        faults.AddRange(await page.AskAsync($"{where} at {Narrow} px", "...sideways(), ...outOfOrder()"));
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
            await page.AwaitAxeAsync();
            faults.AddRange(await page.AskAsync(look, "...await axed(), ...sideways(), ...outOfOrder()"));
        }
        await page.SetViewportSizeAsync(own.Width, own.Height);
        faults.AddRange(await page.AskAsync(where, "...large()"));
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        faults.AddRange(await page.AskAsync(where, "...withoutEdge()"));
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Null, ColorScheme = ColorScheme.Null, ReducedMotion = ReducedMotion.Null });
        return faults;
    }

    /// <summary>For a walk through many pages: axe comes with each of them by itself.</summary>
    public static Task BringAxeAsync(this IPage page) => page.AddInitScriptAsync(Axe);

    /// <summary>Shows the page in a look, at rest: without motion a colour is at its end at once.</summary>
    public static async Task WearAsync(this IPage page, int width, ColorScheme scheme)
    {
        await page.SetViewportSizeAsync(width, page.ViewportSize!.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
    }

    // Half a megabyte through three processes: not again while it is there.
    private static async Task AwaitAxeAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Axe);
    }

    /// <summary>Several questions at once: each journey to the page costs as much as most of the answers.</summary>
    private static async Task<IEnumerable<string>> AskAsync(this IPage page, string where, string questions) =>
        (await page.EvaluateAsync<string[]>($"async () => {{ {Questions} return [{questions}]; }}")).Select(fault => $"{where}: {fault}");

    /// <summary>
    /// What each question answers with is a list of faults.
    /// <para>axed: axe put into the page itself, asked for violations only. The package's own run opens a second window for each answer and costs
    /// four times as much; it is for pages within pages, and the portal has none. After a click the address is the next page's before its content
    /// is: only then is there something to look at.</para>
    /// <para>outOfOrder: whatever takes the focus, and all around it, stands where the markup says.</para>
    /// <para>large: letters twice as large. Text that a box then hides is a fault; what is only there to be heard is one pixel wide, and a clamp is
    /// an excerpt at any size.</para>
    /// <para>withoutEdge: controls that nothing but their colour would tell from the page, once the system has chosen the colours.</para>
    /// </summary>
    private const string Questions = """
        const short = e => e.outerHTML.slice(0, 150), all = selector => [...document.querySelectorAll(selector)];

        const elsewhere = () => (document.querySelector('a.skip')?.pathname ?? location.pathname) !== location.pathname;

        const axed = async (rules = {}) => {
          for (let tries = 0; tries < 200 && elsewhere(); tries++) await new Promise(resolve => setTimeout(resolve, 50));
          return (await axe.run(document, { rules, resultTypes: ['violations'], iframes: false, preload: false, selectors: false }))
            .violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' ')}`);
        };

        const sideways = () => {
          const over = document.documentElement.scrollWidth - innerWidth;
          if (over <= 0) return [];
          const widest = all('body *').reduce((a, b) => b.getBoundingClientRect().right > a.getBoundingClientRect().right ? b : a);
          return [`${over} px too wide, furthest: ${short(widest)}`];
        };

        const outOfOrder = () => {
          const seen = new Set(), faults = [];
          for (const e of all('a[href], button, input, select, textarea, summary, [tabindex]')) {
            if (e.tabIndex > 0 || getComputedStyle(e).order !== '0') faults.push(e);
            for (let p = e.parentElement; p && !seen.has(p); p = p.parentElement) {
              seen.add(p);
              const style = getComputedStyle(p);
              if (style.order !== '0' || (style.display.includes('flex') && style.flexDirection.endsWith('reverse'))) faults.push(p);
            }
          }
          return faults.map(e => `the keyboard's order isn't the eye's: ${short(e)}`);
        };

        const cutOff = () => all('body *').filter(e => {
          if (e.clientWidth <= 2 || e.clientHeight <= 2) return false;
          const style = getComputedStyle(e), hides = overflow => overflow === 'hidden' || overflow === 'clip';
          const cuts = (hides(style.overflowX) && e.scrollWidth > e.clientWidth + 2) || (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 2);
          return cuts && e.checkVisibility({ visibilityProperty: true }) && !e.closest('.clamp') && e.innerText?.trim();
        }).map(e => `cut off: ${short(e)}`);

        const large = () => {
          document.documentElement.style.fontSize = '200%';
          const faults = [...sideways(), ...cutOff()].map(fault => `with letters twice as large, ${fault}`);
          document.documentElement.style.fontSize = '';
          return faults;
        };

        const withoutEdge = () => all('button, .btn, input:not([type=hidden]), select, textarea').filter(e => {
          if (e.getBoundingClientRect().width <= 2 || !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
          const style = getComputedStyle(e);
          const native = style.appearance !== 'none' && e.matches('[type=checkbox], [type=radio], [type=file], [type=range], select');
          const edge = parseFloat(style.borderBlockEndWidth) > 0 && style.borderBlockEndStyle !== 'none' && style.borderBlockEndColor !== style.backgroundColor;
          return !native && !edge && !style.textDecorationLine.includes('underline');
        }).map(e => `in forced colours, without an edge: ${short(e)}`);
        """;
}
