using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>アカウント設定: what the owner sees of their own account.</summary>
public sealed class ViewAccount(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public async Task<AccountView> RunAsync(Guid account, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var owner = await db.DemandAccountAsync(account, ct);
        var on = await db.SecondFactors.AnyAsync(f => f.AccountId == account && f.ConfirmedAt != null, ct);
        var codes = await db.RecoveryCodes.CountAsync(c => c.AccountId == account && c.UsedAt == null, ct);
        var passkeys = await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == account).ToListAsync(ct);
        return new AccountView(owner.UserName!, owner.DisplayName, owner.Role, owner.Email, owner.PendingEmail, on, codes,
            [.. passkeys.OrderBy(p => p.Data.CreatedAt).Select(p => new PasskeyView(System.Buffers.Text.Base64Url.EncodeToString(p.CredentialId), p.Data.Name, p.Data.CreatedAt.UtcDateTime))]);
    }
}

/// <param name="PendingEmail">An address that waits to be confirmed.</param>
/// <param name="RecoveryCodesLeft">How many haven't been used.</param>
public sealed record AccountView(string UserId, string DisplayName, Role Role, string? Email, string? PendingEmail, bool SecondFactorOn, int RecoveryCodesLeft, IReadOnlyList<PasskeyView> Passkeys);

/// <param name="CredentialId">Base64url.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record PasskeyView(string CredentialId, string? Name, DateTime CreatedAt);
