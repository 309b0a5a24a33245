using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Search;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Data;

/// <summary>Where HELLOWORK_TEST_SQLSERVER names a server: that it is one, and the points in which servers differ from SQLite.</summary>
public sealed class SqlServerTests
{
    [SqlServerFact]
    public async Task SqlServer_IsReachableAndTakesTheMigrations()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.CreateDbContext();

        Assert.IsType<SqlServerHelloWorkDbContext>(db);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [SqlServerFact]
    public async Task SqlServer_ComparesNormalisedTextAsDotNetDoes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var given = new Given(database, new TestClock());
        var employer = await given.EmployerAsync();
        foreach (var title in new[] { "ｶｲｺﾞ職員", "かいご補助", "カイゴ福祉士", "介護", "𠮷野の調理", "100%_[保育]" })
            await given.JobAsync(employer, card => card with { Work = card.Work with { Title = title } });
        await using var db = database.CreateDbContext();
        var titles = await db.JobOffers.Select(j => j.SearchTitle).ToListAsync();

        foreach (var word in new[] { "カイゴ", "ｶｲｺﾞ", "介護", "𠮷", "吉", "%_[", "カ" }.Select(SearchText.Normalise))
            Assert.Equal(titles.Count(t => t.Contains(word, StringComparison.Ordinal)), await db.JobOffers.CountAsync(j => j.SearchTitle.Contains(word)));
    }

    [SqlServerFact]
    public async Task SqlServer_KeepsEveryTickOfAnInstant()
    {
        await using var database = await TestDatabase.CreateAsync();
        var clock = new TestClock(new DateTime(2026, 3, 22, 5, 5, 0).AddTicks(1_234_567));
        var job = await new Given(database, clock).JobAsync(await new Given(database, clock).EmployerAsync());
        await using var db = database.CreateDbContext();

        Assert.Equal(clock.GetUtcNow().UtcDateTime, (await db.JobOffers.SingleAsync(j => j.Id == job.Id)).ChangedAt);
    }
}
