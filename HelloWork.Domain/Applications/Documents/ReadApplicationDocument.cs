using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Documents;

/// <summary>応募書類を読む: the seeker's own, and of the office it was sent to while the application allows it. Each time is on record.</summary>
public sealed class ReadApplicationDocument(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record BySeeker(SeekerActor Seeker, Guid Document);
    public sealed record ByEmployer(EmployerActor Employer, Guid Document);

    /// <returns>Null: there is none (any more), or it is somebody else's.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<DocumentFile?> RunAsync(BySeeker query, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandAsync(query.Seeker, ct);
        return await ReadAsync(db, db.ApplicationDocuments.Where(d => d.SeekerId == query.Seeker.Seeker), query.Document, query.Seeker.Account, ct);
    }, ct);

    /// <returns>Null: there is none (any more), or it went to another office.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<DocumentFile?> RunAsync(ByEmployer query, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandAsync(query.Employer, ct);
        return await ReadAsync(db, db.OpenDocuments(clock.UtcNow()).Where(d => db.SentTo(query.Employer.Office).Any(a => a.Id == d.SelfApplicationId)), query.Document, query.Employer.Account, ct);
    }, ct);

    private async Task<DocumentFile?> ReadAsync(HelloWorkDbContext db, IQueryable<ApplicationDocument> readable, Guid id, Guid reader, CancellationToken ct)
    {
        var found = await readable.AsNoTracking().Where(d => d.Id == id).Select(d => new { d.Name, d.Type, d.Bytes, d.SelfApplicationId }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        db.Record(clock.UtcNow(), reader, nameof(ReadApplicationDocument), nameof(ApplicationDocument), id, found.SelfApplicationId is { } application ? $"application {application}" : null);
        return new DocumentFile(found.Name, found.Type, found.Bytes);
    }
}
