using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Notifications;

/// <summary>更新の合図を読む: by topic, or all since a moment. Says only that something changed, so anybody may ask.</summary>
public sealed class ReadLiveSignals(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <returns>The topics that were ever signalled, with their versions.</returns>
    public async Task<IReadOnlyDictionary<LiveTopic, long>> RunAsync(IReadOnlyCollection<LiveTopic> topics, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var keys = topics.Select(t => t.Key).ToList();
        var rows = await db.LiveSignals.AsNoTracking().Where(s => keys.Contains(s.Topic)).Select(s => new { s.Topic, s.Version }).ToListAsync(ct);
        return rows.ToDictionary(r => LiveTopic.Parse(r.Topic), r => r.Version);
    }

    /// <param name="since">UTC. A change is seen only when it is committed: whoever reads on and on asks for some seconds twice.</param>
    public async Task<IReadOnlyDictionary<LiveTopic, long>> RunAsync(DateTime since, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.LiveSignals.AsNoTracking().Where(s => s.ChangedAt >= since).Select(s => new { s.Topic, s.Version }).ToListAsync(ct);
        return rows.ToDictionary(r => LiveTopic.Parse(r.Topic), r => r.Version);
    }
}
