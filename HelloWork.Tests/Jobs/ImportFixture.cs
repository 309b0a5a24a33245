using System.Text;
using System.Xml.Linq;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Import;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Jobs;

/// <summary>Files of the provision layout in memory, and the import of them into a database of their own.</summary>
public sealed class ImportFixture(TestDatabase database, TestClock clock) : IAsyncDisposable
{
    public static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    public TestClock Clock => clock;
    public TestDatabase Database => database;

    public static async Task<ImportFixture> CreateAsync() => new(await TestDatabase.CreateAsync(), new TestClock());

    /// <summary>What an import did and told.</summary>
    public sealed record Outcome(ImportResult Result, IReadOnlyList<RefusedRecord> Refused, IReadOnlyList<ImportEvent> Told)
    {
        public FieldProblem OnlyProblem => Assert.Single(Assert.Single(Refused).Problems);
    }

    /// <summary>A record with nothing but what every record needs; a value of null takes a tag away.</summary>
    public static Dictionary<string, string?> Record(string number = "13010-00000101", params (string Tag, string? Value)[] changes)
    {
        var record = new Dictionary<string, string?>
        {
            ["kjno"] = number, ["uktkymd_seireki"] = "2026/03/10", ["jgshno"] = "1301-612345-8", ["jgshmei"] = "株式会社見本製作所",
            ["sksu"] = "経理事務", ["koyokeitai_n"] = "正社員",
        };
        foreach (var (tag, value) in changes)
            record[tag] = value;
        return record;
    }

    public static string Xml(params IEnumerable<Dictionary<string, string?>> records) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new XElement("kyujin", records.Select(r =>
            new XElement("data", r.Where(f => f.Value is not null).Select(f => new XElement(f.Key, f.Value)))));

    public static string Csv(params IEnumerable<Dictionary<string, string?>> records)
    {
        var headers = records.SelectMany(r => r.Keys).Distinct().ToList();
        return string.Join("\r\n", [string.Join(',', headers), .. records.Select(r => string.Join(',', headers.Select(h => Quote(r.GetValueOrDefault(h) ?? ""))))]) + "\r\n";
    }

    public Task<Outcome> ImportAsync(string text, bool publish = false, Encoding? encoding = null) =>
        ImportAsync((encoding ?? new UTF8Encoding(false)).GetPreamble().Concat((encoding ?? new UTF8Encoding(false)).GetBytes(text)).ToArray(), publish);

    public Task<Outcome> ImportAsync(byte[] bytes, bool publish = false) => ImportAsync(new ImportSource(() => new MemoryStream(bytes)), publish);

    public async Task<Outcome> ImportAsync(ImportSource source, bool publish = false)
    {
        var listener = new Listener();
        var result = await new ImportJobOffers(database, clock).RunAsync(new(source, publish, listener), CancellationToken.None);
        return new(result, [.. listener.Told.OfType<ImportEvent.Refused>().Select(r => r.Record)], listener.Told);
    }

    public HelloWorkDbContext Db() => database.CreateDbContext();

    public async Task<JobOffer?> FindAsync(string number)
    {
        await using var db = Db();
        var parsed = JobNumber.Parse(number);
        return await db.JobOffers.AsNoTracking().Include(j => j.Places).SingleOrDefaultAsync(j => j.Number == parsed);
    }

    public async Task<JobOffer> GetAsync(string number = "13010-00000101") => await FindAsync(number) ?? throw new InvalidOperationException($"{number} isn't there.");

    public async Task<Office> OfficeOfAsync(string number = "13010-00000101")
    {
        await using var db = Db();
        var parsed = JobNumber.Parse(number);
        return await db.Offices.AsNoTracking().SingleAsync(o => db.JobOffers.Any(j => j.Number == parsed && j.OfficeId == o.Id));
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static string Quote(string value) => value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"")}\"";

    private sealed class Listener : IProgress<ImportEvent>
    {
        public List<ImportEvent> Told { get; } = [];

        public void Report(ImportEvent told) => Told.Add(told);
    }
}

/// <summary>Tests of the import, each with a database of its own.</summary>
public abstract class ImportTest : IAsyncLifetime
{
    protected ImportFixture Import { get; private set; } = null!;

    public async Task InitializeAsync() => Import = await ImportFixture.CreateAsync();

    public async Task DisposeAsync() => await Import.DisposeAsync();

    protected static Dictionary<string, string?> Record(string number = "13010-00000101", params (string Tag, string? Value)[] changes) => ImportFixture.Record(number, changes);
}
