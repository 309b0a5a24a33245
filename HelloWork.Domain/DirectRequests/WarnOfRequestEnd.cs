using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>
/// 回答期限を予告する (DR-06): on the morning before the last day on which an answer counts, whether the seven days, the job (JO-05) or the registration (DR-11)
/// ends then, the seeker who hasn't answered is told, once; late after an outage, yet never in the night, and not at all once it has ended. An end that was put off is foretold anew.
/// </summary>
public sealed class WarnOfRequestEnd(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many requests were gone through.</returns>
    public async Task<int> RunAsync(CancellationToken ct) =>
        await contexts.SweepAsync(db => StepAsync(db, 0, ct), ct) + await contexts.SweepAsync(db => StepAsync(db, 1, ct), ct);

    /// <param name="left">Days to the last one.</param>
    private async Task<int> StepAsync(HelloWorkDbContext db, int left, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var last = Jst.DayOf(now).AddDays(left);
        if (now < Jst.MorningOf(Jst.DayOf(now)))
            return 0;
        var yesterday = last.AddDays(-1);
        var morning = Jst.MorningOf(yesterday);
        // Foretold before that morning: of an end that has been put off since. Sent after it, the request itself has just said the day.
        var due = await db.EndingBy(last).Where(r => r.SentAt < morning && (r.EndForetoldAt == null || r.EndForetoldAt < morning)
                && !db.EndedUnrecordedAt(now).Any(e => e.Id == r.Id) && !db.EndingBy(yesterday).Any(e => e.Id == r.Id))
            .OrderBy(r => r.ExpiresAt).ThenBy(r => r.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        var seekers = due.Select(r => r.SeekerId).Distinct().ToList();
        var accounts = await db.Seekers.Where(s => seekers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.AccountId, ct);
        foreach (var request in due)
        {
            request.Foretell(now);
            if (accounts[request.SeekerId] is { } account)
                db.Tell(MailKind.DirectRequestEndsSoon, account, $"{request.Id.Value:N}:{last:yyMMdd}", now, ("request", request.Id.ToString()));
            db.Record(now, null, nameof(WarnOfRequestEnd), nameof(DirectRequest), request.Id);
        }
        return due.Count;
    }
}
