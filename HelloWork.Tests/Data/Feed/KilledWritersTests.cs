using System.Collections.Concurrent;
using HelloWork.Domain.Data;
using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Jobs;
using HelloWork.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Data.Feed;

/// <summary>Four processes write to one database file and are killed at any place; a node that follows the feed ends up with what the database holds.</summary>
[Trait("Category", "Slow")]
public sealed class KilledWritersTests : IAsyncLifetime
{
    private const int Writers = 4;
    private const int Jobs = 24;

    private readonly TestClock _clock = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        var given = new Given(_database, _clock);
        var employer = await given.EmployerAsync();
        for (var n = 0; n < Jobs; n++)
            await given.JobAsync(employer);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [SqliteFact]
    public async Task ANodeThatFollows_HasWhatTheDatabaseHolds_WhoeverIsKilled()
    {
        var read = new ReadChanges(_database);
        var node = new Node(_database);
        var start = await read.EndAsync(CancellationToken.None);
        await node.LoadAsync();
        using var stop = new CancellationTokenSource();
        var following = node.FollowAsync(new FollowChanges(read, new FeedBell(), TimeProvider.System), start, stop.Token);

        var dice = new Random(20260322);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async n =>
        {
            await using var writer = OtherProcess.Start("write-jobs", _database.Address, $"{n}");
            await writer.KillAtAsync(lines: dice.Next(8, 40));
        }));
        var end = await read.EndAsync(CancellationToken.None);
        await node.ReachedAsync(end);
        await stop.CancelAsync();
        await following;

        await using var db = _database.CreateDbContext();
        var there = await db.JobOffers.ToDictionaryAsync(j => j.Id.Value, j => (j.Version, j.Status));
        Assert.True(end - start > Writers * 8, $"Only {end - start} changes.");
        Assert.Equal(there.OrderBy(j => j.Key), node.Jobs.OrderBy(j => j.Key));
        Assert.Equal(await db.RecordChanges.Where(c => c.Number > start).OrderBy(c => c.Number).Select(c => c.Number).ToListAsync(), node.Numbers);
    }

    /// <summary>The other process: changes some jobs at a time, removes one now and then or takes it all back, until it is killed.</summary>
    // By plain statements: the feed is the database's own doing, and a process without EF starts at once.
    public static async Task<int> WriteInThisProcessAsync(string[] args)
    {
        var dice = new Random(int.Parse(args[1]));
        await using var connection = new SqliteConnection($"Data Source={args[0]}");
        await connection.OpenAsync();
        for (var n = 0; n < 10_000; n++)
        {
            await using var transaction = connection.BeginTransaction();
            for (var some = dice.Next(1, 4); some > 0; some--)
                await SayAsync("UPDATE JobOffers SET Version = Version + 1 WHERE Number IN (SELECT Number FROM JobOffers ORDER BY Number LIMIT 1 OFFSET @n)", dice.Next(Jobs));
            if (dice.Next(20) == 0)
                await SayAsync("DELETE FROM JobOffers WHERE Number IN (SELECT Number FROM JobOffers ORDER BY Number LIMIT 1 OFFSET @n)", dice.Next(10, Jobs));
            if (dice.Next(10) == 0)
                transaction.Rollback();
            else
                transaction.Commit();
            Console.WriteLine(n);

            async Task SayAsync(string sql, int at)
            {
                await using var command = connection.CreateCommand();
                (command.CommandText, command.Transaction) = (sql, transaction);
                command.Parameters.AddWithValue("@n", at);
                await command.ExecuteNonQueryAsync();
            }
        }
        return 0;
    }

    /// <summary>What an index does: loads, then follows, and reads each changed job anew.</summary>
    private sealed class Node(TestDatabase database)
    {
        private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _through;

        public ConcurrentDictionary<Guid, (int, JobOfferStatus)> Jobs { get; } = [];
        public List<long> Numbers { get; } = [];

        public async Task LoadAsync()
        {
            await using var db = database.CreateDbContext();
            foreach (var job in await db.JobOffers.ToListAsync())
                Jobs[job.Id.Value] = (job.Version, job.Status);
        }

        public async Task FollowAsync(FollowChanges follow, long after, CancellationToken ct)
        {
            try
            {
                await foreach (var part in follow.FromAsync(after, ct))
                {
                    Assert.False(part.Lost);
                    Numbers.AddRange(part.Changes.Select(c => c.Number));
                    var ids = part.Changes.Select(c => JobOfferId.From(c.RecordId)).Distinct().ToList();
                    await using var db = database.CreateDbContext();
                    var found = await db.JobOffers.Where(j => ids.Contains(j.Id)).ToDictionaryAsync(j => j.Id, ct);
                    foreach (var id in ids)
                        if (found.TryGetValue(id, out var job))
                            Jobs[id.Value] = (job.Version, job.Status);
                        else
                            Jobs.TryRemove(id.Value, out _);
                    Volatile.Write(ref _through, part.Through);
                    Interlocked.Exchange(ref _moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
            }
        }

        public async Task ReachedAsync(long end)
        {
            while (true)
            {
                var moved = Volatile.Read(ref _moved).Task;
                if (Volatile.Read(ref _through) >= end)
                    return;
                await moved.WaitAsync(TimeSpan.FromMinutes(1));
            }
        }
    }
}
