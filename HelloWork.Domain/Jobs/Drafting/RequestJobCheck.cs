using System.Globalization;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>求人の確認を依頼する: the draft goes to the desk of the placement office in charge (JO-01). What is published stays until the check.</summary>
public sealed class RequestJobCheck(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Portal numbers start above those of files and of the demo, which come from elsewhere.</summary>
    private const int FirstNumber = 60_000_000;

    /// <param name="Version">The draft that was reviewed.</param>
    public sealed record Command(EmployerActor Employer, JobDraftId Draft, int Version);

    /// <param name="Job">求人番号; null where it was refused.</param>
    public sealed record Result(JobNumber? Job, RequestCheckRefusal? Refusal);

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Employer, ct);
        var draft = await db.JobDrafts.SingleOrDefaultAsync(d => d.Id == command.Draft && d.OfficeId == command.Employer.Office, ct);
        if (draft is null)
            return new Result(null, RequestCheckRefusal.NotFound);
        if (draft.Version != command.Version)
            return new Result(null, RequestCheckRefusal.ChangedSince);
        if (draft.Values.Faults().Count > 0)
            return new Result(null, RequestCheckRefusal.Faulty);
        var office = await db.Offices.SingleAsync(o => o.Id == draft.OfficeId, ct);
        var card = draft.Values.ToCard(NewJobDraft.BlockOf(office));

        JobOffer job;
        if (draft.JobOfferId is { } own)
        {
            job = await db.JobOffers.Include(j => j.Places).SingleAsync(j => j.Id == own, ct);
            if (job.Status is not JobOfferStatus.AwaitingCheck && !job.IsActiveOn(Jst.DayOf(now)))
                return new Result(null, RequestCheckRefusal.JobEnded);
            job.Propose(card, now);
        }
        else
        {
            job = new JobOffer(await NextNumberAsync(db, office, ct), office, card, Jst.DayOf(now), null, now);
            db.JobOffers.Add(job);
        }
        draft.Send(job, now);
        (await db.JobChecks.SingleOrDefaultAsync(c => c.JobOfferId == job.Id, ct))?.Resume(now);
        var item = await db.QueueAsync(JobDesk.WorkOf(job, card, office, Jst.DayOf(now)), now, ct);
        if (item.State is DeskItemState.Waiting)
            item.Move(DeskItemState.InProgress);
        db.Record(now, command.Employer.Account, nameof(RequestJobCheck), nameof(JobOffer), job.Id, $"{job.Number} {(job.Status is JobOfferStatus.Active ? "change" : "new")}");
        await db.SignalAsync([LiveTopic.Job(job.Id.Value), LiveTopic.Organisation(job.OfficeId.Value)], now, ct);
        return new Result(job.Number, null);
    }, ct);

    // Two at once meet at the series' token; the slower one draws the next.
    private static async Task<JobNumber> NextNumberAsync(HelloWorkDbContext db, Office office, CancellationToken ct)
    {
        var code = JobDesk.InChargeOf(office);
        var series = await db.DeskNumberSeries.SingleOrDefaultAsync(s => s.Name == code, ct);
        if (series is null)
            db.DeskNumberSeries.Add(series = new DeskNumberSeries(code));
        JobNumber number;
        do
            number = JobNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"{code}-{FirstNumber + series.Next():00000000}"));
        while (await db.JobOffers.AnyAsync(j => j.Number == number, ct));
        return number;
    }
}

/// <summary>Why the check isn't asked for.</summary>
public enum RequestCheckRefusal
{
    NotFound = 1,
    /// <summary>It was saved again after the review.</summary>
    ChangedSince = 2,
    /// <summary>Something has to be mended first: <see cref="JobDraftChecks.Faults"/>.</summary>
    Faulty = 3,
    /// <summary>The job it changes has ended meanwhile.</summary>
    JobEnded = 4,
}
