using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>
/// 面接の前日に知らせる: both sides, once, at five in the afternoon of the day before, or three hours ahead where it was agreed on later
/// than that; late after an outage, and not at all once it has begun.
/// Who hasn't chosen a time yet is told at nine in the morning of the day before the last one.
/// </summary>
public sealed class RemindOfInterviews(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many interviews were gone through.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(db => StepAsync(db, ct), ct);

    private async Task<int> StepAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var due = await db.Interviews.Where(i => i.RemindAt != null && i.RemindAt <= now).Include(i => i.Times).OrderBy(i => i.RemindAt).ThenBy(i => i.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var interview in due)
        {
            interview.MarkReminded();
            var state = interview.StateAt(now);
            if (state is InterviewState.Offered)
                await db.TellSeekerAsync(MailKind.InterviewTimesEndSoon, interview, now, ct);
            else if (state is InterviewState.Agreed && interview.StartsAt > now)
            {
                await db.TellSeekerAsync(MailKind.InterviewReminderToSeeker, interview, now, ct);
                await db.TellOfficeAsync(MailKind.InterviewReminderToEmployer, interview, now, ct);
            }
            else
                continue;
            db.Record(now, null, nameof(RemindOfInterviews), nameof(SelfApplication), interview.SelfApplicationId, $"interview {interview.Id}, {interview.StartsAt ?? interview.LastTime:O}");
        }
        return due.Count;
    }
}
