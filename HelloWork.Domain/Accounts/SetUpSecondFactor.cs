using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>2段階認証を設定する (AC-04): first the secret for the app, then a code of it as proof; only then it counts, and recovery codes are given once.</summary>
public sealed class SetUpSecondFactor(IDbContextFactory<HelloWorkDbContext> contexts, CheckPassword check, IPersonalDataProtector protector, TimeProvider clock)
{
    public sealed record Begin(Guid Account);

    /// <param name="Password">Null: it has been given a moment ago, in the sign-in at hand.</param>
    /// <param name="Code">確認コード, as typed.</param>
    public sealed record Confirm(Guid Account, string? Password, string Code);

    /// <returns>The secret, the same until it is confirmed; null: a second factor is on already.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public Task<string?> RunAsync(Begin command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandAccountAsync(command.Account, ct);
        var factor = await db.SecondFactors.FindAsync([command.Account], ct);
        if (factor is not null)
            return factor.ConfirmedAt is null ? protector.Unprotect(factor.ProtectedSecret) : null;
        var secret = Totp.DrawSecret();
        db.Add(new SecondFactor(command.Account, protector.Protect(secret)));
        return secret;
    }, ct);

    /// <returns>The recovery codes, shown this once.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public async Task<SetUpResult> RunAsync(Confirm command, CancellationToken ct)
    {
        if (command.Password is { } password && !await check.OwnerKnowsAsync(contexts, command.Account, password, ct))
            return new(SecondFactorRefusal.PasswordWrong, []);
        return await contexts.WriteAsync(db => ConfirmAsync(db, command, ct), ct);
    }

    private async Task<SetUpResult> ConfirmAsync(HelloWorkDbContext db, Confirm command, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await db.DemandAccountAsync(command.Account, ct);
        if (!await db.PassesAsync(ThrottleKind.SecondFactorEntry, $"{command.Account:N}", now, ct))
            return new(SecondFactorRefusal.TooOften, []);
        if (await db.SecondFactors.FindAsync([command.Account], ct) is not { ConfirmedAt: null } factor)
            return new(SecondFactorRefusal.NotNow, []);
        if (Totp.Read(command.Code) is not { } code || Totp.Match(protector.Unprotect(factor.ProtectedSecret), code, now, factor.LastStep) is not { } step)
            return new(SecondFactorRefusal.CodeWrong, []);

        factor.Confirm(step, now);
        var codes = await db.GiveRecoveryCodesAsync(command.Account, ct);
        db.Tell(MailKind.SecondFactorOn, command.Account, now.Ticks, now);
        db.Record(now, command.Account, nameof(SetUpSecondFactor), nameof(Account), command.Account);
        return new(null, codes);
    }
}

/// <param name="Refusal">Null: it is on.</param>
public sealed record SetUpResult(SecondFactorRefusal? Refusal, IReadOnlyList<string> RecoveryCodes);
