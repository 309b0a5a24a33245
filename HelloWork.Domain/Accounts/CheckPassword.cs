using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>
/// ユーザーIDとパスワードの照合 (AC-04). The answer, and the time it takes, is the same for an unknown user ID, a wrong password, a locked
/// account and a disabled one. Guesses made at the same time are counted one by one, so that none slips past the lock.
/// </summary>
public sealed class CheckPassword(IDbContextFactory<HelloWorkDbContext> contexts, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private static readonly Account Nobody = new("nobody", Role.Seeker, "", null, DateTime.UnixEpoch);
    private static string? _nobodysHash;

    /// <returns>The account's key when it may sign in; otherwise null.</returns>
    public async Task<Guid?> RunAsync(string userId, string password, CancellationToken ct)
    {
        var found = await FindAsync(userId, ct);
        var fits = Fits(found?.PasswordHash, password);
        if (found is null)
            return null;

        return await contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            var account = await db.Users.SingleAsync(a => a.Id == found.Id, ct);
            var opens = account.NotePassword(fits && account.PasswordHash == found.PasswordHash, now);
            db.Record(now, account.Id, nameof(CheckPassword), nameof(Account), account.Id, opens ? "opened" : account.IsLockedAt(now) ? "locked" : "refused");
            return opens ? account.Id : (Guid?)null;
        }, ct);
    }

    private async Task<Account?> FindAsync(string userId, CancellationToken ct)
    {
        if (userId.Length > 100)
            return null;
        var normal = Account.NormalUserId(userId);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == normal, ct);
    }

    private bool Fits(string? hash, string password)
    {
        _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        var bounded = password.Length > PasswordRules.LongestLength ? "" : password;
        return hasher.VerifyHashedPassword(Nobody, hash ?? _nobodysHash, bounded) is not PasswordVerificationResult.Failed && hash is not null;
    }
}
