using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Domain.Seekers.Searching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Benchmarks.Search;

/// <summary>
/// The searches of seekers on the portal's own rows (<c>demo</c>): load, memory, and a page as employers and providers get it, with rights, feed, rows and all, from
/// the index and from the database.
/// </summary>
internal static class SeekerBenchmark
{
    private const int Runs = 400, RunsOfDatabase = 5, Warming = 100;

    /// <param name="withDatabase">Times the database too: among a million seekers it takes most of a minute for a page.</param>
    public static async Task<int> RunAsync(string file, bool withDatabase)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine($"{file} isn't there: fill one with the command demo.");
            return 1;
        }
        await using var services = new ServiceCollection().AddHelloWorkDatabase(new DatabaseSettings { ConnectionString = $"Data Source={file}" }).BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<HelloWorkDbContext>>();
        var index = new SeekerIndex(contexts, new(contexts));
        await LoadAsync(contexts, index);

        var (employer, provider) = await ViewersAsync(contexts);
        Console.WriteLine($"{"ms with rows: median / 99 %, CPU",-44}{"index",18}{"CPU",8}{(withDatabase ? "database" : ""),20}");
        (string What, Func<SeekerIndex?, Task> Search)[] searches =
        [
            .. Shapes().SelectMany(shape => new (string, Func<SeekerIndex?, Task>)[]
            {
                ($"employer, {shape.Name}", from => new SearchSeekers(contexts, TimeProvider.System, from).RunAsync((SearchSeekers.Query)shape.Change(new SearchSeekers.Query(employer)), default)),
                ($"provider, {shape.Name}", from => new SearchProvidedSeekers(contexts, TimeProvider.System, from).RunAsync((SearchProvidedSeekers.Query)shape.Change(new SearchProvidedSeekers.Query(provider)), default)),
            }),
        ];
        // Until the compiler has done, as it has in a portal after a minute.
        for (double before = double.MaxValue, now = await RoundAsync(); now < before * 0.95;)
            (before, now) = (now, await RoundAsync());
        foreach (var (what, search) in searches)
            await MeasureAsync(what, search, index, withDatabase);
        return 0;

        async Task<double> RoundAsync()
        {
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            for (var run = 0; run < Warming; run++)
                foreach (var (_, search) in searches)
                    await search(index);
            return (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds;
        }
    }

    private static async Task LoadAsync(IDbContextFactory<HelloWorkDbContext> contexts, SeekerIndex index)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (cpu, clock) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.StartNew());
        await index.LoadAsync(default);
        var (wall, used) = (clock.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds);
        // What the load needed is still on its stack.
        await Task.Delay(500);
        var heap = GC.GetTotalMemory(forceFullCollection: true) - before;
        await using var db = await contexts.CreateDbContextAsync();
        var letters = await db.SeekerProfiles.SumAsync(p => (long)p.SearchWords.Length);
        var all = await db.SeekerProfiles.CountAsync();
        Console.WriteLine($"{index.Count:#,0} of {all:#,0} seekers, {letters / all} normalised letters each, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");
        Console.WriteLine($"load {wall:0.0} s, {used:0.0} s CPU: {index.Count / used:#,0} seekers per CPU second");
        Console.WriteLine($"memory {index.Bytes / 1e6:#,0} MB, heap {heap / 1e6:#,0} MB: {(double)index.Bytes / letters * all / index.Count:0.0} bytes per normalised letter");
    }

    private static async Task<(EmployerActor, ProviderActor)> ViewersAsync(IDbContextFactory<HelloWorkDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var member = await db.OfficeMembers.Where(m => db.JobOffers.Any(j => j.OfficeId == m.OfficeId && j.Status == JobOfferStatus.Active)
            && db.Users.Any(a => a.Id == m.AccountId && a.ActivatedAt != null)).FirstAsync();
        var standing = db.ProvidersInGoodStanding(TimeProvider.System.GetUtcNow().UtcDateTime).Select(p => p.Id);
        var agent = await db.ProviderMembers.FirstAsync(m => standing.Contains(m.ProviderId));
        return (new(member.AccountId, member.OfficeId), new(agent.AccountId, agent.ProviderId));
    }

    private static IEnumerable<(string Name, Func<SeekerConditions, SeekerConditions> Change)> Shapes() =>
    [
        ("no condition", q => q),
        ("common word", q => q with { Words = "事務" }),
        ("common word by match", q => q with { Words = "事務", Sort = SeekerSort.Match }),
        ("two words, not a third", q => q with { Words = "介護 日勤", NotWords = "夜" }),
        ("word + prefecture + style", q => q with { Words = "経験", Prefectures = ["13"], Style = WorkingStyle.FullTime }),
        ("six filters", q => q with { Prefectures = ["27"], Occupations = ["03"], Traits = SeekerTraits.HasDrivingLicence, ExperienceYears = 3, WageMax = 250_000, RegularOnly = true }),
        ("last page", q => q with { Page = SeekerConditions.MostPages }),
        ("nothing found", q => q with { Words = "ない言葉です" }),
        ("nothing by four, near ones", q => q with { Words = "事務 ない言葉です", Prefectures = ["13"], Style = WorkingStyle.FullTime, ExperienceYears = 10, OrNearest = true }),
        ("nothing by nine, near ones", q => q with { Words = "事務 経験 ない言葉です", Prefectures = ["47"], Occupations = ["023"], Traits = SeekerTraits.HasDrivingLicence | SeekerTraits.CanWorkAbroad, ExperienceYears = 20, WageMax = 100_000, RegularOnly = true, OrNearest = true }),
    ];

    private static async Task MeasureAsync(string what, Func<SeekerIndex?, Task> search, SeekerIndex index, bool withDatabase)
    {
        var fromIndex = await TimesAsync(() => search(index), Runs);
        var fromDatabase = withDatabase ? Of((await TimesAsync(() => search(null), RunsOfDatabase)).Walls) : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-44}{Of(fromIndex.Walls),18}{fromIndex.Cpu,8:0.00}{fromDatabase,20}"));
    }

    private static async Task<(List<double> Walls, double Cpu)> TimesAsync(Func<Task> run, int runs)
    {
        await run();
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var walls = new List<double>();
        for (var at = 0; at < runs; at++)
        {
            var start = Stopwatch.GetTimestamp();
            await run();
            walls.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        walls.Sort();
        return (walls, (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / runs);
    }

    private static string Of(List<double> sorted) => string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Count / 2]:0.0} / {sorted[(int)(sorted.Count * 0.99)]:0.0}");
}
