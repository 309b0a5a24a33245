using System.Text.RegularExpressions;

namespace HelloWork.Benchmarks.Budgets;

/// <summary>
/// What a first visit to each public page costs: bytes on the line, when the largest thing is painted, how much moves meanwhile. Starts the published portal on demo data and opens its
/// pages in Chromium, each time with nothing in the cache. Publish it before: <c>dotnet publish -c Release HelloWork.Blazor</c>.
/// </summary>
internal static partial class BudgetBenchmark
{
    private const double MostBytes = 150 * 1024, LatestPaint = 1_800, MostShift = 0.05;

    /// <returns>1: a page is over a goal.</returns>
    public static async Task<int> RunAsync(string portal, string? database, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("budgets");
        try
        {
            if (database is null)
            {
                database = Path.Combine(folder.FullName, "demo.db");
                await PortalProcess.CommandAsync(portal, database, "demo", "--jobs", "2000", "--seekers", "20");
            }
            await using var running = PortalProcess.Start(portal, database);
            using var client = new HttpClient { BaseAddress = PortalProcess.Address };
            await running.ReadyAsync(client);
            return await MeasureAsync(await PagesAsync(client), runs) ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(HttpClient client)
    {
        var jobs = JobAddress().Matches(await client.GetStringAsync("/jobs")).Select(m => m.Value).Distinct().Take(3).ToList();
        string[] pages =
        [
            "/", "/jobs", "/jobs?q=%E4%BA%8B%E5%8B%99&pref=13&type=regular", "/jobs?q=%E3%81%82%E3%82%8A%E3%81%88%E3%81%AA%E3%81%84", jobs[0], $"{jobs[0]}/card", "/jobs/wages", "/jobs/map", "/jobs/recent",
            $"/jobs/compare?{string.Join('&', jobs.Select(j => $"n={j.Split('/')[^1]}"))}",
            "/guide", "/guide/requests", "/guide/employers", "/guide/provision", "/guide/providers", "/guide/questions", "/guide/help", "/guide/api", "/guide/accessibility", "/guide/referral-check", "/offices",
            "/account/login", "/account/register", "/account/register/employer", "/account/register/provider", "/account/reset", "/account/terms", "/provision/register", "/provision/terms", "/nowhere",
        ];
        // The first to be asked compiles the page; visitors come later.
        foreach (var page in pages)
            await client.GetAsync(page);
        return pages;
    }

    private static async Task<bool> MeasureAsync(IReadOnlyList<string> pages, int runs)
    {
        await using var browser = await ColdBrowser.StartAsync();
        var kept = true;
        var loads = new List<(string Page, Visit Visit)>();
        Console.WriteLine($"{ColdBrowser.Line}; median of {runs}, {Environment.ProcessorCount} cores");
        Console.WriteLine("| page | width | KB | largest paint, s | shift | |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var page in pages)
        {
            foreach (var (width, height) in ColdBrowser.Windows)
            {
                var visits = new List<Visit>();
                for (var run = 0; run < runs; run++)
                    visits.Add(await browser.VisitAsync(page, width, height));
                var (bytes, paint, shift) = (Median(visits, v => v.Bytes), Median(visits, v => v.Paint), Median(visits, v => v.Shift));
                string[] over = [.. new[] { bytes < MostBytes ? "" : "bytes", paint < LatestPaint ? "" : "paint", shift < MostShift ? "" : "shift" }.Where(o => o.Length > 0)];
                kept &= over.Length == 0;
                Console.WriteLine($"| `{Uri.UnescapeDataString(page)}` | {width} | {bytes / 1024:0.0} | {paint / 1000:0.00} | {shift:0.000} | {(over.Length == 0 ? "kept" : $"**over: {string.Join(", ", over)}**")} |");
                loads.Add(($"{page} {width}", visits[^1]));
            }
        }
        Console.WriteLine();
        foreach (var (page, visit) in loads)
            Console.WriteLine($"{page}: {string.Join(", ", visit.Kinds.Select(k => $"{k.Count} {k.Kind} {k.Bytes / 1024:0.0} KB"))}; painted last: {visit.Painted}{(visit.Moved.Length > 0 ? $"; moved: {visit.Moved}" : "")}");
        Console.WriteLine();
        // Each file once, the heaviest first: where a page could lose weight.
        foreach (var file in loads.SelectMany(l => l.Visit.Files).DistinctBy(f => f.Address).OrderByDescending(f => f.Bytes).Take(25))
            Console.WriteLine($"{file.Bytes / 1024,8:0.0} KB {file.Kind,-12}{file.Address}");
        return kept;
    }

    private static double Median(List<Visit> visits, Func<Visit, double> what) => visits.Select(what).Order().ElementAt(visits.Count / 2);

    [GeneratedRegex("/jobs/[0-9]{5}-[0-9]+")] private static partial Regex JobAddress();
}
