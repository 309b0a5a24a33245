using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>
/// 期限の切れた認証キーを削除する (AC-02). They are dead without it; this only clears them away, together with registration codes, counts
/// and sessions that mean nothing any more.
/// </summary>
public sealed class RemoveDeadKeys(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>How long an ended session stays in its owner's list.</summary>
    public static readonly TimeSpan SessionsKept = TimeSpan.FromDays(30);

    /// <returns>How many keys were removed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var keys = await contexts.SweepAsync(db => RemoveKeysAsync(db, ct), ct);
        await contexts.SweepAsync(db => RemoveAsync(db, db.Throttles.Where(t => t.WindowStart <= Before(ThrottleRules.LongestWindow)).OrderBy(t => t.WindowStart), ct), ct);
        await contexts.SweepAsync(db => RemoveAsync(db, db.AccountSessions.Where(s => s.LastUsedAt <= Before(SessionsKept)).OrderBy(s => s.LastUsedAt), ct), ct);
        return keys;
    }

    private async Task<int> RemoveKeysAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var born = now - AuthenticationKey.Lifetime;
        var dead = await db.AuthenticationKeys.Where(k => k.IssuedAt <= born).OrderBy(k => k.IssuedAt).ThenBy(k => k.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var key in dead)
            db.Record(now, null, nameof(RemoveDeadKeys), nameof(AuthenticationKey), key.Id, key.Ending?.ToString() ?? "dead");
        db.RemoveRange(dead);
        return dead.Count;
    }

    private static async Task<int> RemoveAsync<T>(HelloWorkDbContext db, IQueryable<T> old, CancellationToken ct) where T : class
    {
        var rows = await old.Take(Sweeping.RowsPerStep).ToListAsync(ct);
        db.RemoveRange(rows);
        return rows.Count;
    }

    private DateTime Before(TimeSpan span) => clock.UtcNow() - span;
}
