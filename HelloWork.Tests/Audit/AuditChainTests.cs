using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static HelloWork.Domain.Audit.VerifyAudit.ProblemKind;

namespace HelloWork.Tests.Audit;

/// <summary>Whoever changes, removes, slips in or cuts off a row of the trail is found, with the database's own defence taken away first.</summary>
public sealed class AuditChainTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private readonly AuditSettings _settings = new() { HeadFile = Path.Combine(Path.GetTempPath(), "hellowork-tests", $"{Guid.NewGuid():N}.audit-heads") };
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        File.Delete(_settings.HeadFile!);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task Trail_AsItWasWritten_IsWhole_AcrossBatches()
    {
        await WriteAsync(AuditSeal.MostRows + 5);

        var sealing = await SealAsync();
        await WriteAsync(3);
        var verdict = await VerifyAsync();

        Assert.Equal((2, 2L, AuditSeal.MostRows + 5L), (sealing.Seals, sealing.Head!.Number, sealing.Head.TotalRows));
        Assert.Empty(verdict.Problems);
        Assert.Equal((AuditSeal.MostRows + 5L, 2L, 3L), (verdict.Rows, verdict.Seals, verdict.Unsealed));
        Assert.Equal(sealing.Head.Hash, new AuditHeads(_settings.HeadFile).Last()!.Hash);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task Sealing_WithNothingNew_AddsNothing()
    {
        await WriteAsync(3);
        await SealAsync();

        Assert.Equal(0, (await SealAsync()).Seals);
        Assert.Single(File.ReadAllLines(_settings.HeadFile!));
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task TwoWhoSealAtOnce_MakeOneChain()
    {
        await WriteAsync(30);

        await Task.WhenAll(SealAsync(), SealAsync(), SealAsync());

        Assert.Empty((await VerifyAsync()).Problems);
        await using var db = _database.CreateDbContext();
        Assert.Equal(30, await db.AuditSeals.SumAsync(s => s.Rows));
    }

    [Theory, Trait("Rule", "OV-05")]
    [InlineData("UPDATE AuditEntries SET Detail = 'other' WHERE Id = 5")]
    [InlineData("DELETE FROM AuditEntries WHERE Id = 5")]
    [InlineData("UPDATE AuditSeals SET Rows = 9 WHERE Number = 1")]
    [InlineData("DELETE FROM AuditSeals WHERE Number = 1")]
    public async Task Database_RefusesToChangeOrRemove(string statement)
    {
        await WriteAsync(10);
        await SealAsync();
        await using var db = _database.CreateDbContext();

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(statement));

        Assert.Contains("append-only", refused.Message);
        Assert.Empty((await VerifyAsync()).Problems);
    }

    [Theory, Trait("Rule", "OV-05")]
    [InlineData("UPDATE AuditEntries SET Detail = 'other' WHERE Id = 7", BatchChanged, 2)]
    [InlineData("UPDATE AuditEntries SET AccountId = NULL WHERE Id = 8", BatchChanged, 2)]
    [InlineData("UPDATE AuditEntries SET RecordType = 'Job', RecordId = 'Offer' WHERE Id = 2", BatchChanged, 1)]
    [InlineData("UPDATE AuditSeals SET SealedAt = '2026-03-01 00:00:00' WHERE Number = 2", BatchChanged, 2)]
    [InlineData("DELETE FROM AuditEntries WHERE Id = 7", RowMissing, 7)]
    [InlineData("DELETE FROM AuditEntries WHERE Id = 1", RowMissing, 1)]
    [InlineData("DELETE FROM AuditEntries WHERE Id = 15", RowMissing, 15)]
    [InlineData("DELETE FROM AuditSeals WHERE Number = 1", SealMissing, 1)]
    [InlineData("DELETE FROM AuditSeals WHERE Number = 3", CutOff, 3)]
    [InlineData("DELETE FROM AuditEntries WHERE Id > 10; DELETE FROM AuditSeals WHERE Number = 3", CutOff, 3)]
    public async Task WhatWasDoneToSealedRows_IsNamed(string tampering, VerifyAudit.ProblemKind kind, long id)
    {
        for (var batch = 0; batch < 3; batch++)
        {
            await WriteAsync(5);
            await SealAsync();
        }

        await TamperAsync(tampering);

        var problems = (await VerifyAsync()).Problems;
        Assert.Contains(problems, p => p.Kind == kind && p.Id == id);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task AChainMadeAnewFromTheChangedRow_DiffersFromTheHeadsKeptOutside()
    {
        await WriteAsync(5);
        await SealAsync();

        await TamperAsync("UPDATE AuditEntries SET Detail = 'other' WHERE Id = 2; DELETE FROM AuditSeals");
        await new SealAudit(_database, _clock, new AuditSettings()).RunAsync(default);

        Assert.Equal([new VerifyAudit.Problem(HeadDiffers, 1, 1, 5)], (await VerifyAsync()).Problems);
        File.Delete(_settings.HeadFile!);
        Assert.Equal(HeadsMissing, Assert.Single((await VerifyAsync()).Problems).Kind);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task ARowSlippedIn_WhereNoneWas_IsFound()
    {
        await TamperAsync("INSERT INTO AuditEntries (Id, At, Act, RecordType, RecordId) VALUES (4, '2026-03-22 05:05:00', 'EndJobOffers', 'JobOffer', 'a')");
        await WriteAsync(2);
        await SealAsync();
        _clock.Advance(SealAudit.LatePeriod + TimeSpan.FromMinutes(1));

        await TamperAsync("INSERT INTO AuditEntries (Id, At, Act, RecordType, RecordId) VALUES (2, '2026-03-22 05:05:00', 'EndJobOffers', 'JobOffer', 'b')");
        await SealAsync();

        Assert.Contains(new VerifyAudit.Problem(RowInserted, 2), (await VerifyAsync()).Problems);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task ARowWhoseTransactionCommittedLate_IsSealedAfterwards_AndTold()
    {
        await TamperAsync("INSERT INTO AuditEntries (Id, At, Act, RecordType, RecordId) VALUES (4, '2026-03-22 05:05:00', 'EndJobOffers', 'JobOffer', 'a')");
        await SealAsync();

        await TamperAsync("INSERT INTO AuditEntries (Id, At, Act, RecordType, RecordId) VALUES (2, '2026-03-22 05:05:00', 'EndJobOffers', 'JobOffer', 'b')");
        _clock.Advance(TimeSpan.FromMinutes(1));
        var sealing = await SealAsync();
        await SealAsync();

        var verdict = await VerifyAsync();
        Assert.Empty(verdict.Problems);
        Assert.Equal((1, 2L, 1L), (sealing.Seals, verdict.Rows, verdict.LateRows));
        await TamperAsync("DELETE FROM AuditEntries WHERE Id = 2");
        Assert.Contains(new VerifyAudit.Problem(RowMissing, 2), (await VerifyAsync()).Problems);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task OnSqlite_EvenRowsNotSealedYet_CantBeRemovedUnseen()
    {
        if (TestDatabase.Server is not null)
            return;
        await WriteAsync(6);

        await TamperAsync("DELETE FROM AuditEntries WHERE Id IN (3, 6)");

        Assert.Equal([new(RowMissing, 3), new(RowMissing, 6)], (await VerifyAsync()).Problems);
    }

    [Fact, Trait("Rule", "OV-05")]
    public async Task AHeadThatCantBeRead_IsNamedByItsLine()
    {
        await WriteAsync(2);
        await SealAsync();

        await File.AppendAllTextAsync(_settings.HeadFile!, "2 nothing\n");

        Assert.Equal([new(HeadUnreadable, 2)], (await VerifyAsync()).Problems);
    }

    private Task<SealAudit.Result> SealAsync() => new SealAudit(_database, _clock, _settings).RunAsync(default);

    private Task<VerifyAudit.Verdict> VerifyAsync() => new VerifyAudit(_database, _settings).RunAsync(null, default);

    private Task<int> WriteAsync(int rows) => _database.WriteAsync(db =>
    {
        for (var i = 0; i < rows; i++)
            db.Record(_clock.UtcNow(), i % 2 == 0 ? Guid.NewGuid() : null, "EndJobOffers", "JobOffer", $"{i}", i % 3 == 0 ? null : $"後 {i}");
        return Task.FromResult(rows);
    }, default);

    /// <summary>As somebody with all rights over the database would.</summary>
    private async Task TamperAsync(string statements)
    {
        await using var db = _database.CreateDbContext();
        foreach (var table in AppendOnly.Tables)
            foreach (var act in new[] { "Update", "Delete" })
                await db.Database.ExecuteSqlRawAsync(string.Concat("DROP TRIGGER IF EXISTS TR_", table, "_", act));
        if (TestDatabase.Server is not null && statements.StartsWith("INSERT", StringComparison.Ordinal))
            statements = $"SET IDENTITY_INSERT AuditEntries ON; {statements}; SET IDENTITY_INSERT AuditEntries OFF";
        await db.Database.ExecuteSqlRawAsync(statements);
    }
}
