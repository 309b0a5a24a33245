using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>届いた応募の一覧: an office's, newest first, with what is new to read.</summary>
public sealed class ListReceivedApplications(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int PageSize = 20;

    /// <param name="InProgress">True: without an outcome; false: with one; null: all.</param>
    public sealed record Query(EmployerActor Employer, bool? InProgress = null, JobNumber? Job = null, int Page = 1);

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<ReceivedApplications> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);
        var received = db.SentTo(query.Employer.Office).AsNoTracking();
        if (query.Job is { } number)
            received = received.Where(a => db.JobOffers.Any(j => j.Id == a.JobOfferId && j.Number == number));
        var (all, open) = (await received.CountAsync(ct), await received.InProgress().CountAsync(ct));
        var wanted = query.InProgress switch
        {
            true => received.InProgress(),
            false => received.Where(a => a.Status == ApplicationStatus.Hired || a.Status == ApplicationStatus.NotHired || a.Status == ApplicationStatus.Withdrawn),
            null => received,
        };
        var page = Math.Max(query.Page, 1);
        var rows = await (
            from application in wanted
            join job in db.JobOffers on application.JobOfferId equals job.Id
            orderby application.AppliedAt descending, application.Id
            select new
            {
                Application = application, job.Number, job.Title,
                Unread = db.ApplicationMessages.Count(m => m.SelfApplicationId == application.Id && m.FromSeeker && m.ReadAt == null),
            }).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        var interviews = await db.GlancesAsync([.. rows.Select(r => r.Application.Id)], ct);
        var items = rows.ConvertAll(r => new ReceivedApplicationItem(r.Application.Id, r.Application.Status, r.Application.Papers.Name, r.Number, r.Title,
            r.Application.AppliedAt, r.Application.DirectRequestId is not null, r.Application.ReadAt is null, r.Unread)
        {
            Interview = interviews.GetValueOrDefault(r.Application.Id),
            AnswerBy = r.Application.AnswerBy,
        });
        var total = query.InProgress switch { true => open, false => all - open, null => all };
        return new(new Page<ReceivedApplicationItem>(items, total, page, PageSize), all, open);
    }
}

/// <param name="All">How many the office or the job has in all.</param>
/// <param name="InProgress">How many of them have no outcome yet.</param>
public sealed record ReceivedApplications(Page<ReceivedApplicationItem> Page, int All, int InProgress);

/// <summary>One line of the office's list.</summary>
/// <param name="FromRequest">直接リクエストから; otherwise オンライン自主応募.</param>
/// <param name="IsNew">Nobody of the office has opened it.</param>
/// <param name="UnreadMessages">From the seeker.</param>
public sealed record ReceivedApplicationItem(SelfApplicationId Id, ApplicationStatus Status, string ApplicantName, JobNumber Job, string JobTitle,
    DateTime AppliedAt, bool FromRequest, bool IsNew, int UnreadMessages)
{
    public InterviewGlance? Interview { get; init; }
    /// <summary>By when an answer is promised that is still to come.</summary>
    public DateOnly? AnswerBy { get; init; }
}
