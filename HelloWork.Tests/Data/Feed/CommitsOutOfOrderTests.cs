using HelloWork.Domain.Data.Feed;

namespace HelloWork.Tests.Data.Feed;

/// <summary>
/// SQL Server gives numbers when rows are written and lets transactions commit in any order; SQLite can't. A simulated server does so between any
/// two statements of a reader, thousands of times.
/// </summary>
public sealed class CommitsOutOfOrderTests
{
    private const int Runs = 300;

    [Fact]
    public async Task Reading_MissesNothingAndRepeatsNothing_WhateverTheOrderOfTheCommits()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var server = new SimulatedServer(seed);
            var read = new List<long>();
            var after = await server.LimitAsync(CancellationToken.None) - 1;
            var before = server.Committed.Count(n => n <= after);
            for (var round = 0; round < 60; round++)
                after = await ReadAsync(server, after, read);
            server.Settle();
            for (var more = true; more;)
            {
                var had = read.Count;
                after = await ReadAsync(server, after, read);
                more = read.Count > had;
            }

            Assert.Equal(server.Committed.Order().Skip(before), read);
        }
    }

    [Theory]
    [InlineData(Mistake.NoLimit)]
    [InlineData(Mistake.LimitAfterTheRows)]
    public async Task TheSimulatedServer_CatchesAReaderThatGetsItWrong(Mistake mistake)
    {
        var missed = 0;
        for (var seed = 0; seed < Runs; seed++)
        {
            var server = new SimulatedServer(seed);
            var read = new HashSet<long>();
            var after = 0L;
            for (var round = 0; round < 60; round++)
            {
                var rows = await server.RowsAsync(after, long.MaxValue, 1000, CancellationToken.None);
                var limit = mistake is Mistake.NoLimit ? long.MaxValue : await server.LimitAsync(CancellationToken.None);
                foreach (var row in rows.Where(r => r.Number < limit))
                {
                    read.Add(row.Number);
                    after = row.Number;
                }
            }
            server.Settle();
            missed += server.Committed.Any(n => n <= after && !read.Contains(n)) ? 1 : 0;
        }

        Assert.True(missed > Runs / 10, $"Only {missed} of {Runs} runs showed the mistake.");
    }

    [Fact]
    public async Task Reading_AcrossAPruning_SaysThatSomethingIsLost()
    {
        for (var seed = 0; seed < Runs; seed++)
        {
            var server = new SimulatedServer(seed) { PrunesAt = 20 };
            var (read, after, lost) = (new List<long>(), 0L, false);
            for (var round = 0; round < 40 && !lost; round++)
            {
                var part = await server.ReadAsync(after, 3, CancellationToken.None);
                lost = part.Lost;
                read.AddRange(part.Changes.Select(c => c.Number));
                after = part.Through;
            }

            // Whoever wasn't told has everything up to where it is.
            Assert.Equal(server.Committed.Where(n => n <= after).Order(), read);
        }
    }

    public enum Mistake
    {
        NoLimit,
        LimitAfterTheRows,
    }

    private static async Task<long> ReadAsync(SimulatedServer server, long after, List<long> read)
    {
        var part = await server.ReadAsync(after, 7, CancellationToken.None);
        Assert.False(part.Lost);
        read.AddRange(part.Changes.Select(c => c.Number));
        return part.Through;
    }

    /// <summary>Every statement sees what was committed when it began; others write, commit and roll back in between.</summary>
    private sealed class SimulatedServer(int seed) : ChangeLog
    {
        private readonly Random _dice = new(seed);
        private readonly List<List<long>> _open = [];
        private readonly HashSet<long> _kept = [];
        private long _next = 1;
        private long _prunedThrough;
        private int _steps;

        /// <summary>Everything that was ever committed, pruned or not.</summary>
        public HashSet<long> Committed { get; } = [];

        public int? PrunesAt { get; init; }
        private bool _rests;

        public override Task<long> LimitAsync(CancellationToken ct)
        {
            Others();
            return Task.FromResult(_open.SelectMany(t => t).Append(_next).Min());
        }

        public override Task<List<RecordChange>> RowsAsync(long after, long below, int most, CancellationToken ct)
        {
            Others();
            return Task.FromResult(_kept.Where(n => n > after && n < below).Order().Take(most).Select(n => new RecordChange(n, ChangedRecord.JobOffer, Guid.Empty)).ToList());
        }

        public override Task<long> PrunedThroughAsync(CancellationToken ct)
        {
            Others();
            return Task.FromResult(_prunedThrough);
        }

        /// <summary>All that is open is committed, and nobody begins anew.</summary>
        public void Settle()
        {
            _rests = true;
            while (_open.Count > 0)
                End(commit: true);
        }

        private void Others()
        {
            for (var steps = _rests ? 0 : _dice.Next(6); steps > 0; steps--)
            {
                if (++_steps == PrunesAt)
                {
                    // The mark first, by a transaction of its own.
                    _prunedThrough = _open.SelectMany(t => t).Append(_next).Min() - 1;
                    continue;
                }
                if (PrunesAt is { } at && _steps == at + 3)
                    _kept.RemoveWhere(n => n <= _prunedThrough);
                switch (_dice.Next(5))
                {
                    case 0:
                        _open.Add([_next++]);
                        break;
                    case 1 when _open.Count > 0:
                        _open[_dice.Next(_open.Count)].Add(_next++);
                        break;
                    case 2 or 3 when _open.Count > 0:
                        End(commit: true);
                        break;
                    case 4 when _open.Count > 3:
                        End(commit: false);
                        break;
                }
            }
        }

        private void End(bool commit)
        {
            var ended = _open[_dice.Next(_open.Count)];
            _open.Remove(ended);
            if (!commit)
                return;
            Committed.UnionWith(ended);
            _kept.UnionWith(ended);
        }
    }
}
