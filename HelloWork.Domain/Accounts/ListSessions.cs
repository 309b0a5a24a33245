using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>ログイン中の端末の一覧: one's own sessions that still stand, the last used first.</summary>
public sealed class ListSessions(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int MostShown = 50;

    /// <param name="Idle">After how long without use a session is over by itself.</param>
    public sealed record Query(Guid Account, TimeSpan Idle);

    public async Task<IReadOnlyList<SessionView>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var since = clock.UtcNow() - query.Idle;
        return await db.AccountSessions.AsNoTracking().Where(s => s.AccountId == query.Account && s.EndedAt == null && s.LastUsedAt > since)
            .OrderByDescending(s => s.LastUsedAt).ThenBy(s => s.Id).Take(MostShown)
            .Select(s => new SessionView(s.Id, s.Agent, s.StartedAt, s.LastUsedAt)).ToListAsync(ct);
    }
}

/// <param name="Agent">What the browser calls itself.</param>
/// <param name="LastUsedAt">UTC, to the minute.</param>
public sealed record SessionView(Guid Id, string? Agent, DateTime StartedAt, DateTime LastUsedAt);
