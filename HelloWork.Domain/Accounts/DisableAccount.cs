using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>アカウントを停止・再開する: an operator's act. Disabling ends every session at its next click.</summary>
public sealed class DisableAccount(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="UserId">ユーザーID</param>
    /// <param name="Enable">True opens it again.</param>
    public sealed record Command(string UserId, bool Enable = false);

    /// <returns>False: no such account.</returns>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var normal = Account.NormalUserId(command.UserId);
        if (await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, ct) is not { } account)
            return false;

        var now = clock.UtcNow();
        if (command.Enable)
            account.Enable();
        else
        {
            account.Disable(now);
            db.Tell(MailKind.AccountDisabled, account.Id, now.Ticks, now);
        }
        db.Record(now, null, nameof(DisableAccount), nameof(Account), account.Id, command.Enable ? "enabled" : "disabled");
        await db.SignalAsync([LiveTopic.Account(account.Id)], now, ct);
        return true;
    }, ct);
}
