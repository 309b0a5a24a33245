using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>ログインする: the last step, after password, key and second factor have been checked. Begins a session its owner can see and end.</summary>
public sealed class StartSession(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Agent">What the browser calls itself.</param>
    public sealed record Command(Guid Account, string? Agent);

    /// <returns>The session's key, which the cookie carries.</returns>
    /// <exception cref="NotAllowedException">There is no such account, or it can't sign in.</exception>
    public Task<Guid> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        if (await db.Users.FindAsync([command.Account], ct) is not { CanSignIn: true })
            throw new NotAllowedException("The account can't sign in.");
        var now = clock.UtcNow();
        var session = new AccountSession(command.Account, command.Agent, now);
        db.Add(session);
        db.Record(now, command.Account, nameof(StartSession), nameof(AccountSession), session.Id);
        return session.Id;
    }, ct);
}
