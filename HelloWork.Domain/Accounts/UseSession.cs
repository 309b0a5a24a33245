using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>
/// ログイン状態の確認: asked at every click. Is the account still enabled, is its stamp the one of this sign-in, and has nobody ended this
/// session? So a disabled account and an ended session are out at once.
/// </summary>
public sealed class UseSession(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>The last use is kept to the minute: reading pages needn't write each time.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <param name="Stamp">The account's stamp when it signed in.</param>
    /// <param name="ByClick">False: a page asks by itself, nobody uses it.</param>
    public sealed record Query(Guid Session, Guid Account, string? Stamp, bool ByClick = true);

    /// <returns>Whether the session stands.</returns>
    public async Task<bool> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var lastUsed = await db.AccountSessions.Where(s => s.Id == query.Session && s.AccountId == query.Account && s.EndedAt == null
                && db.Users.Any(a => a.Id == s.AccountId && a.SecurityStamp == query.Stamp && a.DisabledAt == null && a.ActivatedAt != null))
            .Select(s => (DateTime?)s.LastUsedAt).SingleOrDefaultAsync(ct);
        var now = clock.UtcNow();
        if (query.ByClick && lastUsed is { } before && now - before >= Grain)
            await contexts.WriteAsync(async writing =>
            {
                if (await writing.AccountSessions.FindAsync([query.Session], ct) is { } session)
                    session.Use(now);
                return true;
            }, ct);
        return lastUsed is not null;
    }
}
