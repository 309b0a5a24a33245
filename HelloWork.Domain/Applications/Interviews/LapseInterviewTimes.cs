using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>
/// 候補の日時が過ぎたことを知らせる: nobody picked one of the times before the last had passed. Every reader knows it without this; it is recorded, and both sides are told,
/// so that the employer offers others and the applicant doesn't think that all is over.
/// </summary>
public sealed class LapseInterviewTimes(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>What passed longer ago is recorded only: the news would be none.</summary>
    private static readonly TimeSpan StillNews = TimeSpan.FromDays(7);

    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many offers were gone through.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(db => StepAsync(db, ct), ct);

    private async Task<int> StepAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var passed = await db.Interviews.Where(i => i.State == InterviewState.Offered && i.Times.All(t => t.StartsAt <= now)).Include(i => i.Times)
            .OrderBy(i => i.ChangedAt).ThenBy(i => i.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var interview in passed)
        {
            interview.Close(now);
            if (interview.LastTime > now - StillNews)
            {
                await db.TellSeekerAsync(MailKind.InterviewTimesPassedToSeeker, interview, now, ct);
                await db.TellOfficeAsync(MailKind.InterviewTimesPassedToEmployer, interview, now, ct);
            }
            db.Record(now, null, nameof(LapseInterviewTimes), nameof(SelfApplication), interview.SelfApplicationId, $"interview {interview.Id}");
            await db.SignalAsync(interview.SelfApplicationId, now, ct);
        }
        return passed.Count;
    }
}
