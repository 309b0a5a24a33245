using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>
/// リクエストの下書きを保存する: by itself while typing, and on the way to the confirmation. Whatever is typed is kept, right or wrong.
/// Leaves no audit row: nothing of it has left the sender's hands.
/// </summary>
public sealed class SaveRequestDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(EmployerActor Sender, PublicNumber Seeker, JobNumber? Job, string Message, bool NoticeConfirmed);

    /// <param name="SavedAt">UTC; null when refused.</param>
    public sealed record Result(DateTime? SavedAt, DraftRefusal? Refusal);

    /// <exception cref="NotAllowedException">The sender doesn't act for the office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var message = (command.Message ?? "").ReplaceLineEndings("\n");
        return message.Length > DirectRequestDraft.Room || !WrittenText.IsClean(message)
            ? Task.FromResult(new Result(null, DraftRefusal.NoRoom))
            : contexts.WriteAsync(db => SaveAsync(db, command, message, ct), ct);
    }

    private async Task<Result> SaveAsync(HelloWorkDbContext db, Command command, string message, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var sender = command.Sender;
        await db.DemandAsync(sender, ct);

        var seeker = await db.ShownToEmployers(today).Where(p => p.PublicNumber == command.Seeker).Select(p => (SeekerId?)p.SeekerId).SingleOrDefaultAsync(ct);
        if (seeker is null)
            return new Result(null, DraftRefusal.SeekerNotShown);

        var job = command.Job is { } number
            ? await db.JobOffers.Where(j => j.Number == number && j.OfficeId == sender.Office).Select(j => (JobOfferId?)j.Id).SingleOrDefaultAsync(ct)
            : null;
        var draft = await db.DirectRequestDrafts.FindAsync([sender.Account, seeker.Value], ct);
        if (draft is null)
            db.Add(draft = new DirectRequestDraft(sender.Account, seeker.Value));
        draft.Save(job, message, command.NoticeConfirmed, now);
        return new Result(now, null);
    }
}

/// <summary>Why a draft isn't kept.</summary>
public enum DraftRefusal
{
    /// <summary>The seeker isn't shown to employers (any more).</summary>
    SeekerNotShown = 1,
    /// <summary>Longer than a draft may be, or with characters that can't be stored.</summary>
    NoRoom = 2,
}
