using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>求人の転用・変更・再申込みを始める: a draft from one of the office's own jobs (JO-01). A change that was begun is gone on with.</summary>
public sealed class StartJobDraft(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Origin">Anything but <see cref="JobDraftOrigin.New"/>.</param>
    public sealed record Command(EmployerActor Employer, JobNumber Job, JobDraftOrigin Origin);

    public sealed record Result(JobDraftId? Draft, StartJobDraftRefusal? Refusal);

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        if (command.Origin is JobDraftOrigin.New)
            throw new ArgumentException("A new draft starts from no job.", nameof(command));
        return contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAsync(command.Employer, ct);
            var job = await db.JobOffers.AsNoTracking().SingleOrDefaultAsync(j => j.Number == command.Job && j.OfficeId == command.Employer.Office, ct);
            if (job is null)
                return new Result(null, StartJobDraftRefusal.JobNotFound);
            var ended = job.Status is not JobOfferStatus.AwaitingCheck && !job.IsActiveOn(Jst.DayOf(now));
            if (command.Origin is JobDraftOrigin.Change && ended)
                return new Result(null, StartJobDraftRefusal.Ended);
            if (command.Origin is JobDraftOrigin.Renewal && !ended)
                return new Result(null, StartJobDraftRefusal.NotEnded);
            if (command.Origin is JobDraftOrigin.Change && await db.JobDrafts.Where(d => d.JobOfferId == job.Id).Select(d => (JobDraftId?)d.Id).SingleOrDefaultAsync(ct) is { } begun)
                return new Result(begun, null);
            if (!await db.HasRoomForDraftAsync(command.Employer.Office, ct))
                return new Result(null, StartJobDraftRefusal.TooManyDrafts);

            var changes = command.Origin is JobDraftOrigin.Change ? job : null;
            var draft = new JobDraft(new JobDraftId(NewId.Next()), job.OfficeId, command.Origin, changes, job.Number, JobDraftValues.Of(changes?.ProposedCard ?? job.Card), now);
            db.JobDrafts.Add(draft);
            return new Result(draft.Id, null);
        }, ct);
    }
}

/// <summary>Why no draft is begun.</summary>
public enum StartJobDraftRefusal
{
    /// <summary>No such job of this office.</summary>
    JobNotFound = 1,
    /// <summary>What has ended isn't changed; it can be offered again.</summary>
    Ended = 2,
    /// <summary>It needs no new number yet.</summary>
    NotEnded = 3,
    TooManyDrafts = 4,
}
