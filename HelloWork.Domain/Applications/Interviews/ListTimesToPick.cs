using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>面接の日時の返事を待つ応募: the seeker's applications whose employer offers times of which one is still to come, the most pressing first.</summary>
public sealed class ListTimesToPick(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>More are never named; nobody has so many.</summary>
    public const int Most = 20;

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<IReadOnlyList<TimesToPick>> RunAsync(SeekerActor seeker, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(seeker, ct);
        return await (
            from interview in db.ToPick(seeker.Seeker, clock.UtcNow())
            join application in db.SelfApplications on interview.SelfApplicationId equals application.Id
            join job in db.JobOffers on application.JobOfferId equals job.Id
            join office in db.Offices on job.OfficeId equals office.Id
            orderby interview.Times.Max(t => t.StartsAt), application.Id
            select new TimesToPick(application.Id, job.Title, office.Name, interview.Times.Max(t => t.StartsAt))).Take(Most).ToListAsync(ct);
    }
}

/// <param name="Until">UTC: the last of the times; with it the offer ends by itself.</param>
public sealed record TimesToPick(SelfApplicationId Application, string JobTitle, string OfficeName, DateTime Until);
