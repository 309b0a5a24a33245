using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>
/// 返事が必要な応募: applications to the office that wait for it, the longest waiting first: nothing is recorded, or the promised day is over. While the
/// applicant has interview times to choose from, or an interview is to come, the next word isn't the office's.
/// </summary>
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

        var waiting = from application in db.SelfApplications.AsNoTracking()
                      join job in db.JobOffers on application.JobOfferId equals job.Id
                      where job.OfficeId == employer.Office
                          && (application.Status == ApplicationStatus.Applied || application.AnswerBy < today)
                          && !db.Interviews.Any(i => i.SelfApplicationId == application.Id && ((i.State == InterviewState.Offered && i.Times.Any(t => t.StartsAt > now)) || (i.State == InterviewState.Agreed && i.StartsAt > now)))
                      select new { application, job };
        var count = await waiting.CountAsync(ct);
        var rows = await waiting.OrderBy(w => w.application.AppliedAt).ThenBy(w => w.application.Id).Take(most)
            .Select(w => new { w.application.Id, w.application.Papers, w.job.Title, w.application.DirectRequestId, w.application.AppliedAt, w.application.AnswerBy, w.job.Card })
            .ToListAsync(ct);
        return new Result(count, rows.ConvertAll(r => new Awaiting(r.Id, r.Papers.Name, r.Title, r.DirectRequestId is not null, r.AppliedAt,
            r.AnswerBy ?? (r.Card.Selection.DaysToDocumentResult is { } days ? Jst.DayOf(r.AppliedAt).AddDays(days) : null))), today);
    }
}
