using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>パスワードを変更する (AC-04). Needs the current one; ends every session and tells the owner by mail.</summary>
public sealed class ChangePassword(IDbContextFactory<HelloWorkDbContext> contexts, CheckPassword check, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public sealed record Command(Guid Account, string Current, string New);

    /// <exception cref="NotAllowedException">There is no such account, or it can't sign in.</exception>
    public async Task<PasswordRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var userId = await UserIdOfAsync(command.Account, ct) ?? throw new NotAllowedException("The account can't sign in.");
        if (await check.RunAsync(userId, command.Current, ct) is null)
            return PasswordRefusal.CurrentWrong;
        if (PasswordRules.RefusalOf(command.New, userId) is { } refusal)
            return refusal;

        return await contexts.WriteAsync(async db =>
        {
            var account = await db.Users.SingleAsync(a => a.Id == command.Account, ct);
            account.TakePassword(hasher.HashPassword(account, command.New));
            var now = clock.UtcNow();
            db.Tell(MailKind.PasswordChanged, account.Id, now.Ticks, now);
            db.Record(now, account.Id, nameof(ChangePassword), nameof(Account), account.Id);
            await db.SignalAsync([LiveTopic.Account(account.Id)], now, ct);
            return (PasswordRefusal?)null;
        }, ct);
    }

    private async Task<string?> UserIdOfAsync(Guid account, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Users.Where(a => a.Id == account && a.DisabledAt == null && a.ActivatedAt != null).Select(a => a.UserName).SingleOrDefaultAsync(ct);
    }
}
