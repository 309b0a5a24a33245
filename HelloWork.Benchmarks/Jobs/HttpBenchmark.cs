using System.Diagnostics;

namespace HelloWork.Benchmarks.Jobs;

/// <summary>
/// <c>/jobs</c> over HTTP: starts the portal on a filled database with the measure of each visitor lifted, and asks usual searches over connections that are kept open,
/// first as fast as it can and then at half of that. Pages per CPU second of the portal's process are what one core does, whatever else the machine is busy with.
/// Build it before: <c>dotnet build -c Release HelloWork.Blazor</c>.
/// </summary>
internal static class HttpBenchmark
{
    private const int Searches = 2_000;

    // The machine is not the same for a minute: the middle of several parts says more than one long one.
    private const int Parts = 7;

    private sealed record Load(double PerSecond, double PerCpuSecond);

    public static async Task RunAsync(string portal, string database, int clients, int seconds)
    {
        await using var running = PortalProcess.Start(portal, database);
        var process = running.Process;
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients, UseCookies = false }) { BaseAddress = PortalProcess.Address };
        var started = Stopwatch.StartNew();
        await running.ReadyAsync(client);
        process.Refresh();
        Console.WriteLine($"ready after {started.Elapsed.TotalSeconds:0.0} s, {process.TotalProcessorTime.TotalSeconds:0.0} s CPU, {process.WorkingSet64 / 1e6:#,0} MB");

        string[] addresses = [.. UsualSearches.Make(Searches).Select(UsualSearches.Address)];
        var lengths = new List<int>();
        foreach (var address in addresses.Take(200))
            lengths.Add((await client.GetByteArrayAsync(address)).Length);
        Console.WriteLine($"{lengths.Average() / 1024:0.0} KB a page, the longest {lengths.Max() / 1024.0:0.0} KB");
        // Until the compiler has done: code that just came is compiled for speed only after a minute or so under load.
        for (double before = 0, now = await WarmAsync(); now > before * 1.05;)
            (before, now) = (now, await WarmAsync());
        var full = new List<Load>();
        for (var part = 0; part < Parts; part++)
            full.Add(await LoadAsync(client, process, addresses, clients, Math.Max(2, seconds / 4), null, "full load"));
        double[] each = [.. full.Select(part => part.PerCpuSecond).Order()];
        Console.WriteLine($"full load in {Parts} parts: {each[Parts / 2]:#,0} per CPU second, {each[0]:#,0} to {each[^1]:#,0}");
        await LoadAsync(client, process, addresses, clients, seconds, full.Select(part => part.PerSecond).Order().ElementAt(Parts / 2) / 2, "half load");
        process.Refresh();
        Console.WriteLine($"{process.WorkingSet64 / 1e6:#,0} MB afterwards");

        async Task<double> WarmAsync() => (await LoadAsync(client, process, addresses, clients, Math.Max(seconds, 20), null, "warming up")).PerSecond;
    }

    /// <param name="perSecond">So many are asked for in a second, evenly, each timed from when it should have gone out; null: the next as soon as one is answered.</param>
    private static async Task<Load> LoadAsync(HttpClient client, Process process, string[] addresses, int clients, int seconds, double? perSecond, string name)
    {
        process.Refresh();
        var (cpu, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var next = -1;
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            while (true)
            {
                var number = Interlocked.Increment(ref next);
                var due = perSecond is { } rate ? TimeSpan.FromSeconds(number / rate) : clock.Elapsed;
                if (due.TotalSeconds >= seconds)
                    return own;
                if (due > clock.Elapsed)
                    await Task.Delay(due - clock.Elapsed);
                using var answer = await client.GetAsync(addresses[number % addresses.Length]);
                await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
                own.Add((clock.Elapsed - due).TotalMilliseconds);
            }
        })));
        var all = times.SelectMany(t => t).Order().ToList();
        var passed = clock.Elapsed.TotalSeconds;
        process.Refresh();
        var used = (process.TotalProcessorTime - cpu).TotalSeconds;
        Console.WriteLine($"{name}, {clients} clients: {all.Count / passed:#,0} pages/s, {all.Count / used:#,0} per CPU second of the portal ({used / all.Count * 1000:0.00} ms), {all[all.Count / 2]:0.0} / {all[all.Count * 99 / 100]:0.0} ms");
        return new(all.Count / passed, all.Count / used);
    }
}
