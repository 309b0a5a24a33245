using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>パスキーを追加・削除する (AC-04). What the browser answered has been checked before; the owner is told of every change.</summary>
public sealed class ChangePasskeys(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int MostPerAccount = 10;
    public const int LongestName = 40;

    /// <param name="Passkey">Checked against the challenge.</param>
    public sealed record Add(Guid Account, UserPasskeyInfo Passkey);

    /// <summary>It signed its owner in: its counter is kept, by which a copy would show.</summary>
    public sealed record Use(Guid Account, UserPasskeyInfo Passkey);

    /// <param name="CredentialId">Base64url.</param>
    public sealed record Remove(Guid Account, string CredentialId);

    /// <returns>False: there are ten already, or this one is known.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public Task<bool> RunAsync(Add command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAccountAsync(command.Account, ct);
        var passkey = command.Passkey;
        if (await db.UserPasskeys.CountAsync(p => p.UserId == command.Account, ct) >= MostPerAccount || await db.UserPasskeys.AnyAsync(p => p.CredentialId == passkey.CredentialId, ct))
            return false;
        db.Add(new IdentityUserPasskey<Guid>
        {
            UserId = command.Account, CredentialId = passkey.CredentialId, Data = DataOf(passkey, passkey.Name, new DateTimeOffset(now)),
        });
        db.Tell(MailKind.PasskeyAdded, command.Account, now.Ticks, now);
        db.Record(now, command.Account, nameof(ChangePasskeys), nameof(Account), command.Account, "added");
        return true;
    }, ct);

    /// <returns>False: the account has no such passkey.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public Task<bool> RunAsync(Remove command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAccountAsync(command.Account, ct);
        if (!System.Buffers.Text.Base64Url.IsValid(command.CredentialId))
            return false;
        var id = System.Buffers.Text.Base64Url.DecodeFromChars(command.CredentialId);
        if (await db.UserPasskeys.SingleOrDefaultAsync(p => p.UserId == command.Account && p.CredentialId == id, ct) is not { } passkey)
            return false;
        db.Remove(passkey);
        db.Tell(MailKind.PasskeyRemoved, command.Account, now.Ticks, now);
        db.Record(now, command.Account, nameof(ChangePasskeys), nameof(Account), command.Account, "removed");
        return true;
    }, ct);

    /// <returns>False: the account has no such passkey any more.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public Task<bool> RunAsync(Use command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandAccountAsync(command.Account, ct);
        var id = command.Passkey.CredentialId;
        if (await db.UserPasskeys.SingleOrDefaultAsync(p => p.UserId == command.Account && p.CredentialId == id, ct) is not { } passkey)
            return false;
        passkey.Data = DataOf(command.Passkey, passkey.Data.Name, passkey.Data.CreatedAt);
        db.Record(clock.UtcNow(), command.Account, nameof(ChangePasskeys), nameof(Account), command.Account, "used");
        return true;
    }, ct);

    private static IdentityPasskeyData DataOf(UserPasskeyInfo passkey, string? name, DateTimeOffset createdAt) => new()
    {
        PublicKey = passkey.PublicKey, Name = name, CreatedAt = createdAt, SignCount = passkey.SignCount, Transports = passkey.Transports,
        IsUserVerified = passkey.IsUserVerified, IsBackupEligible = passkey.IsBackupEligible, IsBackedUp = passkey.IsBackedUp,
        AttestationObject = passkey.AttestationObject, ClientDataJson = passkey.ClientDataJson,
    };
}
