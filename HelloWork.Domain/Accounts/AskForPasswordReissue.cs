using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>パスワードの再発行を申し込む (AC-03): user ID and e-mail address. Whether they belong together shows in a mail alone.</summary>
public sealed class AskForPasswordReissue(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Network">The network address it comes from.</param>
    public sealed record Command(string UserId, string Email, string Network);

    /// <returns>Null, also where nobody is mailed.</returns>
    public Task<ReissueRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<ReissueRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        // Counted by what was typed, whether or not there is such an account.
        var (byId, byNetwork) = (await db.PassesAsync(ThrottleKind.PasswordReissuePerUserId, command.UserId, now, ct),
            await db.PassesAsync(ThrottleKind.PasswordReissuePerNetwork, command.Network, now, ct));
        if (!byId || !byNetwork)
            return ReissueRefusal.TooOften;

        var normal = command.UserId.Length > 100 ? "" : command.UserId.Trim().ToUpperInvariant();
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, ct);
        if (account is not { CanSignIn: true, Email: not null } || !EmailAddress.AreEqual(EmailAddress.Read(command.Email), account.Email))
            return null;

        await db.MailNewKeyAsync(account.Id, KeyPurpose.PasswordReissue, null, now, ct);
        db.Record(now, null, nameof(AskForPasswordReissue), nameof(Account), account.Id);
        return null;
    }, ct);
}
