using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;

namespace HelloWork.Benchmarks.Budgets;

/// <summary>Chromium behind a slow line, that has never been here before.</summary>
internal sealed class ColdBrowser : IAsyncDisposable
{
    private const int BytesPerSecond = 1_600_000 / 8, Latency = 150;

    // Told by the browser itself. What somebody's press moves isn't counted; nobody presses here.
    private const string Watch = """
        const told = window.budget = { paint: 0, painted: '', shift: 0, moved: '' };
        const name = node => node ? `${node.nodeName.toLowerCase()}${node.id ? '#' + node.id : ''}${node.className ? '.' + String(node.className).split(' ')[0] : ''}` : '?';
        new PerformanceObserver(list => { for (const e of list.getEntries()) { told.paint = e.startTime; told.painted = name(e.element); } }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver(list => { for (const e of list.getEntries()) { told.shift += e.value; told.moved = e.sources.map(s => name(s.node)).join(' '); } }).observe({ type: 'layout-shift', buffered: true });
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ColdBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static string Line => $"{BytesPerSecond * 8 / 1e6:0.0} Mbit/s, {Latency} ms";

    public static IReadOnlyList<(int Width, int Height)> Windows { get; } = [(360, 800), (1280, 800)];

    public static async Task<ColdBrowser> StartAsync()
    {
        var package = typeof(ColdBrowser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "PlaywrightPackage").Value;
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", package);
        var chromium = Environment.GetEnvironmentVariable("HELLOWORK_CHROMIUM") ?? new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The budgets need Chromium. Set HELLOWORK_CHROMIUM to its path.");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"] }));
    }

    public async Task<Visit> VisitAsync(string page, int width, int height)
    {
        // A context of its own has neither cookies nor cache.
        await using var context = await _browser.NewContextAsync(new() { BaseURL = $"{PortalProcess.Address}", ViewportSize = new() { Width = width, Height = height }, Locale = "ja-JP" });
        await context.AddInitScriptAsync(Watch);
        var tab = await context.NewPageAsync();
        var session = await context.NewCDPSessionAsync(tab);
        var (files, lengths) = (new Dictionary<string, (string Kind, string Address)>(), new Dictionary<string, double>());
        session.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
            files[Text(e, "requestId")] = (e!.Value.TryGetProperty("type", out var kind) ? kind.GetString()! : "Other", e.Value.GetProperty("request").GetProperty("url").GetString()!);
        session.Event("Network.loadingFinished").OnEvent += (_, e) => lengths[Text(e, "requestId")] = e!.Value.GetProperty("encodedDataLength").GetDouble();
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = Latency, ["downloadThroughput"] = BytesPerSecond, ["uploadThroughput"] = BytesPerSecond });
        await tab.GotoAsync(page, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var told = JsonDocument.Parse(await tab.EvaluateAsync<string>("() => JSON.stringify(window.budget)")).RootElement;
        return new(
            [.. lengths.Where(l => files.ContainsKey(l.Key)).Select(l => new LoadedFile(files[l.Key].Kind, new Uri(files[l.Key].Address).PathAndQuery, l.Value))],
            told.GetProperty("paint").GetDouble(), told.GetProperty("painted").GetString()!, told.GetProperty("shift").GetDouble(), told.GetProperty("moved").GetString()!);
    }

    private static string Text(JsonElement? e, string name) => e!.Value.GetProperty(name).GetString()!;

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}

/// <summary>One page opened with an empty cache.</summary>
/// <param name="Paint">Milliseconds until the largest thing in the window was painted.</param>
/// <param name="Painted">What that was.</param>
/// <param name="Moved">What moved last.</param>
internal sealed record Visit(IReadOnlyList<LoadedFile> Files, double Paint, string Painted, double Shift, string Moved)
{
    public double Bytes => Files.Sum(f => f.Bytes);

    public IEnumerable<(string Kind, int Count, double Bytes)> Kinds => Files.GroupBy(f => f.Kind).Select(g => (g.Key, g.Count(), g.Sum(f => f.Bytes))).OrderByDescending(k => k.Item3);
}

/// <param name="Bytes">On the line, headers included.</param>
internal sealed record LoadedFile(string Kind, string Address, double Bytes);
