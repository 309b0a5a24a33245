using System.Diagnostics;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Data;
using HelloWork.Domain.Oversight;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Benchmarks;

/// <summary>The audit trail at its size: sealing, verifying, one row more while it is sealed, and each kind of search of /bureau/audit, on SQLite.</summary>
internal static class AuditBenchmark
{
    private const int Accounts = 2000, Runs = 9;

    private static readonly (string Act, string Type, bool ByPerson, int Weight)[] Acts =
    [
        ("StartSession", "AccountSession", true, 20), ("CheckPassword", "Account", true, 20), ("OpenSeekerProfile", "SeekerProfile", true, 18), ("SendDirectRequest", "DirectRequest", true, 8),
        ("OpenReceivedRequest", "DirectRequest", true, 8), ("SendGuidance", "Conversation", true, 10), ("OpenRegistrationRecord", "SeekerRegistration", true, 5), ("SendOutbox", "OutboxMail", false, 9),
        ("EndJobOffers", "JobOffer", false, 2),
    ];

    public static async Task RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("hellowork-audit-");
        try
        {
            var database = new Files(Path.Combine(folder.FullName, "audit.db"));
            await new DatabaseMigration(database).RunAsync(default);
            var (officer, person, record) = await FillAsync(database, rows);
            var settings = new AuditSettings { HeadFile = Path.Combine(folder.FullName, "heads") };
            Console.WriteLine($"{rows:#,0} rows, {new FileInfo(database.Path).Length / 1024 / 1024:#,0} MB, {Environment.ProcessorCount} cores");
            await SealAsync(database, settings);
            await VerifyAsync(database, settings, rows);
            await SearchAllAsync(database, new(officer), person, record);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task SealAsync(Files database, AuditSettings settings)
    {
        var started = Stopwatch.GetTimestamp();
        // SQLite answers without ever waiting: on a thread of its own.
        var sealing = Task.Run(() => new SealAudit(database, TimeProvider.System, settings).RunAsync(default));
        var longest = TimeSpan.Zero;
        var written = 0;
        while (!sealing.IsCompleted)
        {
            var write = Stopwatch.GetTimestamp();
            await database.WriteAsync(db =>
            {
                db.Record(TimeProvider.System.GetUtcNow().UtcDateTime, null, "EndJobOffers", "JobOffer", Guid.NewGuid());
                return Task.FromResult(0);
            }, default);
            written++;
            if (Stopwatch.GetElapsedTime(write) is var took && took > longest)
                longest = took;
            await Task.Delay(10);
        }
        var result = await sealing;
        Console.WriteLine($"seal      {Stopwatch.GetElapsedTime(started).TotalSeconds,8:0.0} s   {result.Seals:#,0} batches; {written:#,0} rows were written meanwhile, the slowest in {longest.TotalMilliseconds:0} ms");
    }

    private static async Task VerifyAsync(Files database, AuditSettings settings, int rows)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = new Peak(before);
        var started = Stopwatch.GetTimestamp();
        var verdict = await new VerifyAudit(database, settings).RunAsync(peak, default);
        Console.WriteLine($"verify    {Stopwatch.GetElapsedTime(started).TotalSeconds,8:0.0} s   {verdict.Rows:#,0} rows, {verdict.Problems.Count} problems, at most {peak.Most / 1024 / 1024} MB more on the heap");
        if (verdict.Rows < rows || verdict.Problems.Count > 0)
            throw new InvalidOperationException("The trail isn't whole.");
    }

