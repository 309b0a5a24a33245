using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Notifications;

/// <summary>更新の合図: one row per topic, whose version grows with each change. It holds nothing of what changed.</summary>
public sealed class LiveSignal
{
    private LiveSignal() { }

    public LiveSignal(string topic, DateTime now)
    {
        Topic = topic;
        Version = 1;
        ChangedAt = now;
    }

    /// <summary><see cref="LiveTopic.Key"/></summary>
    public string Topic { get; private set; } = "";
    /// <summary>Grows by one with each change; a topic without a row has 0.</summary>
    public long Version { get; private set; }
    /// <summary>UTC, at the beginning of the change: it is seen only when that has been committed.</summary>
    public DateTime ChangedAt { get; private set; }
}

public static class LiveSignalling
{
    private const int MostAtOnce = 100;

    /// <summary>
    /// Tells open pages that these have changed, in the transaction at hand. The last thing a verb does: the rows stay locked until it
    /// is committed. Of two who are the first for a topic the slower one meets the key and is run again by <see cref="Writing"/>.
    /// </summary>
    public static async Task SignalAsync(this HelloWorkDbContext db, IEnumerable<LiveTopic> topics, DateTime now, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A signal belongs into the transaction of the change it tells of: use WriteAsync.");

        // In one order, so that two who signal the same topics wait for each other instead of locking each other out.
        foreach (var some in topics.Select(t => t.Key).Distinct().Order(StringComparer.Ordinal).Chunk(MostAtOnce))
        {
            var moved = await db.LiveSignals.Where(s => some.Contains(s.Topic)).ExecuteUpdateAsync(set => set
                .SetProperty(s => s.Version, s => s.Version + 1).SetProperty(s => s.ChangedAt, now), ct);
            if (moved == some.Length)
                continue;
            var there = await db.LiveSignals.Where(s => some.Contains(s.Topic)).Select(s => s.Topic).ToListAsync(ct);
            var added = db.LiveSignals.Local.Select(s => s.Topic);
            db.LiveSignals.AddRange(some.Except([.. there, .. added]).Select(topic => new LiveSignal(topic, now)));
        }
    }
}
