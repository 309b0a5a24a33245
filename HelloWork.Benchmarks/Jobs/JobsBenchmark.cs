using System.Diagnostics;
using HelloWork.Domain.Data;
using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Searching;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Benchmarks.Jobs;

/// <summary>The job search on the portal's own rows: loading the index, its memory, and usual searches with the thirty rows that are shown. Fill a database first: <c>demo --jobs 1000000</c>.</summary>
internal static class JobsBenchmark
{
    public static async Task RunAsync(string database, int searches)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = database }.ToString();
        var services = new ServiceCollection().AddLogging().AddHelloWorkDatabase(new() { ConnectionString = connectionString }).BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<HelloWorkDbContext>>();
        var index = new JobIndex(contexts, new ReadChanges(contexts));

        // EF makes its model once in a process.
        await using (var first = await contexts.CreateDbContextAsync())
            await first.JobOffers.AnyAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (cpu, clock) = (Cpu(), Stopwatch.StartNew());
        await index.LoadAsync(default);
        var (used, wall) = ((Cpu() - cpu).TotalSeconds, clock.Elapsed.TotalSeconds);
        // What the load needed is still on its stack.
        await Task.Delay(500);
        var heap = GC.GetTotalMemory(forceFullCollection: true) - before;
        await using var db = await contexts.CreateDbContextAsync();
        var letters = await db.JobOffers.Where(j => j.Status == JobOfferStatus.Active).SumAsync(j => (long)j.SearchWords.Length);
        Console.WriteLine($"{index.Count:#,0} jobs of {(double)letters / index.Count:0} letters, loaded in {wall:0.0} s, {used:0.0} s CPU: {index.Count / used:#,0} jobs per CPU second");
        Console.WriteLine($"memory {index.Bytes / 1e6:#,0} MB, heap {heap / 1e6:#,0} MB: {(double)heap / letters:0.00} bytes per letter");

        var search = new SearchJobs(contexts, TimeProvider.System, index);
        var queries = UsualSearches.Make(searches);
        var found = 0;
        foreach (var (round, counting) in new[] { ("first time", JobCounting.Usual), ("again", JobCounting.Usual), ("with all that can be counted", JobCounting.All) })
        {
            List<double> walls = [], cpus = [];
            foreach (var query in queries)
            {
                (cpu, clock) = (Cpu(), Stopwatch.StartNew());
                found += (await search.RunAsync(query with { Counting = counting }, null, default)).Jobs.Items.Count;
                walls.Add(clock.Elapsed.TotalMilliseconds);
                cpus.Add((Cpu() - cpu).TotalMilliseconds);
            }
            Console.WriteLine($"{queries.Count:#,0} searches with their rows, {round}: {Of(walls)} ms; CPU {cpus.Average():0.00} ms each");
        }
        Console.WriteLine($"{found:#,0} rows shown; memory with what was learnt {index.Bytes / 1e6:#,0} MB");

        static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;
    }

    private static string Of(List<double> times)
    {
        times.Sort();
        return $"{times[times.Count / 2]:0.00} / {times[times.Count * 99 / 100]:0.00}";
    }
}
