using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using HelloWork.Benchmarks.Search.Lucene;

namespace HelloWork.Benchmarks.Search;

/// <summary>The index beside SQLite's FTS5 and LIKE, and Lucene, on the same jobs and searches: time for each shape of search, load, memory, and how they grow with the number of jobs.</summary>
internal static class SearchBenchmark
{
    private const double SecondsEach = 3;
    private const int MostRuns = 20_000;

    /// <param name="lucene">Folder of its jars; null: without it.</param>
    public static async Task RunAsync(IReadOnlyList<int> sizes, bool peers, string? lucene)
    {
        var medians = new List<Dictionary<string, double>>();
        foreach (var size in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("hellowork-search-");
            try
            {
                medians.Add(await MeasureAsync(size, peers, lucene, folder.FullName));
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

    private static async Task<Dictionary<string, double>> MeasureAsync(int size, bool peers, string? jars, string folder)
    {
        using var connection = SampleDatabase.Open(Path.Combine(folder, "jobs.db"));
        var letters = SampleDatabase.Fill(connection, size, peers);
        Console.WriteLine($"\n{size:#,0} jobs of {(double)letters / size:0} normalised letters, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (cpu, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        var index = new IndexEngine();
        await index.Index.LoadAsync(SampleDatabase.Read(connection).Select(index.Document).ToAsyncEnumerable(), 0, default);
        var used = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        Console.WriteLine($"load from the database {clock.Elapsed.TotalSeconds:0.0} s, {used:0.0} s CPU: {size / used:#,0} documents per CPU second");

        // What the load needed is still on its stack.
        await Task.Delay(500);
        var heap = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"memory {index.Index.Bytes / 1e6:#,0} MB, heap {heap / 1e6:#,0} MB: {(double)heap / letters:0.00} bytes per normalised letter");
        using var lucene = jars is null ? null : LuceneEngine.Start(jars, Path.Combine(folder, "lucene"), SampleDatabase.Read(connection));
        var medians = new Dictionary<string, double>();
        Console.WriteLine($"{"ms: median / 99 %",-36}{"first",9}{"index",18}{"CPU time",18}{(peers ? "FTS5, CPU time" : ""),22}{(peers ? "LIKE, CPU time" : ""),22}{(jars is null ? "" : "Lucene, CPU time"),22}");
        IEngine[] engines = peers ? [index, new SqliteEngine(connection, fts: true), new SqliteEngine(connection, fts: false)] : [index];
        foreach (var shape in Shapes.All().GroupBy(q => q.Shape))
            medians[shape.Key] = MeasureShape(shape.Key, [.. shape], engines, lucene);
        var texts = SampleJobs.Make(Math.Min(size, 20_000)).Select(j => j.Description).ToList();
        MeasureOnce(Shapes.FirstTime(texts), index);
        Console.WriteLine($"memory with what was learnt from all these searches {index.Index.Bytes / 1e6:#,0} MB: {(double)index.Index.Bytes / letters:0.00} bytes per normalised letter");
        return medians;
    }

    private static double MeasureShape(string shape, Query[] queries, IEngine[] engines, LuceneEngine? lucene)
    {
        var own = engines[0];
        var first = queries.Max(q => Time(own, q).Wall);
        var times = Repeat(own, queries, MostRuns);
        var line = $"{shape,-36}{first,9:0.000}{Of(times.Select(t => t.Wall)),18}{Of(times.Select(t => t.Cpu)),18}";
        List<Answer> answers = [.. queries.Select(own.Run).OfType<Answer>()];
        foreach (var peer in engines.Skip(1))
        {
            var theirs = queries.Select(peer.Run).OfType<Answer>().ToList();
            line += theirs.Count < queries.Length ? $"{"–",22}" : $"{Difference(answers, theirs, queries)}{Of(Repeat(peer, queries, 200).Select(t => t.Cpu)),22}";
        }
        if (lucene?.Measure(queries) is var (found, median, most))
            line += string.Create(CultureInfo.InvariantCulture, $"{Difference(answers, found, queries)}{$"{median:0.000} / {most:0.000}",22}");
        Console.WriteLine(line);
        return Median(times.Select(t => t.Cpu));
    }

    /// <summary>Every engine counts and orders alike, but for relevance, of which each has its own idea.</summary>
    private static string Difference(List<Answer> answers, List<Answer> theirs, Query[] queries) =>
        answers.Zip(theirs, queries).Any(p => p.Second.Count is { } count && count != p.First.Count) ? " (other count)"
        : answers.Zip(theirs, queries).Any(p => p.Third.Order is not Order.Relevance && p.Second.Ids is { } ids && !ids.SequenceEqual(p.First.Ids!)) ? " (other ids)" : "";

    private static void MeasureOnce(List<Query> queries, IEngine engine)
    {
        // A phrase that is new is read by several threads.
        var times = queries.Select(q => Time(engine, q, ofAllThreads: true)).ToList();
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

    private static (double Wall, double Cpu) Time(IEngine engine, Query query, bool ofAllThreads = false)
    {
        var (cpu, start) = (CpuMilliseconds(ofAllThreads), Stopwatch.GetTimestamp());
        engine.Run(query);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, CpuMilliseconds(ofAllThreads) - cpu);
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

    /// <summary>Of this thread or this process: what others on the machine do doesn't count. Elsewhere than on Linux the time that passed.</summary>
    private static double CpuMilliseconds(bool ofAllThreads)
    {
        if (!OperatingSystem.IsLinux())
            return Stopwatch.GetTimestamp() * 1000.0 / Stopwatch.Frequency;
        _ = ClockGetTime(ofAllThreads ? 2 : 3, out var time);
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
