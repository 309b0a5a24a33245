using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Data;

/// <summary>A test that does on SQLite what SQL Server would refuse fails.</summary>
public sealed class SqlServerTwinTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private HelloWorkDbContext _db = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _db = _database.CreateDbContext();
    }

    public async Task DisposeAsync()
    {
        await _db.DisposeAsync();
        await _database.DisposeAsync();
    }

    [SqliteFact]
    public async Task Query_IsAskedOfTheServerToo()
    {
        var code = "13101";

        await _db.Offices.Where(o => o.MunicipalityCode == code && o.Name.EndsWith("見本製作所")).Select(o => o.PostalCode).FirstOrDefaultAsync();

        Assert.Contains(SqlServerTwin.Instance.Statements, s => s.StartsWith("SELECT TOP(1) [o].[PostalCode]", StringComparison.Ordinal) && s.Contains("N'%見本製作所'", StringComparison.Ordinal));
    }

    [SqliteFact]
    public async Task SplitQuery_IsAskedToItsLastStatement()
    {
        await _db.SeekerProfiles.Include(p => p.Places).Include(p => p.Licences).AsSplitQuery().SingleOrDefaultAsync(p => p.Version == 17);

        foreach (var table in new[] { "[ProfilePlaces]", "[ProfileLicences]" })
            Assert.Contains(SqlServerTwin.Instance.Statements, s => s.Contains("[Version] = 17", StringComparison.Ordinal) && s.Contains($"INNER JOIN {table}", StringComparison.Ordinal) && s.Contains("ORDER BY", StringComparison.Ordinal));
    }

    [SqliteFact]
    public async Task Query_ThatOnlySqliteCanTranslate_Fails()
    {
        var thrown = await Assert.ThrowsAsync<SqlServerTwinException>(() => _db.Offices.Where(o => EF.Functions.Glob(o.Name, "株式会社*")).CountAsync());

        Assert.StartsWith("The SQL Server provider can't", thrown.Message, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task HandWrittenSql_InSqlitesDialect_Fails()
    {
        var thrown = await Assert.ThrowsAsync<SqlServerTwinException>(() => _db.Offices.FromSqlRaw("SELECT * FROM Offices LIMIT 1").ToListAsync());

        Assert.Contains("LIMIT", thrown.Message, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task HandWrittenSql_WithAnUnknownColumn_Fails()
    {
        // SQLite compares names without case; a server may not.
        var thrown = await Assert.ThrowsAsync<SqlServerTwinException>(() => _db.Database.ExecuteSqlRawAsync("UPDATE Offices SET name = {0}", "見本"));

        Assert.Contains("name doesn't exist", thrown.Message, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task Save_OfATextLongerThanItsColumn_Fails()
    {
        _db.Add(OfficeNamed(new string('あ', 801)));

        var thrown = await Assert.ThrowsAsync<SqlServerTwinException>(() => _db.SaveChangesAsync());

        Assert.Contains("801 characters in Offices.Name, which holds 800", thrown.Message, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task Save_OfJapaneseInAColumnForAscii_Fails()
    {
        var office = OfficeNamed("株式会社見本製作所");
        office.Relocate(null, null, "東京", null, null);
        _db.Add(office);

        await Assert.ThrowsAsync<SqlServerTwinException>(() => _db.SaveChangesAsync());
    }

    [SqliteFact]
    public async Task Transaction_BegunOutsideOfTheRetries_Fails()
    {
        await using var transaction = await _db.Database.BeginTransactionAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => _db.Offices.CountAsync());
    }

    [Fact]
    public void Query_WithMoreValuesThanAServerTakesParameters_SendsThemAsJson()
    {
        var (server, kept) = OfflineSqlServer.Create(new DatabaseSettings());
        using var _ = server;
        var numbers = Enumerable.Range(1, 5_000).Select(n => JobNumber.Parse($"13010-{n}")).ToList();

        // The answer has no column, so reading it fails; what was asked is what counts here.
        Assert.ThrowsAny<InvalidOperationException>(() => server.JobOffers.Where(j => numbers.Contains(j.Number)).Select(j => j.Title).ToList());

        SqlServerTwin.Instance.Check(kept.Statements);
        Assert.Contains("OPENJSON", Assert.Single(kept.Statements), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BulkInsert_WhichTheTwinDoesNotSee_IsLeftToEfOnTheServer()
    {
        var (server, kept) = OfflineSqlServer.Create(new DatabaseSettings { MaxBatchSize = 1000 });
        await using var _ = server;
        var office = OfficeNamed("株式会社見本製作所");
        JobOffer[] jobs = [JobOf(office, 1), JobOf(office, 2)];

        await server.InsertAsync([office], default);
        await server.InsertAsync(jobs, default);
        await server.InsertAsync(jobs.SelectMany(j => j.Places).ToList(), default);
        await server.SaveChangesAsync();

        SqlServerTwin.Instance.Check(kept.Statements);
        Assert.All(["[Offices]", "[JobOffers]", "[JobOfferPlaces]"], table => Assert.Contains($"INSERT INTO {table}", string.Concat(kept.Statements), StringComparison.Ordinal));
    }

    private static JobOffer JobOf(Office office, int n) =>
        new(JobNumber.Parse($"13010-{n}"), office, Given.Card(), new DateOnly(2026, 3, 22), null, new TestClock().GetUtcNow().UtcDateTime);

    private static Office OfficeNamed(string name) => new(OfficeNumber.Parse("1301-000001-7"), name, null, null, null, null, null, null);
}
