using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>求人の下書きを捨てる: the job it changes, and what waits for a check, stay as they are.</summary>
public sealed class DiscardJobDraft(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public sealed record Command(EmployerActor Employer, JobDraftId Draft);

    /// <returns>False: no such draft of this office.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandAsync(command.Employer, ct);
        var draft = await db.JobDrafts.SingleOrDefaultAsync(d => d.Id == command.Draft && d.OfficeId == command.Employer.Office, ct);
        if (draft is null)
            return false;
        db.JobDrafts.Remove(draft);
        return true;
    }, ct);
}
