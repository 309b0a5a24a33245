using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>確認コード・回復コードの照合 (AC-04): the second step of a sign-in. Each code opens once; entries are counted in the database.</summary>
public sealed class CheckSecondFactor(IDbContextFactory<HelloWorkDbContext> contexts, IPersonalDataProtector protector, TimeProvider clock)
{
    /// <param name="Code">確認コード or 回復コード, as typed.</param>
    public sealed record Command(Guid Account, string Code);

    /// <returns>Null: it opens.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public Task<SecondFactorRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var recovery = TypedSecret.Read(command.Code) is { } plain ? RecoveryCode.HashOf(plain, command.Account) : null;
        return contexts.WriteAsync<SecondFactorRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAccountAsync(command.Account, ct);
            var refusal = !await db.PassesAsync(ThrottleKind.SecondFactorEntry, $"{command.Account:N}", now, ct) ? SecondFactorRefusal.TooOften
                : await FitsAsync(db, command, recovery, now, ct) ? (SecondFactorRefusal?)null : SecondFactorRefusal.CodeWrong;
            if (refusal is null)
                await db.ForgetAsync(ThrottleKind.SecondFactorEntry, $"{command.Account:N}", ct);
            db.Record(now, command.Account, nameof(CheckSecondFactor), nameof(Account), command.Account, refusal?.ToString() ?? (recovery is null ? "code" : "recovery code"));
            return refusal;
        }, ct);
    }

    private async Task<bool> FitsAsync(HelloWorkDbContext db, Command command, string? recovery, DateTime now, CancellationToken ct)
    {
        if (await db.SecondFactors.FindAsync([command.Account], ct) is not { ConfirmedAt: not null } factor)
            return false;
        if (Totp.Read(command.Code) is { } code && Totp.Match(protector.Unprotect(factor.ProtectedSecret), code, now, factor.LastStep) is { } step)
        {
            factor.Take(step);
            return true;
        }
        if (recovery is null || (await db.RecoveryCodes.Where(c => c.AccountId == command.Account && c.UsedAt == null).ToListAsync(ct)).Find(c => TypedSecret.AreEqual(c.Hash, recovery)) is not { } found)
            return false;
        found.Use(now);
        return true;
    }
}
