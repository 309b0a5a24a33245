using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>2段階認証を解除する、回復コードを作り直す: both ask the password once more and tell the owner by mail.</summary>
public sealed class ChangeSecondFactor(IDbContextFactory<HelloWorkDbContext> contexts, CheckPassword check, TimeProvider clock)
{
    public sealed record TurnOff(Guid Account, string Password);

    public sealed record RenewCodes(Guid Account, string Password);

    /// <returns>Null: it is off.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public async Task<SecondFactorRefusal?> RunAsync(TurnOff command, CancellationToken ct)
    {
        if (!await check.OwnerKnowsAsync(contexts, command.Account, command.Password, ct))
            return SecondFactorRefusal.PasswordWrong;
        return await contexts.WriteAsync<SecondFactorRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAccountAsync(command.Account, ct);
            if (await db.SecondFactors.FindAsync([command.Account], ct) is not { } factor)
                return SecondFactorRefusal.NotNow;
            db.Remove(factor);
            await db.RemoveRecoveryCodesAsync(command.Account, ct);
            if (factor.ConfirmedAt is not null)
                db.Tell(MailKind.SecondFactorOff, command.Account, now.Ticks, now);
            db.Record(now, command.Account, nameof(ChangeSecondFactor), nameof(Account), command.Account, "off");
            return null;
        }, ct);
    }

    /// <returns>The recovery codes, shown this once.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public async Task<SetUpResult> RunAsync(RenewCodes command, CancellationToken ct)
    {
        if (!await check.OwnerKnowsAsync(contexts, command.Account, command.Password, ct))
            return new(SecondFactorRefusal.PasswordWrong, []);
        return await contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAccountAsync(command.Account, ct);
            if (await db.SecondFactors.FindAsync([command.Account], ct) is not { ConfirmedAt: not null })
                return new SetUpResult(SecondFactorRefusal.NotNow, []);
            var codes = await db.GiveRecoveryCodesAsync(command.Account, ct);
            db.Tell(MailKind.RecoveryCodesRenewed, command.Account, now.Ticks, now);
            db.Record(now, command.Account, nameof(ChangeSecondFactor), nameof(Account), command.Account, "recovery codes");
            return new SetUpResult(null, codes);
        }, ct);
    }
}
