using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>求人の終わりの予告: that it was given. Not a column of the job: search would read every job anew for it. An end put off is foretold anew.</summary>
public sealed class JobEndNotice
{
    private JobEndNotice() { }

    public JobEndNotice(JobOfferId job, DateOnly lastDay, int days, DateTime now)
    {
        JobOfferId = job;
        LastDay = lastDay;
        Days = (byte)days;
        At = now;
    }

    public JobOfferId JobOfferId { get; private set; }
    public DateOnly LastDay { get; private set; }
    /// <summary>Which of the foretellings: how many days before, also where it came late.</summary>
    public byte Days { get; private set; }
    public DateTime At { get; private set; }
}

/// <summary>
/// 求人の有効期限を予告する (JO-05): 14 and 3 days before a job's last day the office is told, each once and in the morning, so that it can be offered again in time.
/// After an outage only the nearest is told.
/// </summary>
public sealed class WarnOfJobEnd(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int First = 14, Last = 3;

    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many jobs were told of.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(db => StepAsync(db, ct), ct);

    private async Task<int> StepAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        if (now < Jst.MorningOf(today))
            return 0;
        var (first, last) = (today.AddDays(First), today.AddDays(Last));
        // Offices without an account have nobody to be told, and most jobs are theirs.
        var due = await db.JobOffers.Where(j => j.Status == JobOfferStatus.Active && j.LastDay >= today && j.LastDay <= first
                && db.OfficeMembers.Any(m => m.OfficeId == j.OfficeId)
                && !db.JobEndNotices.Any(n => n.JobOfferId == j.Id && n.LastDay == j.LastDay && (n.Days == Last || j.LastDay > last)))
            .OrderBy(j => j.LastDay).ThenBy(j => j.Id).Select(j => new { j.Id, j.OfficeId, j.Number, j.LastDay }).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        var offices = due.Select(j => j.OfficeId).Distinct().ToList();
        var members = (await db.OfficeMembers.AsNoTracking().Where(m => offices.Contains(m.OfficeId) && db.Users.Any(a => a.Id == m.AccountId && a.DisabledAt == null)).ToListAsync(ct))
            .ToLookup(m => m.OfficeId, m => m.AccountId);
        foreach (var job in due)
        {
            var days = job.LastDay <= last ? Last : First;
            db.JobEndNotices.Add(new JobEndNotice(job.Id, job.LastDay, days, now));
            foreach (var member in members[job.OfficeId])
                db.Tell(MailKind.JobOfferEndsSoon, member, $"{job.Id.Value:N}:{days}:{job.LastDay:yyMMdd}", now, ("job", job.Number.Value), ("day", job.LastDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
            db.Record(now, null, nameof(WarnOfJobEnd), nameof(JobOffer), job.Id, $"{days} days before {job.LastDay:yyyy-MM-dd}");
        }
        return due.Count;
    }
}
