using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Providers;

/// <summary>認証キーを入力して初回ログインを終える (AC-01): the account acts for its provider from this moment, and the registration code is used up.</summary>
public sealed class ActivateProviderAccount(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Key">認証キー, as typed.</param>
    public sealed record Command(Guid Account, string Key);

    /// <exception cref="NotAllowedException">There is no such provider's account, or its registration code is worth nothing any more.</exception>
    public Task<KeyEntry> RunAsync(Command command, CancellationToken ct)
    {
        var typed = TypedKey.Read(command.Account, KeyPurpose.Opening, command.Key);
        return contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == command.Account && a.Role == Role.Provider && a.DisabledAt == null, ct)
                ?? throw new NotAllowedException("The account waits for no key.");
            var entry = await db.EnterAsync(typed, now, ct);
            if (entry.Refusal is null)
            {
                var provider = await db.UseCodeAsync(account, now, ct) ?? throw new NotAllowedException("The registration code is worth nothing any more.");
                account.Activate(now);
                db.Add(new ProviderMember(new ProviderId(provider), account.Id));
            }
            db.Record(now, account.Id, nameof(ActivateProviderAccount), nameof(Account), account.Id, entry.Refusal?.ToString() ?? "activated");
            return entry;
        }, ct);
    }
}
