using HelloWork.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Data.Feed;

/// <summary>
/// 古い変更の知らせを消す: cuts off what every node has long read. A change stays for one to two days; who was away for longer is told
/// that it has lost some. Right at any time and in several places at once.
/// </summary>
public sealed class PruneChanges(IDbContextFactory<HelloWorkDbContext> contexts, ReadChanges read, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private const int RowsPerStep = 2_000;

    /// <returns>How many were removed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        var end = await read.EndAsync(ct);
        var through = await contexts.WriteAsync(async db =>
        {
            if (await db.FeedMarks.FindAsync([FeedMark.OnlyId], ct) is not { } mark)
                db.Add(mark = new FeedMark(end, now));
            // Two at once would both advance; the later one's end is no less right.
            else if (now >= mark.NextSince + Kept)
                mark.Advance(end, now);
            return mark.PrunedThrough;
        }, ct);
        // The mark stands before anything goes, so that nobody reads on across the gap.
        return through == 0 ? 0 : await contexts.SweepAsync(db => RemoveAsync(db, through, ct), ct);
    }

    private static async Task<int> RemoveAsync(HelloWorkDbContext db, long through, CancellationToken ct)
    {
        var some = await db.RecordChanges.Where(c => c.Number <= through).OrderBy(c => c.Number).Select(c => c.Number).Take(RowsPerStep).ToListAsync(ct);
        if (some.Count == 0)
            return 0;
        var last = some[^1];
        return await db.RecordChanges.Where(c => c.Number <= last).ExecuteDeleteAsync(ct);
    }
}
