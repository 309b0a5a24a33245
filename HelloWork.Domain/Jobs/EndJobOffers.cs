using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>
/// 求人の有効期限切れを記録する: ends job offers whose last day is over (JO-05) and tells the office. Searches and pages know it
/// without this, and open direct requests end with the job by themselves.
/// </summary>
public sealed class EndJobOffers(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many ends were recorded.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(db => StepAsync(db, ct), ct);

    private async Task<int> StepAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var over = await db.JobOffers.Where(j => j.Status == JobOfferStatus.Active && j.LastDay < today)
            .OrderBy(j => j.LastDay).ThenBy(j => j.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var job in over)
        {
            job.End(JobEndReason.LastDayPassed, now);
            if (job.ProposedCard is not null)
                await db.FinishDeskWorkAsync(DeskItemKind.JobCheck, job.Id.Value, now, ct);
            db.Record(now, null, nameof(EndJobOffers), nameof(JobOffer), job.Id, $"{job.Number} after {job.LastDay:yyyy-MM-dd}");
        }
        await db.TellOfficesAsync(over, now, ct);
        await db.SignalAsync(over.SelectMany(j => new[] { LiveTopic.Job(j.Id.Value), LiveTopic.Organisation(j.OfficeId.Value) }), now, ct);
        return over.Count;
    }
}

internal static class JobOfferEndings
{
    /// <summary>Tells everybody who acts for the offices that these job offers have ended.</summary>
    public static async Task TellOfficesAsync(this HelloWorkDbContext db, IReadOnlyList<JobOffer> ended, DateTime now, CancellationToken ct)
    {
        var offices = ended.Select(j => j.OfficeId).Distinct().ToList();
        var members = (await db.OfficeMembers.AsNoTracking().Where(m => offices.Contains(m.OfficeId)).ToListAsync(ct)).ToLookup(m => m.OfficeId, m => m.AccountId);
        foreach (var job in ended)
            foreach (var member in members[job.OfficeId])
                db.Tell(MailKind.JobOfferEnded, member, job.Id, now, ("job", job.Number.Value));
    }
}
