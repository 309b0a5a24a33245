using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Checking;

/// <summary>A job on a counselor's desk: open, or done with.</summary>
internal sealed record JobAtDesk(JobOffer Job, DeskItem Item);

internal static class JobsAtDesk
{
    /// <summary>The job with its newest desk item at this office; null: never on its desk. Tracked, for verbs that change it.</summary>
    public static async Task<JobAtDesk?> JobAtDeskAsync(this HelloWorkDbContext db, string desk, JobNumber number, CancellationToken ct)
    {
        var job = await db.JobOffers.Include(j => j.Places).SingleOrDefaultAsync(j => j.Number == number, ct);
        if (job is null)
            return null;
        var record = job.Id.Value;
        var item = await db.DeskItems.Where(i => i.Kind == DeskItemKind.JobCheck && i.RecordId == record && i.PlacementOfficeCode == desk)
            .OrderBy(i => i.ClosedAt == null ? 0 : 1).ThenByDescending(i => i.ClosedAt).FirstOrDefaultAsync(ct);
        return item is null ? null : new(job, item);
    }

    /// <summary>Why this job can't be decided on now, or null.</summary>
    public static CheckRefusal? Bar(this JobAtDesk at, int version, JobCheck? check) =>
        at.Item.ClosedAt is not null ? CheckRefusal.NotWaiting
        : check?.SentBackAt is not null ? CheckRefusal.SentBack
        : at.Job.Version != version ? CheckRefusal.ChangedSince
        : null;
}

/// <summary>Why a job isn't published or sent back.</summary>
public enum CheckRefusal
{
    /// <summary>Not on this office's desk.</summary>
    NotFound = 1,
    /// <summary>Somebody has decided already, or the job has ended.</summary>
    NotWaiting = 2,
    /// <summary>It waits for the office to mend it.</summary>
    SentBack = 3,
    /// <summary>The office asked again with another text.</summary>
    ChangedSince = 4,
    LastDayPassed = 5,
    NoComments = 6,
    CommentTooLong = 7,
    /// <summary>Comments were written, which publishing would leave unsaid.</summary>
    CommentsLeft = 8,
}
