using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>認証キー入力画面: how the key of an account stands whose first sign-in isn't complete (AC-01).</summary>
public sealed class ViewOpeningKey(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public async Task<OpeningKey> RunAsync(Guid account, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.UtcNow();
        var born = now - AuthenticationKey.Lifetime;
        var live = await db.KeysOf(account, KeyPurpose.Opening).AsNoTracking().Where(k => k.EndedAt == null && k.IssuedAt > born).SingleOrDefaultAsync(ct);
        return new OpeningKey(live?.DiesAt, now, live is null && await db.KeyIsOnItsWayAsync(account, KeyPurpose.Opening, ct));
    }
}

/// <param name="DiesAt">UTC; null: there is no living key.</param>
/// <param name="Now">UTC: when this was so.</param>
/// <param name="IsOnItsWay">None yet, but a mail with one is about to leave.</param>
public sealed record OpeningKey(DateTime? DiesAt, DateTime Now, bool IsOnItsWay)
{
    public TimeSpan Left => DiesAt is { } at ? at - Now : TimeSpan.Zero;
}
