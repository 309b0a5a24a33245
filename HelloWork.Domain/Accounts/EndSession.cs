using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>端末のログアウト: ends one of one's own sessions, this one or another, or all but this one, at their next click.</summary>
public sealed class EndSession(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Ends one.</summary>
    public sealed record One(Guid Account, Guid Session);

    /// <summary>Ends all the others.</summary>
    public sealed record AllBut(Guid Account, Guid Kept);

    /// <returns>False: no such session of this account, or it has ended already.</returns>
    public async Task<bool> RunAsync(One command, CancellationToken ct) =>
        await contexts.WriteAsync(db => EndAsync(db, command.Account, db.AccountSessions.Where(s => s.Id == command.Session), ct), ct) > 0;

    /// <returns>How many ended.</returns>
    public Task<int> RunAsync(AllBut command, CancellationToken ct) =>
        contexts.WriteAsync(db => EndAsync(db, command.Account, db.AccountSessions.Where(s => s.Id != command.Kept), ct), ct);

    private async Task<int> EndAsync(HelloWorkDbContext db, Guid account, IQueryable<AccountSession> sessions, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var open = await sessions.Where(s => s.AccountId == account && s.EndedAt == null).ToListAsync(ct);
        foreach (var session in open)
        {
            session.End(now);
            db.Record(now, account, nameof(EndSession), nameof(AccountSession), session.Id);
        }
        // Their open pages ask for themselves anew and find no sign-in.
        await db.SignalAsync([LiveTopic.Account(account)], now, ct);
        return open.Count;
    }
}

internal static class Sessions
{
    public static async Task EndSessionsAsync(this HelloWorkDbContext db, Guid account, DateTime now, CancellationToken ct)
    {
        foreach (var session in await db.AccountSessions.Where(s => s.AccountId == account && s.EndedAt == null).ToListAsync(ct))
            session.End(now);
        await db.SignalAsync([LiveTopic.Account(account)], now, ct);
    }
}
