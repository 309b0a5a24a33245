using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>下書き一覧: the office's drafts that still need something of it, the last touched first.</summary>
public sealed class ListJobDrafts(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <param name="Job">The job it changes or became.</param>
    /// <param name="SentBack">A counselor sent it back with comments.</param>
    public sealed record Row(JobDraftId Id, string Title, JobDraftOrigin Origin, JobNumber? Job, DateTime SavedAt, bool SentBack);

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<IReadOnlyList<Row>> RunAsync(EmployerActor employer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        var drafts = await db.JobDrafts.AsNoTracking().Where(d => d.OfficeId == employer.Office)
            .OrderByDescending(d => d.SavedAt).ThenBy(d => d.Id).Take(JobDraft.MostPerOffice)
            .Select(d => new
            {
                Draft = new { d.Id, d.Title, d.Origin, d.SavedAt, AsSent = d.SentVersion == d.Version },
                Job = db.JobOffers.Where(j => j.Id == d.JobOfferId).Select(j => (JobNumber?)j.Number).FirstOrDefault(),
                SentBack = db.JobChecks.Any(c => c.JobOfferId == d.JobOfferId && c.SentBackAt != null),
            }).ToListAsync(ct);
        return [.. drafts.Where(d => d.SentBack || !d.Draft.AsSent).OrderByDescending(d => d.SentBack)
            .Select(d => new Row(d.Draft.Id, d.Draft.Title, d.Draft.Origin, d.Job, d.Draft.SavedAt, d.SentBack))];
    }
}
