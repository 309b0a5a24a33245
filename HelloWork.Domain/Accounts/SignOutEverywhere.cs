using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>すべての端末でログアウトする: one's own sessions, this one included.</summary>
public sealed class SignOutEverywhere(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <exception cref="NotAllowedException">There is no such account, or it can't sign in.</exception>
    public Task<bool> RunAsync(Guid account, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var mine = await db.Users.FindAsync([account], ct);
        if (mine is not { CanSignIn: true })
            throw new NotAllowedException("The account can't sign in.");
        mine.SignOutEverywhere();
        var now = clock.UtcNow();
        await db.EndSessionsAsync(account, now, ct);
        db.Record(now, account, nameof(SignOutEverywhere), nameof(Account), account);
        return true;
    }, ct);
}
