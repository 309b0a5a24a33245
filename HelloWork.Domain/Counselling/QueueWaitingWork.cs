using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Checking;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>
/// 待っているものを受付に置く (CO-06): questions, consultations and jobs that waited when a version without a desk was replaced. Each has its days
/// from today. Run once the schema has changed.
/// </summary>
public sealed class QueueWaitingWork(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int DaysToAnswer = 3;

    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many were put on a desk.</returns>
    public async Task<int> RunAsync(CancellationToken ct) =>
        await contexts.SweepAsync(db => InquiriesAsync(db, ct), ct) + await contexts.SweepAsync(db => ConsultationsAsync(db, ct), ct) + await contexts.SweepAsync(db => JobsAsync(db, ct), ct);

    private async Task<int> InquiriesAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var waiting = await (from inquiry in db.ContactInquiries.AsNoTracking()
                             where inquiry.AnsweredAt == null && !db.DeskItems.Any(i => i.Kind == DeskItemKind.Inquiry && i.RecordId == (Guid)(object)inquiry.Id && i.ClosedAt == null)
                             join job in db.JobOffers on inquiry.JobOfferId equals job.Id
                             join office in db.Offices on inquiry.OfficeId equals office.Id
                             orderby inquiry.SentAt, inquiry.Id
                             select new { Record = inquiry, job.Title, office.Name }).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var one in waiting)
            await PutAsync(db, new(one.Record.PlacementOfficeCode, DeskItemKind.Inquiry, one.Record.Id.Value, one.Record.Number, one.Title, one.Name, Due(DaysToAnswer)), nameof(ContactInquiry), ct);
        return waiting.Count;
    }

    private async Task<int> ConsultationsAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var waiting = await (from consultation in db.Consultations.AsNoTracking()
                             where consultation.AnsweredAt == null && !db.DeskItems.Any(i => i.Kind == DeskItemKind.Consultation && i.RecordId == (Guid)(object)consultation.Id && i.ClosedAt == null)
                             join job in db.JobOffers on consultation.JobOfferId equals job.Id
                             orderby consultation.AskedAt, consultation.Id
                             select new
                             {
                                 Record = consultation, job.Title,
                                 Seeker = db.SeekerRegistrations.Where(r => r.SeekerId == consultation.SeekerId).OrderByDescending(r => r.LastDay).Select(r => r.Number).First(),
                             }).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var one in waiting)
            await PutAsync(db, new(one.Record.PlacementOfficeCode, DeskItemKind.Consultation, one.Record.Id.Value, one.Record.Number, one.Title, one.Seeker.Value, Due(DaysToAnswer)), nameof(Consultation), ct);
        return waiting.Count;
    }

    private async Task<int> JobsAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var today = clock.TodayInJapan();
        var waiting = await (from job in db.JobOffers.AsNoTracking()
                             where (job.Status == JobOfferStatus.AwaitingCheck || (job.Status == JobOfferStatus.Active && job.ProposedCard != null)) && job.LastDay >= today
                                 && !db.DeskItems.Any(i => i.Kind == DeskItemKind.JobCheck && i.RecordId == (Guid)(object)job.Id && i.ClosedAt == null)
                             join office in db.Offices on job.OfficeId equals office.Id
                             orderby job.AcceptedOn, job.Id
                             select new { Job = job, Office = office }).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var one in waiting)
            await PutAsync(db, JobDesk.WorkOf(one.Job, one.Job.ProposedCard ?? one.Job.Card, one.Office, today), nameof(JobOffer), ct);
        return waiting.Count;
    }

    private async Task PutAsync(HelloWorkDbContext db, DeskWork work, string record, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await db.QueueAsync(work, now, ct);
        db.Record(now, null, nameof(QueueWaitingWork), record, work.Record, work.Number);
    }

    private DateOnly Due(int openDays) => DeskQueue.DueAfterOpenDays(clock.TodayInJapan(), openDays);
}
