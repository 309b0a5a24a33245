using System.Data.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HelloWork.Tests.Scheduling;

/// <summary>kill -9 in the middle of sweeping, and two processes sweeping the same file.</summary>
[Trait("Category", "Slow")]
public sealed class KilledSweepTests : IAsyncLifetime
{
    private const int Requests = 800;

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await GivenRequests.ManyAsync(_database, _clock, Requests / DirectRequest.MostPerJob);
        _clock.Advance(TimeSpan.FromDays(10));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "DR-09")]
    public async Task Lapse_InAProcessKilledBeforeAndAfterItsCommits_LosesNothingAndRecordsNothingTwice()
    {
        // Each step stops at «writing», «committing» and «committed»: which steps got through by each kill is known.
        foreach (var (kill, stepsDone) in new[] { (2, 0), (3, 1), (6, 3) })
        {
            await using (var sweep = Start())
                await sweep.KillAtAsync(lines: 1 + kill);
            Assert.Equal(stepsDone * Sweeping.RowsPerStep, await RecordedAsync());
        }

        await using (var last = Start())
            await last.EndedAsync();

        await LapsedOnce.AssertAsync(_database, Requests);
    }

    [Fact, Trait("Rule", "DR-09")]
    public async Task Lapse_FromTwoProcessesAtOnce_RecordsAndTellsAndAuditsEachEndOnce()
    {
        await using var other = Start();
        Assert.Equal("ready", await other.HearAsync());
        await other.TellAsync("go on");

        await Task.WhenAll(other.EndedAsync(), Task.Run(() => new LapseDirectRequests(_database, _clock).RunAsync(CancellationToken.None)));

        await LapsedOnce.AssertAsync(_database, Requests);
    }

    /// <summary>The other process: sweeps once, and says where it is.</summary>
    public static async Task<int> SweepInThisProcessAsync(string[] args)
    {
        var database = new TalkingDatabase(TestDatabase.Open(args[0]));
        await using (var db = database.CreateDbContext())
            await db.DirectRequests.CountAsync();
        OtherProcess.SayAndWait("ready");
        await new LapseDirectRequests(database, new TestClock(new DateTime(long.Parse(args[1])))).RunAsync(CancellationToken.None);
        return 0;
    }

    private OtherProcess Start() => OtherProcess.Start("sweep", _database.Address, _clock.GetUtcNow().UtcTicks.ToString());

    private async Task<int> RecordedAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.DirectRequests.CountAsync(r => r.End != null);
    }

    private sealed class TalkingDatabase(TestDatabase database) : IDbContextFactory<HelloWorkDbContext>
    {
        public HelloWorkDbContext CreateDbContext() => database.CreateDbContext(new SayWriting(), new SayCommit());
    }

    private sealed class SayWriting : SaveChangesInterceptor
    {
        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData data, InterceptionResult<int> result, CancellationToken ct = default)
        {
            OtherProcess.SayAndWait("writing");
            return ValueTask.FromResult(result);
        }
    }

    private sealed class SayCommit : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData data, InterceptionResult result, CancellationToken ct = default)
        {
            OtherProcess.SayAndWait("committing");
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData data, CancellationToken ct = default)
        {
            OtherProcess.SayAndWait("committed");
            return Task.CompletedTask;
        }
    }
}
