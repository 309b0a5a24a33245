using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>
/// 2段階認証を解除する（運用者）: for whoever lost the device and the recovery codes and has shown who they are. Every session ends, the owner is
/// told by mail, and the password still stands before everything.
/// </summary>
public sealed class ResetSecondFactor(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="UserId">ユーザーID</param>
    public sealed record Command(string UserId);

    /// <returns>Null: it is off.</returns>
    public Task<ResetRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<ResetRefusal?>(async db =>
    {
        var normal = Account.NormalUserId(command.UserId);
        if (await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, ct) is not { } account)
            return ResetRefusal.Unknown;
        if (await db.SecondFactors.FindAsync([account.Id], ct) is not { } factor)
            return ResetRefusal.NoneSet;

        var now = clock.UtcNow();
        db.Remove(factor);
        await db.RemoveRecoveryCodesAsync(account.Id, ct);
        account.SignOutEverywhere();
        db.Tell(MailKind.SecondFactorOff, account.Id, now.Ticks, now);
        db.Record(now, null, nameof(ResetSecondFactor), nameof(Account), account.Id, "off");
        await db.SignalAsync([LiveTopic.Account(account.Id)], now, ct);
        return null;
    }, ct);
}

/// <summary>Why there is nothing to reset.</summary>
public enum ResetRefusal
{
    /// <summary>No such account.</summary>
    Unknown = 1,
    /// <summary>The account has no second factor.</summary>
    NoneSet = 2,
}
