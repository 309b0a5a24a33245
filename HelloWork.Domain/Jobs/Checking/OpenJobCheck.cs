using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Checking;

/// <summary>求人の確認を開く: the card that awaits its check, what is published meanwhile, and the comments so far (CO-02).</summary>
public sealed class OpenJobCheck(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public sealed record Query(CounselorActor Counselor, JobNumber Job);

    /// <returns>Null: not on this office's desk.</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public async Task<JobToCheck?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var desk = await db.DemandDeskAsync(query.Counselor, ct);
        if (await db.JobAtDeskAsync(desk, query.Job, ct) is not { } at)
            return null;
        var office = await db.Offices.AsNoTracking().SingleAsync(o => o.Id == at.Job.OfficeId, ct);
        var check = await db.JobChecks.AsNoTracking().SingleOrDefaultAsync(c => c.JobOfferId == at.Job.Id, ct);
        return new(at.Job.Number, at.Job.ProposedCard ?? at.Job.Card, at.Job.ProposedCard is null ? null : at.Job.Card, at.Job.Version)
        {
            OfficeName = office.Name, OfficeNumber = office.Number, Status = at.Job.Status, AcceptedOn = at.Job.AcceptedOn, LastDay = at.Job.LastDay,
            IsWaiting = at.Item.ClosedAt is null, OpenedAt = at.Item.OpenedAt, DueOn = at.Item.DueOn,
            Comments = check?.Comments ?? JobComments.None, SavedAt = check?.SavedAt, SentComments = check?.SentComments ?? JobComments.None, SentBackAt = check?.SentBackAt,
        };
    }
}

/// <summary>A job as its counselor sees it.</summary>
/// <param name="Published">What is published meanwhile; null: nothing yet.</param>
public sealed record JobToCheck(JobNumber Number, JobCard Card, JobCard? Published, int Version)
{
    public required string OfficeName { get; init; }
    public required OfficeNumber OfficeNumber { get; init; }
    public JobOfferStatus Status { get; init; }
    public DateOnly AcceptedOn { get; init; }
    public DateOnly LastDay { get; init; }
    public bool IsWaiting { get; init; }
    public DateTime OpenedAt { get; init; }
    public DateOnly DueOn { get; init; }
    public JobComments Comments { get; init; } = JobComments.None;
    public DateTime? SavedAt { get; init; }
    /// <summary>What the office was told last.</summary>
    public JobComments SentComments { get; init; } = JobComments.None;
    public DateTime? SentBackAt { get; init; }
}
