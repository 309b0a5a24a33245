using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>認証キーを再発行する (AC-02): the old key dies at once, a new one is mailed. For an account whose first sign-in isn't complete.</summary>
public sealed class ReissueAuthenticationKey(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(Guid Account);

    /// <returns>Null: the mail is on its way.</returns>
    /// <exception cref="NotAllowedException">There is no such account, or it is disabled.</exception>
    public Task<ReissueRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<ReissueRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var account = await db.Users.SingleOrDefaultAsync(a => a.Id == command.Account, ct);
        if (account is not { DisabledAt: null })
            throw new NotAllowedException("There is no such account.");
        if (account.ActivatedAt is not null)
            return ReissueRefusal.NotWaiting;
        if (!await db.PassesAsync(ThrottleKind.KeyReissue, $"{account.Id:N}", now, ct))
            return ReissueRefusal.TooOften;

        await db.MailNewKeyAsync(account.Id, KeyPurpose.Opening, null, now, ct);
        db.Record(now, account.Id, nameof(ReissueAuthenticationKey), nameof(Account), account.Id);
        return null;
    }, ct);
}

/// <summary>Why no new key is mailed.</summary>
public enum ReissueRefusal
{
    TooOften = 1,
    /// <summary>The first sign-in is complete: no key is asked any more.</summary>
    NotWaiting = 2,
}
