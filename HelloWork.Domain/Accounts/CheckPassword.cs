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

    /// <param name="network">The network address it comes from, where refused tries are counted by it; null: they aren't.</param>
    /// <returns>The account, when it is the right password of one that isn't shut; otherwise null.</returns>
    public async Task<CheckedPassword?> RunAsync(string userId, string password, CancellationToken ct, string? network = null)
    {
        var found = await FindAsync(userId, ct);
        var fits = Fits(found?.PasswordHash, password);
        return await contexts.WriteAsync(db => NoteAsync(db, found, fits, network, ct), ct);
    }

    private async Task<CheckedPassword?> NoteAsync(HelloWorkDbContext db, Account? found, bool fits, string? network, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var barred = network is not null && !await db.WouldPassAsync(ThrottleKind.SignInRefusedPerNetwork, network, now, ct);
        var account = found is null || barred ? null : await db.Users.SingleAsync(a => a.Id == found.Id, ct);
        var opens = account is not null && account.NotePassword(fits && account.PasswordHash == found!.PasswordHash, now);
        if (account is not null)
            db.Record(now, account.Id, nameof(CheckPassword), nameof(Account), account.Id, opens ? "opened" : account.IsLockedAt(now) ? "locked" : "refused");
        if (opens)
            return new CheckedPassword(account!.Id, account.Role, NeedsKey: account.ActivatedAt is null,
                SecondFactorOn: await db.SecondFactors.AnyAsync(f => f.AccountId == account.Id && f.ConfirmedAt != null, ct));
        if (network is not null)
            await db.PassesAsync(ThrottleKind.SignInRefusedPerNetwork, network, now, ct);
        return null;
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

/// <summary>An account whose password was right.</summary>
/// <param name="NeedsKey">The first sign-in isn't complete: the authentication key comes next (AC-01).</param>
/// <param name="SecondFactorOn">A code comes next (AC-04).</param>
public sealed record CheckedPassword(Guid Account, Role Role, bool NeedsKey, bool SecondFactorOn);
