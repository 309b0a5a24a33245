using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>
/// 回答期限を予告する (DR-06): on the morning before a request's last day the seeker who hasn't answered is told, once; late after an outage, and not at all
/// once it has ended.
/// </summary>
public sealed class WarnOfRequestEnd(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>午前9時, the day before the last day.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromHours(24 + 24 - 9);

    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many requests were gone through.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(db => StepAsync(db, ct), ct);

    private async Task<int> StepAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var soon = now + Before;
        var due = await db.DirectRequests.Where(r => r.End == null && r.EndForetoldAt == null && r.ExpiresAt > now && r.ExpiresAt <= soon && !db.EndedUnrecordedAt(now).Any(e => e.Id == r.Id))
            .OrderBy(r => r.ExpiresAt).ThenBy(r => r.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        var seekers = due.Select(r => r.SeekerId).Distinct().ToList();
        var accounts = await db.Seekers.Where(s => seekers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.AccountId, ct);
        foreach (var request in due)
        {
            request.Foretell(now);
            if (accounts[request.SeekerId] is { } account)
                db.Tell(MailKind.DirectRequestEndsSoon, account, request.Id, now, ("request", request.Id.ToString()));
            db.Record(now, null, nameof(WarnOfRequestEnd), nameof(DirectRequest), request.Id);
        }
        return due.Count;
    }
}
