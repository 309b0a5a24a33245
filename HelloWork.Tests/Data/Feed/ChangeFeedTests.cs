using System.Data.Common;
using System.Text.RegularExpressions;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HelloWork.Tests.Data.Feed;

/// <summary>Whatever changes what a search shows is in the feed, in the same transaction.</summary>
public sealed partial class ChangeFeedTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;
    private Given _given = null!;

    private ReadChanges Read => new(_database);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _given = new Given(_database, _clock);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task AJob_IsNamedHoweverItIsWritten()
    {
        var employer = await _given.EmployerAsync();
        var job = await _given.JobAsync(employer);
        var id = job.Id.Value;

        await AssertNamedAsync(ChangedRecord.JobOffer, id, db => db.JobOffers.Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Title, "事務")));
        await AssertNamedAsync(ChangedRecord.JobOffer, id, db => db.JobOfferPlaces.Where(p => p.JobOfferId == job.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.MunicipalityCode, "13104")));
        await AssertNamedAsync(ChangedRecord.JobOffer, id, db => db.Database.ExecuteSqlAsync($"UPDATE JobOffers SET WageFrom = 1 WHERE Number = {job.Number.Value}"));
        await AssertNamedAsync(ChangedRecord.JobOffer, id, async db => (await db.Offices.FindAsync(employer.Office))!.Rename("株式会社改名", null));
        await AssertNamedAsync(ChangedRecord.JobOffer, id, async db => (await db.JobOffers.FindAsync(job.Id))!.End(JobEndReason.Filled, _clock.UtcNow()));
        await AssertNamedAsync(ChangedRecord.JobOffer, id, db => db.JobOffers.Where(j => j.Id == job.Id).ExecuteDeleteAsync());

        await using var office = _database.CreateDbContext();
        var copy = new JobOffer(JobNumber.Parse("13010-99999"), (await office.Offices.FindAsync(employer.Office))!, job.Card, _clock.TodayInJapan(), null, _clock.UtcNow());
        await AssertNamedAsync(ChangedRecord.JobOffer, copy.Id.Value, db => db.InsertAsync([copy], CancellationToken.None));
    }

    [SqliteFact]
    public async Task AJobInsertedWhole_IsNamedOnce_AndItsPlacesAreHeardOfAfterwards()
    {
        var employer = await _given.EmployerAsync();
        var template = await _given.JobAsync(employer);
        await using var office = _database.CreateDbContext();
        var copy = new JobOffer(JobNumber.Parse("13010-99999"), (await office.Offices.FindAsync(employer.Office))!, template.Card, _clock.TodayInJapan(), null, _clock.UtcNow());
        Assert.NotEmpty(copy.Places);
        var before = await Read.EndAsync(CancellationToken.None);

        await _database.WriteAsync(async db =>
        {
            await db.InsertWholeAsync(async () =>
            {
                await db.InsertAsync([copy], CancellationToken.None);
                await db.InsertAsync(copy.Places.ToList(), CancellationToken.None);
            }, CancellationToken.None);
            return 0;
        }, CancellationToken.None);

        var change = Assert.Single((await Read.RunAsync(before, ReadChanges.Usually, CancellationToken.None)).Changes);
        Assert.Equal((ChangedRecord.JobOffer, copy.Id.Value), (change.Kind, change.RecordId));
        await AssertNamedAsync(ChangedRecord.JobOffer, copy.Id.Value, async db =>
        {
            var place = await db.JobOfferPlaces.AsNoTracking().FirstAsync(p => p.JobOfferId == copy.Id);
            await db.JobOfferPlaces.Where(p => p.JobOfferId == copy.Id).ExecuteDeleteAsync();
            var deleted = await db.RecordChanges.CountAsync();
            await db.InsertAsync([place], CancellationToken.None);
            Assert.Equal(deleted + 1, await db.RecordChanges.CountAsync());
        });
    }

    [Fact]
    public async Task ASeeker_IsNamedForConsentsMyPageConditionsAndBlocks()
    {
        var seeker = await _given.ProvidedSeekerAsync();
        var provider = await _given.ProviderAsync(handling: new(["13"], [], []));
        var id = seeker.Id.Value;

        await AssertNamedAsync(ChangedRecord.Seeker, id, async db => (await db.SeekerRegistrations.FindAsync(seeker.Registration))!.RecordConsents(false, ProvisionChoice.Both));
        await AssertNamedAsync(ChangedRecord.Seeker, id, async db => (await db.Seekers.FindAsync(seeker.Id))!.CloseMyPage(_clock.UtcNow()));
        await AssertNamedAsync(ChangedRecord.Seeker, id, db => db.SeekerProfiles.Where(p => p.SeekerId == seeker.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.WantsRegular, p => !p.WantsRegular)));
        await AssertNamedAsync(ChangedRecord.Seeker, id, db => db.Set<ProfilePlace>().Where(p => p.SeekerId == seeker.Id).ExecuteDeleteAsync());
        await AssertNamedAsync(ChangedRecord.Seeker, id, async db => (await db.ProvisionServices.FindAsync(seeker.Id))!.Unpublish());
        await AssertNamedAsync(ChangedRecord.Seeker, id, db => { db.Add(new ProviderBlock(seeker.Id, provider.Provider, _clock.UtcNow())); return Task.CompletedTask; });
        await AssertNamedAsync(ChangedRecord.Seeker, id, async db => (await db.SeekerRegistrations.FindAsync(seeker.Registration))!.End(RegistrationEndReason.Employed, _clock.UtcNow()));
        await AssertNamedAsync(ChangedRecord.Provider, provider.Provider.Value, db => db.ProviderHandlings.Where(h => h.ProviderId == provider.Provider).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task WhatIsTakenBack_IsNeverInTheFeed()
    {
        var job = await _given.JobAsync(await _given.EmployerAsync());
        var end = await Read.EndAsync(CancellationToken.None);

        await using (var db = _database.CreateDbContext())
            await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.JobOffers.Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Title, "事務"));
                await transaction.RollbackAsync();
            });

        Assert.Empty((await Read.RunAsync(end, 10, CancellationToken.None)).Changes);
    }

    [Fact]
    public async Task EveryTableThatASearchReads_IsWatched()
    {
        var employer = await _given.EmployerAsync();
        await _given.JobAsync(employer);
        var provider = await _given.ProviderAsync();
        await _given.ProvidedSeekerAsync();
        var listener = new Listener();
        var contexts = new Listened(_database, listener);
        var everything = new JobSearchQuery
        {
            FreeWords = "事務", Prefectures = ["13"], Occupations = ["08"], WageMin = 1, Conditions = Enum.GetValues<JobCondition>(),
            Details = new() { Office = OfficeNumber.Parse("1301-1-1"), Licences = ["1001"], Age = 30 },
        };
        var seekers = new SearchSeekers.Query(employer) { Words = "経理", Prefectures = ["13"], Occupations = ["06"], Licences = ["1001"], WithMyPageOnly = true };

        await new SearchJobs(contexts, _clock).RunAsync(everything, null, CancellationToken.None);
        await new SearchSeekers(contexts, _clock).RunAsync(seekers, CancellationToken.None);
        await new SearchProvidedSeekers(contexts, _clock).RunAsync(new SearchProvidedSeekers.Query(provider) { Words = "経理", Prefectures = ["13"], Occupations = ["06"] }, CancellationToken.None);

        // Who looks, and their own names for whom they see: asked of the database for each search and each row.
        string[] viewers = ["Accounts", "OfficeMembers", "ProviderMembers", "SeekerAliases"];
        Assert.Contains("ReceiveConditionCodes", listener.Tables);
        Assert.Empty(listener.Tables.Except(FeedTriggers.Sources.Select(s => s.Table)).Except(viewers));
    }

    [Fact]
    public async Task ADatabaseAtItsNewest_HasEveryTrigger()
    {
        await using var db = _database.CreateDbContext();
        if (db is not SqliteHelloWorkDbContext)
            return;

        var there = new List<string>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%Feed%'";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            there.Add(reader.GetString(0));

        Assert.Equal(FeedTriggers.OnSqlite.Select(t => t.Replace(" IF NOT EXISTS", "")).Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatIsSaidToSqlServer_IsTSqlOverTablesThatExist()
    {
        using var server = OfflineSqlServer.CreateContext();
        var schema = TSqlSchema.Read(server.Database.GenerateCreateScript());

        Assert.All(ChangeLog.ServerStatements.Concat(FeedTriggers.OnSqlServer), statement => Assert.Empty(TSqlCheck.ProblemsOf(statement, schema)));
        Assert.Equal("Rowversion", schema.Tables["RecordChanges"].Columns["Number"].Type);
        Assert.NotEmpty(TSqlCheck.ProblemsOf(FeedTriggers.OnSqlServer.First().Replace("[Id] FROM inserted", "[Nobody] FROM inserted"), schema));
    }

    [Fact]
    public async Task Prune_KeepsADay_AndTellsWhoWasAwayForLonger()
    {
        var prune = new PruneChanges(_database, Read, _clock);
        var job = await _given.JobAsync(await _given.EmployerAsync());
        await prune.RunAsync(CancellationToken.None);
        var end = await Read.EndAsync(CancellationToken.None);

        _clock.Advance(PruneChanges.Kept);
        Assert.Equal(end, await prune.RunAsync(CancellationToken.None));
        await TouchAsync(job.Id);

        Assert.True((await Read.RunAsync(0, 10, CancellationToken.None)).Lost);
        var read = await Read.RunAsync(end, 10, CancellationToken.None);
        Assert.Equal((false, job.Id.Value), (read.Lost, read.Changes.Single().RecordId));
        Assert.Equal(read.Through, await Read.EndAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ACommitOfThisProcess_IsHeardAtOnce()
    {
        var bell = new FeedBell();
        var job = await _given.JobAsync(await _given.EmployerAsync());
        var end = await Read.EndAsync(CancellationToken.None);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        // A clock that stands still: nothing but the bell goes on.
        await using var parts = new FollowChanges(Read, bell, new StandingClock()).FromAsync(end, patience.Token).GetAsyncEnumerator();
        var heard = parts.MoveNextAsync().AsTask();

        await new Belled(_database, bell).WriteAsync(db => db.JobOffers.Where(j => j.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Title, "事務")), CancellationToken.None);

        Assert.True(await heard);
        Assert.Equal(job.Id.Value, parts.Current.Changes.Single().RecordId);
    }

    private async Task AssertNamedAsync(ChangedRecord kind, Guid record, Func<HelloWorkDbContext, Task> write)
    {
        var end = await Read.EndAsync(CancellationToken.None);
        await _database.WriteAsync(async db =>
        {
            await write(db);
            return 0;
        }, CancellationToken.None);

        Assert.Contains((await Read.RunAsync(end, 100, CancellationToken.None)).Changes, c => c.Kind == kind && c.RecordId == record);
    }

    private Task<int> TouchAsync(JobOfferId job) =>
        _database.WriteAsync(db => db.JobOffers.Where(j => j.Id == job).ExecuteUpdateAsync(set => set.SetProperty(j => j.Title, "事務")), CancellationToken.None);

    private sealed class StandingClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Never();

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;
            public void Dispose() { }
            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    private sealed class Belled(TestDatabase database, FeedBell bell) : IDbContextFactory<HelloWorkDbContext>
    {
        public HelloWorkDbContext CreateDbContext() => database.CreateDbContext(bell);
    }

    private sealed class Listened(TestDatabase database, Listener listener) : IDbContextFactory<HelloWorkDbContext>
    {
        public HelloWorkDbContext CreateDbContext() => database.CreateDbContext(listener);
    }

    private sealed partial class Listener : DbCommandInterceptor
    {
        public HashSet<string> Tables { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData e, InterceptionResult<DbDataReader> result, CancellationToken ct = default)
        {
            Tables.UnionWith(Table().Matches(command.CommandText).Select(m => m.Groups[1].Value));
            return ValueTask.FromResult(result);
        }

        [GeneratedRegex("(?:FROM|JOIN) [\"\\[](\\w+)[\"\\]] AS")] private static partial Regex Table();
    }
}
