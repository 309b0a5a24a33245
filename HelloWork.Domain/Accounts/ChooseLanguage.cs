using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>表示する言語を選ぶ: the account keeps it, so that its mails and its next sign-in speak it too.</summary>
public sealed class ChooseLanguage(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Chooses for one's own account.</summary>
    public sealed record Command(Guid Account, Language Language);

    /// <returns>False: it was this one already.</returns>
    /// <exception cref="NotAllowedException">The account can't sign in.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var account = await db.DemandAccountAsync(command.Account, ct);
        if (account.Language == command.Language)
            return false;
        account.Choose(command.Language);
        db.Record(clock.UtcNow(), command.Account, nameof(ChooseLanguage), nameof(Account), command.Account, command.Language.ToString());
        return true;
    }, ct);
}
