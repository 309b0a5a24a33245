using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>応募の一覧: a seeker's own, newest first.</summary>
public sealed class ListOwnApplications(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int PageSize = 20;

    /// <param name="InProgressOnly">Only those without an outcome.</param>
    public sealed record Query(SeekerActor Seeker, bool InProgressOnly = false, int Page = 1);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<Page<OwnApplicationItem>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var own = db.SelfApplications.AsNoTracking().Where(a => a.SeekerId == query.Seeker.Seeker);
        if (query.InProgressOnly)
            own = own.InProgress();
        var page = Math.Max(query.Page, 1);
        var items = await (
            from application in own
            join job in db.JobOffers on application.JobOfferId equals job.Id
            join office in db.Offices on job.OfficeId equals office.Id
            orderby application.AppliedAt descending, application.Id
            select new OwnApplicationItem(application.Id, application.Status, job.Number, job.Title, office.Name, application.AppliedAt, application.DirectRequestId != null,
                db.ApplicationMessages.Count(m => m.SelfApplicationId == application.Id && !m.FromSeeker && m.ReadAt == null)))
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var interviews = await db.GlancesAsync([.. items.Select(i => i.Id)], ct);
        items = items.ConvertAll(i => i with { Interview = interviews.GetValueOrDefault(i.Id) });
        return new(items, await own.CountAsync(ct), page, PageSize);
    }
}

/// <summary>One line of a seeker's list.</summary>
/// <param name="FromRequest">It answered a direct request (AP-02).</param>
/// <param name="UnreadMessages">From the employer.</param>
public sealed record OwnApplicationItem(SelfApplicationId Id, ApplicationStatus Status, JobNumber Job, string JobTitle, string OfficeName,
    DateTime AppliedAt, bool FromRequest, int UnreadMessages)
{
    public InterviewGlance? Interview { get; init; }
}
