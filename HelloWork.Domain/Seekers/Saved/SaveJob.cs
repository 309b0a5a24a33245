using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Saved;

/// <summary>求人を保存する: in the seeker's own list, which nobody else sees. Saving twice is saving once.</summary>
public sealed class SaveJob(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(SeekerActor Seeker, JobNumber Job);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<SaveJobRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<SaveJobRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Seeker, ct);
        var job = await db.JobOffers.Where(j => j.Number == command.Job && j.Status != JobOfferStatus.AwaitingCheck && j.Disclosure != Disclosure.NotPublic)
            .Select(j => (JobOfferId?)j.Id).SingleOrDefaultAsync(ct);
        if (job is null)
            return SaveJobRefusal.NotThere;
        if (await db.SavedJobs.FindAsync([command.Seeker.Seeker, job.Value], ct) is not null)
            return null;

        var taken = await db.SavedJobs.Where(s => s.SeekerId == command.Seeker.Seeker).Select(s => s.Slot).ToListAsync(ct);
        if (taken.Count >= SavedJob.Most)
            return SaveJobRefusal.TooMany;
        db.SavedJobs.Add(new SavedJob(command.Seeker.Seeker, job.Value, Enumerable.Range(1, SavedJob.Most).First(slot => !taken.Contains((byte)slot)), now));
        db.Record(now, command.Seeker.Account, nameof(SaveJob), nameof(JobOffer), command.Job);
        return null;
    }, ct);
}

public enum SaveJobRefusal
{
    /// <summary>No such job, or it isn't public.</summary>
    NotThere = 1,
    /// <summary>All <see cref="SavedJob.Most"/> places are taken.</summary>
    TooMany = 2,
}

/// <summary>保存した求人を一覧から外す</summary>
public sealed class RemoveSavedJob(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(SeekerActor Seeker, JobNumber Job);

    /// <returns>False: it wasn't in the list.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Seeker, ct);
        var saved = await db.SavedJobs.SingleOrDefaultAsync(s => s.SeekerId == command.Seeker.Seeker && db.JobOffers.Any(j => j.Id == s.JobOfferId && j.Number == command.Job), ct);
        if (saved is null)
            return false;

        db.SavedJobs.Remove(saved);
        db.Record(now, command.Seeker.Account, nameof(RemoveSavedJob), nameof(JobOffer), command.Job);
        return true;
    }, ct);
}
