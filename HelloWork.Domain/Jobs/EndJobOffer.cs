using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>求人を終了する: the employer has filled the job or withdraws it (JO-05). Open direct requests on it end at the same instant.</summary>
public sealed class EndJobOffer(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Reason"><see cref="JobEndReason.Filled"/> or <see cref="JobEndReason.Withdrawn"/>.</param>
    public sealed record Command(EmployerActor Actor, JobNumber Job, JobEndReason Reason);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The actor doesn't act for the office.</exception>
    /// <exception cref="ArgumentException">The last day isn't the employer's reason to give.</exception>
    public Task<EndJobRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        if (command.Reason is not (JobEndReason.Filled or JobEndReason.Withdrawn))
            throw new ArgumentException("An employer ends a job as filled or withdrawn.", nameof(command));

        return contexts.WriteAsync<EndJobRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAsync(command.Actor, ct);
            var job = await db.JobOffers.SingleOrDefaultAsync(j => j.Number == command.Job && j.OfficeId == command.Actor.Office, ct);
            if (job is null)
                return EndJobRefusal.JobNotFound;
            if (!job.IsActiveOn(Jst.DayOf(now)))
                return EndJobRefusal.NotActive;

            job.End(command.Reason, now);
            await db.FinishDeskWorkAsync(DeskItemKind.JobCheck, job.Id.Value, now, ct);
            await db.TellOfficesAsync([job], now, ct);
            db.Record(now, command.Actor.Account, nameof(EndJobOffer), nameof(JobOffer), job.Id, $"{job.Number} {command.Reason}");
            await db.SignalAsync([LiveTopic.Job(job.Id.Value), LiveTopic.Organisation(job.OfficeId.Value)], now, ct);
            return null;
        }, ct);
    }
}

/// <summary>Why a job offer isn't ended.</summary>
public enum EndJobRefusal
{
    /// <summary>No such job of this office.</summary>
    JobNotFound = 1,
    /// <summary>It has ended already or was never published.</summary>
    NotActive = 2,
}
