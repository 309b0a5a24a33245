using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 認証キーを入力して初回ログインを終える (AC-01): the account is tied to the person, and the services asked for open at this moment, not before.
/// Of any number of entries at once one succeeds.
/// </summary>
public sealed class ActivateSeekerAccount(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Key">認証キー, as typed.</param>
    public sealed record Command(Guid Account, string Key);

    /// <exception cref="NotAllowedException">There is no such seeker's account.</exception>
    public Task<KeyEntry> RunAsync(Command command, CancellationToken ct)
    {
        var typed = TypedKey.Read(command.Account, KeyPurpose.Opening, command.Key);
        return contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == command.Account && a.Role == Role.Seeker && a.DisabledAt == null, ct)
                ?? throw new NotAllowedException("The account waits for no key.");
            var entry = await db.EnterAsync(typed, now, ct);
            if (entry.Refusal is null)
                await OpenAsync(db, account, now, ct);
            db.Record(now, account.Id, nameof(ActivateSeekerAccount), nameof(Account), account.Id, entry.Refusal?.ToString() ?? "activated");
            return entry;
        }, ct);
    }

    private static async Task OpenAsync(HelloWorkDbContext db, Account account, DateTime now, CancellationToken ct)
    {
        account.Activate(now);
        var opening = await db.SeekerAccountOpenings.SingleAsync(o => o.AccountId == account.Id, ct);
        var seeker = await db.Seekers.SingleAsync(s => s.Id == opening.SeekerId, ct);
        seeker.TakeAccount(account.Id);
        if (opening.Services.HasFlag(SeekerServices.MyPage))
            seeker.OpenMyPage(account.Id, now);
        // Without the registration or the wish, which may have ended since, the account opens all the same; the site says why it doesn't.
        if (opening.Services.HasFlag(SeekerServices.Provision))
            await db.OpenProvisionAsync(seeker.Id, now, ct);
        db.Remove(opening);
    }
}
