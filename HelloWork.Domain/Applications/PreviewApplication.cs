using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>応募内容の確認: what an application would send, word for word, with the motivation as saved; and whether it can be sent (AP-01).</summary>
public sealed class PreviewApplication(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(SeekerActor Seeker, JobNumber Job);

    /// <returns>Null: no such job, or not one this seeker may know.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<ApplicationPreview?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var now = clock.UtcNow();
        var seeker = query.Seeker.Seeker;
        var job = await db.FindJobAsync(query.Job, seeker, ct);
        if (job is null)
            return null;

        var draft = await db.ApplicationDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == query.Seeker.Account && d.JobOfferId == job.Id, ct);
        var request = await db.DirectRequests.AsNoTracking().Where(r => r.JobOfferId == job.Id && r.SeekerId == seeker).InContext(db).SingleOrDefaultAsync(ct);
        var motivation = WrittenText.Tidy(draft?.Motivation);
        var papers = await db.PapersOfAsync(seeker, job.Id, motivation, ct);
        return new ApplicationPreview
        {
            Job = job.Number,
            JobTitle = job.Title,
            OfficeName = await db.Offices.Where(o => o.Id == job.OfficeId).Select(o => o.Name).SingleAsync(ct),
            Papers = papers,
            Fingerprint = papers.Fingerprint(),
            Draft = draft?.Motivation ?? "",
            DraftSavedAt = draft?.SavedAt,
            LastDay = job.LastDay,
            Bar = await db.BarOfAsync(job, seeker, Jst.DayOf(now), ct),
            Standing = await db.StandingAsync(job, seeker, ct),
            OpenRequest = request is not null && request.IsOpenAt(now) ? request.Request.Id : null,
            AnswersUntil = request is not null && request.IsOpenAt(now) ? request.Deadline.LastDay : null,
        };
    }
}

/// <summary>An application that hasn't been sent yet.</summary>
public sealed record ApplicationPreview
{
    public required JobNumber Job { get; init; }
    public required string JobTitle { get; init; }
    /// <summary>The last day on which the job can be applied to.</summary>
    public DateOnly? LastDay { get; init; }
    /// <summary>Who receives it.</summary>
    public required string OfficeName { get; init; }
    public required ApplicationPapers Papers { get; init; }
    /// <summary>Of <see cref="Papers"/>; goes back with the sending.</summary>
    public required string Fingerprint { get; init; }
    /// <summary>The motivation as typed so far, possibly too long.</summary>
    public required string Draft { get; init; }
    public required DateTime? DraftSavedAt { get; init; }
    /// <summary>Why it can't be sent now; null: it can.</summary>
    public required ApplyRefusal? Bar { get; init; }
    /// <summary>The application that stands already.</summary>
    public required SelfApplicationId? Standing { get; init; }
    /// <summary>The request it would answer (AP-02), and the last day on which it does.</summary>
    public required DirectRequestId? OpenRequest { get; init; }
    public required DateOnly? AnswersUntil { get; init; }
}
