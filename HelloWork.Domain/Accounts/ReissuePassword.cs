using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>パスワードを再発行する (AC-03): user ID, the mailed key and a new password. Every session ends; a second factor stays on.</summary>
public sealed class ReissuePassword(IDbContextFactory<HelloWorkDbContext> contexts, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private static readonly Account Nobody = new("nobody", Role.Seeker, "", null, DateTime.UnixEpoch);

    /// <param name="Key">認証キー, as typed.</param>
    public sealed record Command(string UserId, string Key, string NewPassword);

    /// <returns>Null: the new password is in force.</returns>
    public async Task<ReissuePasswordRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        if (PasswordRules.RefusalOf(command.NewPassword, command.UserId) is { } refusal)
            return refusal switch
            {
                PasswordRefusal.TooShort => ReissuePasswordRefusal.PasswordTooShort,
                PasswordRefusal.TooLong => ReissuePasswordRefusal.PasswordTooLong,
                _ => ReissuePasswordRefusal.PasswordTooCommon,
            };

        // Hashed for an unknown user ID as well, so that the answer takes as long.
        var account = await FindAsync(command.UserId, ct);
        var typed = TypedKey.Read(account ?? Guid.Empty, KeyPurpose.PasswordReissue, command.Key);
        var hash = hasher.HashPassword(Nobody, command.NewPassword);
        return await contexts.WriteAsync(db => ReissueAsync(db, command.UserId, account, typed, hash, ct), ct);
    }

    private async Task<ReissuePasswordRefusal?> ReissueAsync(HelloWorkDbContext db, string userId, Guid? id, TypedKey typed, string hash, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (!await db.PassesAsync(ThrottleKind.PasswordReissueEntry, userId, now, ct))
            return ReissuePasswordRefusal.TooOften;
        var account = id is null ? null : await db.Users.SingleAsync(a => a.Id == id, ct);
        if (account is not { CanSignIn: true })
            return ReissuePasswordRefusal.NotAccepted;
        var entry = await db.EnterAsync(typed, now, ct);
        if (entry.Refusal is null)
        {
            account.ReplaceForgottenPassword(hash);
            await db.EndSessionsAsync(account.Id, now, ct);
            db.Tell(MailKind.PasswordChanged, account.Id, now.Ticks, now);
        }
        db.Record(now, account.Id, nameof(ReissuePassword), nameof(Account), account.Id, entry.Refusal?.ToString() ?? "changed");
        return entry.Refusal is null ? null : ReissuePasswordRefusal.NotAccepted;
    }

    private async Task<Guid?> FindAsync(string userId, CancellationToken ct)
    {
        var normal = userId.Length > 100 ? "" : userId.Trim().ToUpperInvariant();
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Users.Where(a => a.NormalizedUserName == normal).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);
    }
}

/// <summary>Why a password isn't reissued.</summary>
public enum ReissuePasswordRefusal
{
    /// <summary>User ID and key don't belong together, or the key is dead: one answer for all, since it must not tell which user IDs exist.</summary>
    NotAccepted = 1,
    PasswordTooShort = 2,
    PasswordTooLong = 3,
    PasswordTooCommon = 4,
    TooOften = 5,
}
