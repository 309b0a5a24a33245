using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

internal static class SecondFactors
{
    /// <summary>Fresh ones in place of all there were.</summary>
    /// <returns>As they are written down.</returns>
    public static async Task<IReadOnlyList<string>> GiveRecoveryCodesAsync(this HelloWorkDbContext db, Guid account, CancellationToken ct)
    {
        await db.RemoveRecoveryCodesAsync(account, ct);
        var codes = Enumerable.Range(0, RecoveryCode.PerAccount).Select(_ => TypedSecret.Draw()).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode(account, RecoveryCode.HashOf(code, account))));
        return codes.ConvertAll(TypedSecret.Write);
    }

    public static async Task RemoveRecoveryCodesAsync(this HelloWorkDbContext db, Guid account, CancellationToken ct) =>
        db.RemoveRange(await db.RecoveryCodes.Where(c => c.AccountId == account).ToListAsync(ct));

    /// <exception cref="NotAllowedException">There is no such account, or it can't sign in.</exception>
    public static async Task<Account> DemandAccountAsync(this HelloWorkDbContext db, Guid account, CancellationToken ct) =>
        await db.Users.FindAsync([account], ct) is { CanSignIn: true } found ? found : throw new NotAllowedException("The account can't sign in.");

    /// <summary>Whoever changes what opens an account shows the password once more.</summary>
    /// <exception cref="NotAllowedException">There is no such account, or it can't sign in.</exception>
    public static async Task<bool> OwnerKnowsAsync(this CheckPassword check, IDbContextFactory<HelloWorkDbContext> contexts, Guid account, string password, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var owner = await db.DemandAccountAsync(account, ct);
        return await check.RunAsync(owner.UserName!, password, ct) is not null;
    }
}
