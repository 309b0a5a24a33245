using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace HelloWork.Benchmarks.Search;

/// <summary>The index beside SQLite's FTS5 and LIKE on the same jobs and searches: time for each shape of search, load, memory, and how they grow with the number of jobs.</summary>
internal static class SearchBenchmark
{
    private const double SecondsEach = 1;
    private const int MostRuns = 2000;

    public static void Run(IReadOnlyList<int> sizes, bool peers)
    {
        var medians = new List<Dictionary<string, double>>();
        foreach (var size in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("hellowork-search-");
            try
            {
                medians.Add(Measure(size, peers, Path.Combine(folder.FullName, "jobs.db")));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
        for (var at = 1; at < sizes.Count; at++)
        {
            Console.WriteLine($"\ngrowth from {sizes[at - 1]:#,0} to {sizes[at]:#,0} (exponent of the median; 1: as the number of jobs)");
            foreach (var (shape, median) in medians[at])
                Console.WriteLine($"  {shape,-34} {Math.Log(median / medians[at - 1][shape]) / Math.Log((double)sizes[at] / sizes[at - 1]),6:0.00}");
        }
    }

    private static Dictionary<string, double> Measure(int size, bool peers, string path)
    {
        using var connection = SampleDatabase.Open(path);
        var letters = SampleDatabase.Fill(connection, size, peers);
        Console.WriteLine($"\n{size:#,0} jobs of {(double)letters / size:0} normalised letters, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (cpu, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        var index = new IndexEngine();
        index.Index.Load(SampleDatabase.Read(connection).Select(index.Document));
        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        Console.WriteLine($"load from the database {clock.Elapsed.TotalSeconds:0.0} s, {used:0.0} s CPU: {size / used:#,0} documents per CPU second");

        var heap = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"memory {index.Index.Bytes / 1e6:#,0} MB, heap {heap / 1e6:#,0} MB: {(double)heap / letters:0.00} bytes per normalised letter");
        var medians = new Dictionary<string, double>();
        Console.WriteLine($"{"ms: median / 99 %",-36}{"first",9}{"index",18}{"CPU time",18}{(peers ? "FTS5, CPU time" : ""),22}{(peers ? "LIKE, CPU time" : ""),22}");
        IEngine[] engines = peers ? [index, new SqliteEngine(connection, fts: true), new SqliteEngine(connection, fts: false)] : [index];
        foreach (var shape in Shapes.All().GroupBy(q => q.Shape))
            medians[shape.Key] = MeasureShape(shape.Key, [.. shape], engines);
        var texts = SampleJobs.Make(Math.Min(size, 20_000)).Select(j => j.Description).ToList();
        MeasureOnce(Shapes.FirstTime(texts), index);
        Console.WriteLine($"memory with what was learnt from all these searches {index.Index.Bytes / 1e6:#,0} MB: {(double)index.Index.Bytes / letters:0.00} bytes per normalised letter");
        return medians;
    }

    private static double MeasureShape(string shape, Query[] queries, IEngine[] engines)
    {
        var own = engines[0];
        var first = queries.Max(q => Time(own, q).Wall);
        var times = Repeat(own, queries, MostRuns);
        var line = $"{shape,-36}{first,9:0.000}{Of(times.Select(t => t.Wall)),18}{Of(times.Select(t => t.Cpu)),18}";
        foreach (var peer in engines.Skip(1))
        {
            var (counts, peers) = (queries.Select(q => own.Run(q)?.Count), queries.Select(peer.Run).ToList());
            if (peers.Contains(null))
            {
                line += $"{"–",22}";
                continue;
            }
            if (peers.Zip(counts).Any(p => p.First!.Count is { } count && count != p.Second))
                line += " (other count)";
            if (peer.Name == "LIKE" && peers.Zip(queries).Any(p => p.First!.Ids is { } ids && !ids.SequenceEqual(own.Run(p.Second)!.Ids!)))
                line += " (other ids)";
            line += $"{Of(Repeat(peer, queries, 200).Select(t => t.Cpu)),22}";
        }
        Console.WriteLine(line);
        return Median(times.Select(t => t.Cpu));
    }

    private static void MeasureOnce(List<Query> queries, IEngine engine)
    {
        var times = queries.Select(q => Time(engine, q)).ToList();
        Console.WriteLine($"{queries[0].Shape,-36}{"",9}{Of(times.Select(t => t.Wall)),18}{Of(times.Select(t => t.Cpu)),18}");
    }

    private static List<(double Wall, double Cpu)> Repeat(IEngine engine, Query[] queries, int most)
    {
        var times = new List<(double, double)>();
        var clock = Stopwatch.StartNew();
        while (times.Count < most && (clock.Elapsed.TotalSeconds < SecondsEach || times.Count < queries.Length))
            times.Add(Time(engine, queries[times.Count % queries.Length]));
        return times;
    }

    private static (double Wall, double Cpu) Time(IEngine engine, Query query)
    {
        var (cpu, start) = (CpuMilliseconds(), Stopwatch.GetTimestamp());
        engine.Run(query);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, CpuMilliseconds() - cpu);
    }

    private static string Of(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:0.000} / {sorted[(int)(sorted.Length * 0.99)]:0.000}");
    }

    private static double Median(IEnumerable<double> times)
    {
        double[] sorted = [.. times.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Of this thread: what others on the machine do doesn't count. Elsewhere than on Linux the time that passed.</summary>
    private static double CpuMilliseconds()
    {
        if (!OperatingSystem.IsLinux())
            return Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;
        _ = ClockGetTime(3, out var time);
        return time.Seconds * 1e3 + time.Nanoseconds / 1e6;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds, Nanoseconds;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out TimeSpec time);
}
