using System.Data.Common;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HelloWork.Tests.Scheduling;

/// <summary>kill -9 in the middle of sweeping, and two processes sweeping the same file.</summary>
[Trait("Category", "Slow")]
public sealed class KilledSweepTests : IAsyncLifetime
{
    private const int Requests = 800;
    private const int Ends = Sweeping.RowsPerStep + 1;

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Trait("Rule", "DR-09")]
    public async Task Lapse_InAProcessKilledBeforeAndAfterItsCommits_LosesNothingAndRecordsNothingTwice()
    {
        await GivenLapsedAsync();
        // Each step stops at «writing», «committing» and «committed»: which steps got through by each kill is known.
        foreach (var (kill, stepsDone) in new[] { (2, 0), (3, 1), (6, 3) })
        {
            await using (var sweep = Start("lapse"))
                await sweep.KillAtAsync(lines: 1 + kill);
            Assert.Equal(stepsDone * Sweeping.RowsPerStep, await RecordedAsync());
        }

        await using (var last = Start("lapse"))
            await last.EndedAsync();

        await LapsedOnce.AssertAsync(_database, Requests);
    }

    [Theory, Trait("Rule", "JO-05"), Trait("Rule", "PV-05")]
    [InlineData("end-jobs", nameof(EndJobOffers))]
    [InlineData("end-registrations", nameof(EndRegistrations))]
    public async Task Ends_InAProcessKilledBetweenItsSteps_AreRecordedAndToldOnce(string sweep, string act)
    {
        await GivenEndedAsync();
        await using (var killed = Start(sweep))
            await killed.KillAtAsync(lines: 1 + 3);
        await using (var db = _database.CreateDbContext())
            Assert.Equal(Sweeping.RowsPerStep, await db.AuditEntries.CountAsync(e => e.Act == act));

        await using (var last = Start(sweep))
            await last.EndedAsync();

        await using var after = _database.CreateDbContext();
        Assert.Equal(Ends, await after.AuditEntries.Where(e => e.Act == act).Select(e => e.RecordId).Distinct().CountAsync());
        Assert.Equal((Ends, Ends), (await after.AuditEntries.CountAsync(e => e.Act == act), await after.OutboxMails.CountAsync()));
        Assert.Equal(act is nameof(EndJobOffers) ? (Ends, 0) : (0, Ends),
            (await after.JobOffers.CountAsync(j => j.EndedAt != null), await after.SeekerRegistrations.CountAsync(r => r.EndedAt != null)));
    }

    [Fact, Trait("Rule", "DR-09")]
    public async Task Lapse_FromTwoProcessesAtOnce_RecordsAndTellsAndAuditsEachEndOnce()
    {
        await GivenLapsedAsync();
        await using var other = Start("lapse");
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
        var clock = new TestClock(new DateTime(long.Parse(args[1])));
        await (args[2] switch
        {
            "lapse" => new LapseDirectRequests(database, clock).RunAsync(CancellationToken.None),
            "end-jobs" => new EndJobOffers(database, clock).RunAsync(CancellationToken.None),
            "end-registrations" => new EndRegistrations(database, clock).RunAsync(CancellationToken.None),
            var unknown => throw new ArgumentException($"There is no sweep «{unknown}».", nameof(args)),
        });
        return 0;
    }

    private OtherProcess Start(string sweep) => OtherProcess.Start("sweep", _database.Address, _clock.GetUtcNow().UtcTicks.ToString(), sweep);

    private async Task GivenLapsedAsync()
    {
        await GivenRequests.ManyAsync(_database, _clock, Requests / DirectRequest.MostPerJob);
        _clock.Advance(TimeSpan.FromDays(10));
    }

    /// <summary>Job offers of one office and registrations of as many seekers, whose last day is over.</summary>
    private async Task GivenEndedAsync()
    {
        var given = new Given(_database, _clock);
        var employer = await given.EmployerAsync();
        var card = (await given.JobAsync(employer)).Card;
        await using var db = _database.CreateDbContext();
        var office = await db.Offices.SingleAsync(o => o.Id == employer.Office);
        for (var i = 1; i < Ends; i++)
        {
            var job = new JobOffer(JobNumber.Parse($"99999-{i:00000000}"), office, card, _clock.TodayInJapan(), null, _clock.UtcNow());
            job.Publish(_clock.UtcNow());
            db.Add(job);
        }
        for (var i = 0; i < Ends; i++)
        {
            var account = new Account($"swept-{i}", Role.Seeker, "青木 花子", $"swept-{i}@example.jp", _clock.UtcNow());
            account.Activate(_clock.UtcNow());
            var seeker = new Seeker(new PersonalDetails
            {
                Name = "青木 花子", NameKana = "アオキ ハナコ", BirthDate = new DateOnly(1990, 4, 1), PostalCode = "156-0044",
                Address = "東京都世田谷区赤堤9-9-9", Phone = "03-0000-0000", Email = account.Email!,
            });
            seeker.OpenMyPage(account.Id, _clock.UtcNow());
            db.AddRange(account, seeker, new SeekerRegistration(seeker, RegistrationNumber.Parse($"13010-{i:00000000}"), RegistrationKind.VerifiedAtOffice, _clock.TodayInJapan()));
        }
        await db.SaveChangesAsync();
        _clock.Advance(TimeSpan.FromDays(200));
    }

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
