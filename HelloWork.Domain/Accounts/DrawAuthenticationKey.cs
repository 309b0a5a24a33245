using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>
/// 認証キーを発行する (AC-01): at the moment its mail is made, so that the half hour begins when the mail leaves and the key is never
/// stored in clear. Drawing another one kills the one before; one key of a purpose lives at a time.
/// </summary>
public sealed class DrawAuthenticationKey(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(Guid Account, KeyPurpose Purpose);

    /// <returns>Null: nobody needs it any more (the account was opened meanwhile, or is disabled).</returns>
    public Task<DrawnKey?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<DrawnKey?>(async db =>
    {
        var now = clock.UtcNow();
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == command.Account, ct);
        if (account is not { DisabledAt: null } || !IsNeeded(account, command.Purpose))
            return null;

        // Saved first: the place of the living one must be free before the new one takes it.
        await db.ReplaceLiveKeysAsync(account.Id, command.Purpose, now, ct);
        await db.SaveChangesAsync(ct);
        var (key, written) = AuthenticationKey.Draw(account.Id, command.Purpose, now);
        db.Add(key);
        db.Record(now, null, nameof(DrawAuthenticationKey), nameof(AuthenticationKey), key.Id, command.Purpose.ToString());
        return new DrawnKey(key.Id, written, account.UserName!, key.DiesAt);
    }, ct);

    private static bool IsNeeded(Account account, KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.Opening => account.ActivatedAt is null,
        KeyPurpose.EmailChangeOld or KeyPurpose.EmailChangeNew => account.PendingEmail is not null,
        _ => account.ActivatedAt is not null,
    };
}

/// <summary>A key just drawn, on its way into a mail.</summary>
/// <param name="UserId">ユーザーID</param>
/// <param name="DiesAt">UTC.</param>
public sealed record DrawnKey(Guid Id, string Written, string UserId, DateTime DiesAt);
