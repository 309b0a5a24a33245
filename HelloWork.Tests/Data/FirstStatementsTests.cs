using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Data;

public sealed class FirstStatementsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task ADatabaseIsCurrent_WithExactlyThisVersionsMigrations()
    {
        Assert.True(FirstStatements.IsCurrent(_database.Settings));

        await using var db = _database.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29991231000000_Later', '99')");
        Assert.False(FirstStatements.IsCurrent(_database.Settings));
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" LIKE '2%'");
        Assert.False(FirstStatements.IsCurrent(_database.Settings));
    }

    [Fact]
    public async Task WhereNoneIsYet_ItIsNotCurrent_AndMigratingMakesIt()
    {
        await using var unmade = TestDatabase.Unmade();

        Assert.False(FirstStatements.IsCurrent(unmade.Settings));
        Assert.True(await new DatabaseMigration(unmade).RunAsync(CancellationToken.None));
        Assert.True(FirstStatements.IsCurrent(unmade.Settings));
    }

    [Fact]
    public async Task ADatabaseIsEmpty_UntilSomebodyHasAnAccount()
    {
        Assert.True(FirstStatements.IsEmpty(_database.Settings));

        await new Given(_database, new TestClock()).CounselorAsync();

        Assert.False(FirstStatements.IsEmpty(_database.Settings));
    }

    [Fact]
    public async Task TheKeyRing_IsReadWhole()
    {
        await using var db = _database.CreateDbContext();
        db.DataProtectionKeys.AddRange(new DataProtectionKey("one", "<key n='1' />"));
        await db.SaveChangesAsync();
        db.DataProtectionKeys.AddRange(new DataProtectionKey("two", "<key n='2' />"));
        await db.SaveChangesAsync();

        Assert.Equal(["<key n='1' />", "<key n='2' />"], FirstStatements.Keys(_database.Settings));
    }

    [Fact]
    public void WhatIsSaidToSqlServer_IsTSqlOverTablesThatExist()
    {
        using var server = OfflineSqlServer.CreateContext();
        var schema = TSqlSchema.Read(server.Database.GenerateCreateScript());

        Assert.All(FirstStatements.All, statement => Assert.Empty(TSqlCheck.ProblemsOf(statement, schema)));
        Assert.NotEmpty(TSqlCheck.ProblemsOf(FirstStatements.All[^1].Replace("Xml", "Nothing"), schema));
    }
}
