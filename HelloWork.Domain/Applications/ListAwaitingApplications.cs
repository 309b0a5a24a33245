using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>返事が必要な応募: applications to the office that wait for it, those first whose promised day is over, then the longest waiting.</summary>
public sealed class ListAwaitingApplications(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="AnswerBy">The day promised to this applicant (AP-05), else the one by which the job card promises a result; null where neither does.</param>
    public sealed record Awaiting(SelfApplicationId Id, string ApplicantName, string JobTitle, bool FromRequest, DateTime AppliedAt, DateOnly? AnswerBy);

    /// <param name="Count">Of all that await an answer.</param>
    /// <param name="Today">The Japanese day the list holds for.</param>
    public sealed record Result(int Count, IReadOnlyList<Awaiting> First, DateOnly Today);

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<Result> RunAsync(EmployerActor employer, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);

        var waiting = from application in db.AwaitingAnswer(employer.Office, now).AsNoTracking()
                      join job in db.JobOffers on application.JobOfferId equals job.Id
                      select new { application, job };
        var count = await waiting.CountAsync(ct);
        var rows = await waiting.OrderBy(w => (w.application.AnswerBy ?? w.application.ResultBy) < today ? 0 : 1).ThenBy(w => w.application.AppliedAt).ThenBy(w => w.application.Id).Take(most)
            .Select(w => new { w.application.Id, w.application.Papers, w.job.Title, w.application.DirectRequestId, w.application.AppliedAt, Due = w.application.AnswerBy ?? w.application.ResultBy })
            .ToListAsync(ct);
        return new Result(count, rows.ConvertAll(r => new Awaiting(r.Id, r.Papers.Name, r.Title, r.DirectRequestId is not null, r.AppliedAt, r.Due)), today);
    }
}

internal static class AwaitingAnswers
{
    /// <summary>
    /// What waits for the office: nothing is recorded yet, the promised day is over, or an interview has taken place, or the last one
    /// came to nothing, and nothing was recorded since. While the applicant has interview
    /// times to choose from, or an interview is to come, the next word isn't the office's. The list and the number in the menu both ask this.
    /// </summary>
    public static IQueryable<SelfApplication> AwaitingAnswer(this HelloWorkDbContext db, OfficeId office, DateTime now)
    {
        var today = Jst.DayOf(now);
        return db.SentTo(office).InProgress().Where(a =>
            (a.Status == ApplicationStatus.Applied || (a.AnswerBy ?? a.ResultBy) < today
                || db.Interviews.Any(i => i.SelfApplicationId == a.Id && (i.State == InterviewState.Agreed || i.State == InterviewState.Over) && i.StartsAt <= now
                    && !db.Set<ApplicationStep>().Any(s => s.SelfApplicationId == a.Id && s.At >= i.StartsAt))
                || db.Interviews.Any(i => i.SelfApplicationId == a.Id && i.Number == a.Interviews && i.State != InterviewState.Agreed && i.State != InterviewState.Over
                    && !db.Set<ApplicationStep>().Any(s => s.SelfApplicationId == a.Id && s.At > i.ChangedAt
                        // What was recorded while there were times to choose from isn't about their passing.
                        && (i.State == InterviewState.NoneSuits || i.State == InterviewState.CalledOff || !i.Times.Any(t => t.StartsAt > s.At)))))
            && !db.Interviews.Any(i => i.SelfApplicationId == a.Id
                && ((i.State == InterviewState.Offered && i.Times.Any(t => t.StartsAt > now)) || (i.State == InterviewState.Agreed && i.StartsAt > now))));
    }
}
