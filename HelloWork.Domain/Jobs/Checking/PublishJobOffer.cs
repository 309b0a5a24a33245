using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Checking;

/// <summary>求人を公開する: what was checked is found from this instant; a change takes the place of what was published (JO-01, CO-02).</summary>
public sealed class PublishJobOffer(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Version">The job that was looked at.</param>
    public sealed record Command(CounselorActor Counselor, JobNumber Job, int Version);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public Task<CheckRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<CheckRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var desk = await db.DemandDeskAsync(command.Counselor, ct);
        if (await db.JobAtDeskAsync(desk, command.Job, ct) is not { } at)
            return CheckRefusal.NotFound;
        var check = await db.JobChecks.SingleOrDefaultAsync(c => c.JobOfferId == at.Job.Id, ct);
        if (at.Bar(command.Version, check) is { } bar)
            return bar;

        var job = at.Job;
        var draft = await db.JobDrafts.SingleOrDefaultAsync(d => d.JobOfferId == job.Id, ct);
        if (job.Status is JobOfferStatus.AwaitingCheck)
        {
            // Hello Work accepts what was drafted here on the day of the check; a file says its own day.
            if (draft is not null)
                job.Reschedule(Jst.DayOf(now), null, now);
            else if (now >= job.EndsAt)
                return CheckRefusal.LastDayPassed;
            job.Publish(now);
        }
        else if (job.IsActiveOn(Jst.DayOf(now)) && job.ProposedCard is { } proposed)
            job.Revise(proposed, now);
        else
            return CheckRefusal.NotWaiting;

        at.Item.Close(now);
        if (check is not null)
            db.JobChecks.Remove(check);
        // What the office has typed since stays its draft of a change.
        if (draft is { IsAsSent: true })
            db.JobDrafts.Remove(draft);
        await db.TellOfficeAsync(MailKind.JobOfferPublished, job, now, ct);
        db.Record(now, command.Counselor.Account, nameof(PublishJobOffer), nameof(JobOffer), job.Id, job.Number.Value);
        await db.SignalAsync([LiveTopic.Job(job.Id.Value), LiveTopic.Organisation(job.OfficeId.Value)], now, ct);
        return null;
    }, ct);
}
