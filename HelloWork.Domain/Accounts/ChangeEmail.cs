using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>メールアドレスを変更する (AC-04): asks the password once more, and a key that was mailed to the old and one that was mailed to the new address.</summary>
public sealed class ChangeEmail(IDbContextFactory<HelloWorkDbContext> contexts, CheckPassword check, TimeProvider clock)
{
    public sealed record Ask(Guid Account, string Password, string NewEmail);

    /// <param name="OldKey">What came to the old address; not asked where the account had none.</param>
    public sealed record Confirm(Guid Account, string? OldKey, string NewKey);

    /// <returns>Null: both keys are on their way.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public async Task<EmailRefusal?> RunAsync(Ask command, CancellationToken ct)
    {
        if (EmailAddress.Read(command.NewEmail) is not { } email)
            return EmailRefusal.Invalid;
        if (!await check.OwnerKnowsAsync(contexts, command.Account, command.Password, ct))
            return EmailRefusal.PasswordWrong;
        return await contexts.WriteAsync<EmailRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            var account = await db.DemandAccountAsync(command.Account, ct);
            if (EmailAddress.AreEqual(account.Email, email))
                return EmailRefusal.Same;
            if (!await db.PassesAsync(ThrottleKind.EmailChange, $"{account.Id:N}", now, ct))
                return EmailRefusal.TooOften;

            account.AskForEmail(email);
            if (account.Email is not null)
                await db.MailNewKeyAsync(account.Id, KeyPurpose.EmailChangeOld, null, now, ct);
            await db.MailNewKeyAsync(account.Id, KeyPurpose.EmailChangeNew, email, now, ct);
            db.Record(now, account.Id, nameof(ChangeEmail), nameof(Account), account.Id, "asked");
            return null;
        }, ct);
    }

    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public Task<EmailEntry> RunAsync(Confirm command, CancellationToken ct)
    {
        var (old, fresh) = (TypedKey.Read(command.Account, KeyPurpose.EmailChangeOld, command.OldKey), TypedKey.Read(command.Account, KeyPurpose.EmailChangeNew, command.NewKey));
        return contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            var account = await db.DemandAccountAsync(command.Account, ct);
            if (account.PendingEmail is null)
                return new EmailEntry(KeyPurpose.EmailChangeNew, new(KeyRefusal.Dead));
            var typed = account.Email is null ? [fresh] : new[] { old, fresh };
            var entry = await db.EnterAllAsync(typed, now, ct);
            if (entry.Entry.Refusal is null)
            {
                if (account.Email is { } before)
                    db.TellAt(before, MailKind.EmailChanged, account.Id, $"{now.Ticks}:old", now);
                account.ConfirmEmail();
                db.Tell(MailKind.EmailChanged, account.Id, now.Ticks, now);
            }
            db.Record(now, account.Id, nameof(ChangeEmail), nameof(Account), account.Id, entry.Entry.Refusal?.ToString() ?? "changed");
            return entry;
        }, ct);
    }
}

/// <summary>What entering the two keys came to.</summary>
/// <param name="Which">The key that was refused.</param>
public sealed record EmailEntry(KeyPurpose? Which, KeyEntry Entry);

/// <summary>Why an address isn't taken.</summary>
public enum EmailRefusal
{
    Invalid = 1,
    PasswordWrong = 2,
    /// <summary>It is the account's address already.</summary>
    Same = 3,
    TooOften = 4,
}
