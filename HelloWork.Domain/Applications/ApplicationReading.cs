using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>One application with its papers, history and messages: the same page for both sides, each from its own (AP-05, AP-06).</summary>
public sealed record ApplicationView
{
    /// <summary>The oldest messages beyond this aren't shown.</summary>
    public const int MostMessages = 500;

    public required SelfApplicationId Id { get; init; }
    public required ApplicationStatus Status { get; init; }
    public required ApplicationPapers Papers { get; init; }
    public required DateTime AppliedAt { get; init; }
    /// <summary>When the employer first read it.</summary>
    public required DateTime? ReadAt { get; init; }
    /// <summary>The request it answered (AP-02).</summary>
    public required DirectRequestId? Request { get; init; }
    public required JobNumber Job { get; init; }
    public required string JobTitle { get; init; }
    public required string OfficeName { get; init; }
    public required bool SeekerReachable { get; init; }
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<StepView> Steps { get; init; }
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<MessageView> Messages { get; init; }
    /// <summary>By when the employer has promised an answer that is still to come.</summary>
    public required DateOnly? AnswerBy { get; init; }
    /// <summary>面接の予定, oldest first.</summary>
    public required IReadOnlyList<InterviewView> Interviews { get; init; }
    /// <summary>Those of the files sent that can still be read.</summary>
    public required IReadOnlyCollection<Guid> ReadableDocuments { get; init; }
    /// <summary>The reader's own message, typed and not sent yet.</summary>
    public required string Draft { get; init; }
    public required DateTime? DraftSavedAt { get; init; }

    public ApplicationHistory History => new(Steps, ReadAt, Interviews);

    /// <summary>The one that both sides are at: the last.</summary>
    public InterviewView? Interview => Interviews.Count == 0 ? null : Interviews[^1];

    public bool HasOutcome => Status is ApplicationStatus.Hired or ApplicationStatus.NotHired or ApplicationStatus.Withdrawn;

    /// <summary>Why neither side can write, or null.</summary>
    public MessageRefusal? BarToMessages => ApplicationReading.BarToMessages(Status, SeekerReachable);
}

public sealed record StepView(short Number, ApplicationStatus Status, string? Note, DateTime At);

/// <param name="ReadAt">When the other side first read it.</param>
public sealed record MessageView(Guid Id, bool FromSeeker, string Body, DateTime SentAt, DateTime? ReadAt);

internal static class ApplicationReading
{
    public static IQueryable<SelfApplication> InProgress(this IQueryable<SelfApplication> applications) =>
        applications.Where(a => a.Status != ApplicationStatus.Hired && a.Status != ApplicationStatus.NotHired && a.Status != ApplicationStatus.Withdrawn);

    public static IQueryable<SelfApplication> SentTo(this HelloWorkDbContext db, OfficeId office) =>
        db.SelfApplications.Where(a => db.JobOffers.Any(j => j.Id == a.JobOfferId && j.OfficeId == office));

    public static MessageRefusal? BarToMessages(ApplicationStatus status, bool seekerReachable) =>
        status is ApplicationStatus.Withdrawn ? MessageRefusal.Withdrawn : seekerReachable ? null : MessageRefusal.SeekerLeft;

    public static Task<List<StepView>> StepsAsync(this HelloWorkDbContext db, SelfApplicationId id, CancellationToken ct) =>
        db.Set<ApplicationStep>().AsNoTracking().Where(s => s.SelfApplicationId == id).OrderBy(s => s.Number).Select(s => new StepView(s.Number, s.Status, s.Note, s.At)).ToListAsync(ct);

    public static async Task<IReadOnlyList<InterviewView>> InterviewsAsync(this HelloWorkDbContext db, SelfApplicationId id, DateTime now, CancellationToken ct) =>
        (await db.Interviews.AsNoTracking().Whole().Where(i => i.SelfApplicationId == id).OrderBy(i => i.Number).ToListAsync(ct)).ConvertAll(i => InterviewView.Of(i, now));

    /// <param name="reader">Whose draft comes with it.</param>
    public static async Task<ApplicationView?> ViewAsync(this HelloWorkDbContext db, IQueryable<SelfApplication> one, Guid reader, DateTime now, CancellationToken ct)
    {
        var found = await (
            from application in one.AsNoTracking()
            join job in db.JobOffers on application.JobOfferId equals job.Id
            join office in db.Offices on job.OfficeId equals office.Id
            join seeker in db.Seekers on application.SeekerId equals seeker.Id
            select new
            {
                Application = application, job.Number, job.Title, Office = office.Name,
                Reachable = seeker.MyPageOpenedAt != null && seeker.MyPageClosedAt == null,
            }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;

        var id = found.Application.Id;
        var steps = await db.StepsAsync(id, ct);
        var messages = await db.ApplicationMessages.AsNoTracking().Where(m => m.SelfApplicationId == id)
            .OrderByDescending(m => m.SentAt).ThenByDescending(m => m.Id).Take(ApplicationView.MostMessages)
            .Select(m => new MessageView(m.Id, m.FromSeeker, m.Body, m.SentAt, m.ReadAt)).ToListAsync(ct);
        messages.Reverse();
        var interviews = await db.InterviewsAsync(id, now, ct);
        var readable = await db.OpenDocuments(now).Where(d => d.SelfApplicationId == id).Select(d => d.Id).ToListAsync(ct);
        var draft = await db.ApplicationMessageDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == reader && d.SelfApplicationId == id, ct);
        return new ApplicationView
        {
            Id = id,
            Status = found.Application.Status,
            Papers = found.Application.Papers,
            AppliedAt = found.Application.AppliedAt,
            ReadAt = found.Application.ReadAt,
            Request = found.Application.DirectRequestId,
            Job = found.Number,
            JobTitle = found.Title,
            OfficeName = found.Office,
            SeekerReachable = found.Reachable,
            Steps = steps,
            Messages = messages,
            AnswerBy = found.Application.AnswerBy,
            ReadableDocuments = readable,
            Interviews = await db.WithOverlapsAsync(interviews, id, now, ct),
            Draft = draft?.Body ?? "",
            DraftSavedAt = draft?.SavedAt,
        };
    }
}
