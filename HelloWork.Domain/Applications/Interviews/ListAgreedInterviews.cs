using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>決まっている面接: the office's, of all applicants, still to come; so that whoever offers times sees which hours are gone.</summary>
public sealed class ListAgreedInterviews(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int Most = 30;

    /// <param name="Except">The application whose own interview isn't meant.</param>
    public sealed record Query(EmployerActor Employer, SelfApplicationId Except);

    /// <param name="StartsAt">UTC</param>
    public sealed record Agreed(DateTime StartsAt, int Minutes, string JobTitle);

    /// <returns>The earliest first.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<IReadOnlyList<Agreed>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);
        var now = clock.UtcNow();
        return await (
            from interview in db.Interviews
            join application in db.SentTo(query.Employer.Office) on interview.SelfApplicationId equals application.Id
            join job in db.JobOffers on application.JobOfferId equals job.Id
            where application.Id != query.Except && interview.State == InterviewState.Agreed && interview.StartsAt > now
            orderby interview.StartsAt, interview.Id
            select new Agreed(interview.StartsAt!.Value, interview.Minutes, job.Title)).Take(Most).ToListAsync(ct);
    }
}
