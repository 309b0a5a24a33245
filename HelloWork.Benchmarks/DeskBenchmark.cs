using System.Diagnostics;
using System.Globalization;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Benchmarks;

/// <summary>What the work queue's page asks of the database, with so many open items at one office, on a fresh SQLite file.</summary>
internal static class DeskBenchmark
{
    private const string Office = "13010";
    private const int Runs = 20;

    public static async Task RunAsync(int items)
    {
        var folder = Directory.CreateTempSubdirectory("hellowork-desk-");
        try
        {
            await using var services = new ServiceCollection()
                .AddHelloWorkDatabase(new DatabaseSettings { ConnectionString = $"Data Source={Path.Combine(folder.FullName, "desk.db")}" })
                .BuildServiceProvider();
            var contexts = services.GetRequiredService<IDbContextFactory<HelloWorkDbContext>>();
            await new DatabaseMigration(contexts).RunAsync(CancellationToken.None);
            var counselor = await FillAsync(contexts, items);
            Console.WriteLine($"{items:#,0} open items at one office, {Environment.ProcessorCount} cores, median of {Runs}");
            var list = new ListDeskItems(contexts, TimeProvider.System);
            var all = new ListDeskItems.Query(counselor);
            await MeasureAsync("first page", () => list.RunAsync(all, default));
            await MeasureAsync("page 1,000", () => list.RunAsync(all with { Page = 1000 }, default));
            await MeasureAsync("own, by today", () => list.RunAsync(all with { Assignee = DeskAssignee.Me, Due = DeskDue.ByToday }, default));
            await MeasureAsync("one kind, not begun", () => list.RunAsync(all with { Kind = DeskItemKind.JobCheck, State = DeskFilterState.New }, default));
            await MeasureAsync("words with many hits", () => list.RunAsync(all with { Words = "見本" }, default));
            await MeasureAsync("a number, one hit", () => list.RunAsync(all with { Words = "１３０１０－２００００７７７" }, default));
            var open = new OpenDeskItem(contexts);
            var item = (await list.RunAsync(all, default)).Rows.Items[0].Id;
            await MeasureAsync("one item", () => open.RunAsync(new(counselor, item), default));
            var assign = new AssignDeskItems(contexts, TimeProvider.System);
            await MeasureAsync("assign 30 at once", async () => await assign.RunAsync(new(counselor, [.. (await list.RunAsync(all, default)).Rows.Items.Select(r => r.Pick)], Random.Shared.Next(2) == 0 ? counselor.Account : null), default));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<CounselorActor> FillAsync(IDbContextFactory<HelloWorkDbContext> contexts, int items)
    {
        var now = TimeProvider.System.UtcNow();
        var today = Jst.DayOf(now);
        Account[] counselors = [.. Enumerable.Range(1, 12).Select(n => new Account($"counselor-{n}", Role.Counselor, $"職員 {n}", null, now))];
        await contexts.WriteAsync(db =>
        {
            foreach (var account in counselors)
            {
                account.Activate(now);
                db.AddRange(account, new StaffPost(account.Id, Office));
            }
            return Task.FromResult(true);
        }, default);
        var chance = new Random(1);
        var kinds = Enum.GetValues<DeskItemKind>();
        for (var from = 0; from < items; from += 10_000)
        {
            DeskItem[] some = [.. Enumerable.Range(from, Math.Min(10_000, items - from)).Select(n =>
            {
                var item = new DeskItem(new(Office, kinds[n % kinds.Length], NewId.Next(), string.Create(CultureInfo.InvariantCulture, $"13010-{20_000_000 + n}"),
                    "営業事務の掲載申込み（新規）", $"見本製作所 第{n % 5000}工場", today.AddDays(chance.Next(-5, 42))), now);
                if (n % 2 == 0)
                    item.Assign(counselors[chance.Next(counselors.Length)].Id);
                if (n % 3 == 0)
                    item.Move(DeskItemState.InProgress);
                return item;
            })];
            await contexts.WriteAsync(async db =>
            {
                await db.InsertAsync(some, default);
                return true;
            }, default);
        }
        return new CounselorActor(counselors[0].Id);
    }

    private static async Task MeasureAsync<T>(string what, Func<Task<T>> run)
    {
        await run();
        var times = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            var watch = Stopwatch.StartNew();
            await run();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine($"{what,-24}{times[Runs / 2],8:0.0} ms   worst {times[^1],8:0.0} ms");
    }
}
