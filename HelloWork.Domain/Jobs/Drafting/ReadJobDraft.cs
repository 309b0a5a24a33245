using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Checking;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>求人の下書きを読む: what the steps and the review show, with what a counselor sent back about it.</summary>
public sealed class ReadJobDraft(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <param name="Draft">Null: a draft that isn't begun yet.</param>
    public sealed record Query(EmployerActor Employer, JobDraftId? Draft);

    /// <returns>Null: no such draft of this office.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<JobDraftView?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);
        var office = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == query.Employer.Office, ct);
        if (query.Draft is not { } id)
            return new(await db.StartingValuesAsync(office, ct), NewJobDraft.BlockOf(office), office.Number);
        var draft = await db.JobDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.OfficeId == office.Id, ct);
        if (draft is null)
            return null;
        var job = draft.JobOfferId is { } of
            ? await db.JobOffers.AsNoTracking().Where(j => j.Id == of).Select(j => new { j.Number, j.Status }).SingleAsync(ct) : null;
        var check = draft.JobOfferId is { } checkedJob ? await db.JobChecks.AsNoTracking().SingleOrDefaultAsync(c => c.JobOfferId == checkedJob && c.SentBackAt != null, ct) : null;
        return new(draft.Values, NewJobDraft.BlockOf(office), office.Number)
        {
            Origin = draft.Origin, Version = draft.Version, SavedAt = draft.SavedAt, SentAt = draft.SentAt, IsAsSent = draft.IsAsSent,
            Job = job?.Number, JobStatus = job?.Status, From = draft.FromNumber, Comments = check?.SentComments ?? JobComments.None, SentBackAt = check?.SentBackAt,
        };
    }
}

/// <summary>A draft as its office sees it.</summary>
public sealed record JobDraftView(JobDraftValues Values, JobCard.OfficeBlock Office, OfficeNumber OfficeNumber)
{
    public JobDraftOrigin Origin { get; init; } = JobDraftOrigin.New;
    public int Version { get; init; }
    public DateTime? SavedAt { get; init; }
    public DateTime? SentAt { get; init; }
    public bool IsAsSent { get; init; }
    public JobNumber? Job { get; init; }
    public JobOfferStatus? JobStatus { get; init; }
    public JobNumber? From { get; init; }
    /// <summary>What the counselor wrote, by line of the card; none once its check was asked for again.</summary>
    public JobComments Comments { get; init; } = JobComments.None;
    public DateTime? SentBackAt { get; init; }

    public JobCard Card => Values.ToCard(Office);
}