    private static async Task SearchAllAsync(Files database, BureauActor officer, string person, string record)
    {
        await SearchAsync(database, officer, "first page", new());
        await SearchAsync(database, officer, "one person", new() { Who = person });
        await SearchAsync(database, officer, "part of a name", new() { Who = "職員 1234" });
        await SearchAsync(database, officer, "a name many have", new() { Who = "職員 12" });
        await SearchAsync(database, officer, "one record", new() { Record = record });
        await SearchAsync(database, officer, "one act", new() { Act = "SendGuidance" });
        await SearchAsync(database, officer, "rare act, a year", new() { Act = "EndJobOffers", From = new(2025, 1, 1) });
        await SearchAsync(database, officer, "one type", new() { RecordType = "DirectRequest" });
        await SearchAsync(database, officer, "without person", new() { WithoutPerson = true });
        await SearchAsync(database, officer, "person and act", new() { Who = person, Act = "SendGuidance" });
        await SearchAsync(database, officer, "an old week", new() { From = new(2026, 2, 1), To = new(2026, 2, 7) });
        await SearchAsync(database, officer, "act in old week", new() { Act = "SendOutbox", From = new(2026, 2, 1), To = new(2026, 2, 7) });
        await SearchAsync(database, officer, "page in the middle", new(), new AuditPlace(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), long.MaxValue));
        await SearchAsync(database, officer, "nothing fits", new() { Act = "SendGuidance", RecordType = "JobOffer" });
    }

    private static async Task SearchAsync(Files database, BureauActor officer, string what, AuditFilter filter, AuditPlace? before = null)
    {
        var search = new SearchAuditTrail(database, TimeProvider.System);
        var first = Stopwatch.GetTimestamp();
        var found = await search.RunAsync(new(officer, filter, before), default);
        var cold = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
        var times = new double[Runs];
        for (var i = 0; i < Runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await search.RunAsync(new(officer, filter, before), default);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        Array.Sort(times);
        Console.WriteLine($"{what,-20} first {cold,7:0} ms, median {times[Runs / 2],7:0.0} ms, slowest {times[^1],7:0.0} ms   {found.Lines.Count} rows of {(found.Count > SearchAuditTrail.MostCounted ? "more than " : "")}{Math.Min(found.Count, SearchAuditTrail.MostCounted):#,0}");
    }

    private static async Task<(Guid Officer, string Person, string Record)> FillAsync(Files database, int rows)
    {
        var dice = new Random(20260322);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var accounts = Enumerable.Range(0, Accounts).Select(n => new Account($"person-{n}", n == 0 ? Role.BureauOfficer : Role.Counselor, $"職員 {n}", null, now)).ToList();
        accounts[0].Activate(now);
        await database.WriteAsync(db =>
        {
            db.AddRange(accounts);
            return Task.FromResult(0);
        }, default);
        var total = Acts.Sum(a => a.Weight);
        var record = Guid.NewGuid().ToString();
        for (var made = 0; made < rows;)
        {
            var part = new List<AuditEntry>();
            for (; part.Count < 5000 && made < rows; made++)
            {
                var cast = dice.Next(total);
                var act = Acts.First(a => (cast -= a.Weight) < 0);
                Guid? account = act.ByPerson ? accounts[(int)(dice.NextDouble() * dice.NextDouble() * Accounts)].Id : null;
                part.Add(new AuditEntry(now.AddSeconds(-(rows - made) * (365.0 * 86400 / rows)), account, act.Act, act.Type, made % (rows / 20 + 1) == 0 ? record : Guid.NewGuid().ToString(), $"place {dice.Next(10)}"));
            }
            await database.WriteAsync(async db =>
            {
                await db.InsertAsync(part, default);
                return 0;
            }, default);
        }
        return (accounts[0].Id, "person-7", record);
    }

    private sealed class Peak(long before) : IProgress<long>
    {
        public long Most { get; private set; }

        public void Report(long value) => Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: false) - before);
    }

    private sealed class Files(string path) : IDbContextFactory<HelloWorkDbContext>
    {
        private readonly DatabaseSettings _settings = new() { ConnectionString = $"Data Source={path}" };

        public string Path => path;

        public HelloWorkDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<SqliteHelloWorkDbContext>();
            options.UseHelloWork(_settings);
            return new SqliteHelloWorkDbContext(options.Options);
        }
    }
}
