using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Documents;

/// <summary>応募書類を加える: up to five files to an application that isn't sent yet.</summary>
public sealed class AddApplicationDocument(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Name">As the seeker's machine calls it.</param>
    /// <param name="File">Its content; one byte more than may be is enough to tell.</param>
    public sealed record Command(SeekerActor Seeker, JobNumber Job, string? Name, byte[] File);

    /// <returns>Null: it is there.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<DocumentRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        // Looked through outside of the transaction: it may take a moment, and asks the database nothing.
        var (file, refusal) = DocumentFile.Read(command.Name, command.File);
        return await contexts.WriteAsync(db => AddAsync(db, command, file, refusal, ct), ct);
    }

    private async Task<DocumentRefusal?> AddAsync(HelloWorkDbContext db, Command command, DocumentFile? file, DocumentRefusal? refusal, CancellationToken ct)
    {
        await db.DemandAsync(command.Seeker, ct);
        var (now, seeker) = (clock.UtcNow(), command.Seeker.Seeker);
        var job = await db.FindJobAsync(command.Job, seeker, ct);
        if (job is null || await db.BarOfAsync(job, seeker, Jst.DayOf(now), ct) is not null)
            return DocumentRefusal.NotOpen;
        if (file is null)
            return refusal;
        var there = await db.DraftDocuments(seeker, job.Id).Select(d => new { d.Slot, d.Size, d.Hash }).ToListAsync(ct);
        var hash = ApplicationDocument.HashOf(file.Bytes);
        // The form was sent twice.
        if (there.Exists(d => d.Hash == hash))
            return null;
        if (there.Count >= ApplicationDocument.Most)
            return DocumentRefusal.TooMany;
        if (there.Sum(d => (long)d.Size) + file.Bytes.Length > ApplicationDocument.MostBytesInAll)
            return DocumentRefusal.TooLargeInAll;
        // What waits for jobs that have ended can't be taken off any more, and goes by itself.
        var today = Jst.DayOf(now);
        if (await db.ApplicationDocuments.Where(d => d.SeekerId == seeker && d.SelfApplicationId == null
                && db.JobOffers.Any(j => j.Id == d.JobOfferId && j.Status == JobOfferStatus.Active && j.LastDay >= today)).SumAsync(d => (long)d.Size, ct) + file.Bytes.Length > ApplicationDocument.MostBytesUnsent)
            return DocumentRefusal.TooMuchUnsent;
        // Two at once meet at the slot's unique index; the slower one counts anew.
        var slot = Enumerable.Range(1, ApplicationDocument.Most).First(s => there.TrueForAll(d => d.Slot != s));
        var document = new ApplicationDocument(seeker, job.Id, slot, file, now);
        db.ApplicationDocuments.Add(document);
        db.Record(now, command.Seeker.Account, nameof(AddApplicationDocument), nameof(ApplicationDocument), document.Id, $"job {job.Number}, {file.Type}, {document.Size} bytes");
        return null;
    }
}

/// <summary>応募書類を外す: from an application that isn't sent yet.</summary>
public sealed class RemoveApplicationDocument(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(SeekerActor Seeker, Guid Document);

    /// <returns>False: no such file of this seeker's, or it has been sent.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        await db.DemandAsync(command.Seeker, ct);
        if (await db.ApplicationDocuments.Where(d => d.Id == command.Document && d.SeekerId == command.Seeker.Seeker && d.SelfApplicationId == null).ExecuteDeleteAsync(ct) == 0)
            return false;
        db.Record(clock.UtcNow(), command.Seeker.Account, nameof(RemoveApplicationDocument), nameof(ApplicationDocument), command.Document);
        return true;
    }, ct);
}
