using System.Globalization;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>
/// 保存した求人・書きかけの応募の終わりを予告する (JO-05): three days before the last day of jobs that a seeker saved or began to apply for, and hasn't applied to, one mail names
/// them all; in the morning, once for each last day, and late after an outage.
/// </summary>
public sealed class WarnOfSavedJobEnd(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int Days = 3;

    /// <summary>So many are named in a mail; the page has the rest.</summary>
    private const int MostNamed = 10;

    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many seekers were told.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var today = clock.TodayInJapan();
        if (clock.UtcNow() < Jst.MorningOf(today))
            return 0;
        var all = 0;
        for (var left = 0; left <= Days; left++)
        {
            var last = today.AddDays(left);
            // Most of the time nobody is left to tell; writers don't wait for finding that out.
            await using (var db = await contexts.CreateDbContextAsync(ct))
                if (!await Untold(db, last).AnyAsync(ct))
                    continue;
            all += await contexts.SweepAsync(db => StepAsync(db, last, ct), ct);
        }
        return all;
    }

    private static IQueryable<Guid> Untold(HelloWorkDbContext db, DateOnly last)
    {
        var told = $"{MailKind.SavedJobsEndSoon}:{last:yyMMdd}:";
        return Ending(db, last).Select(e => e.Account).Distinct().Where(account => !db.OutboxMails.Any(m => m.RecipientAccountId == account && m.OnceKey.StartsWith(told)));
    }

    private async Task<int> StepAsync(HelloWorkDbContext db, DateOnly last, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var accounts = await Untold(db, last).OrderBy(account => account).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        var jobs = (await Ending(db, last).Where(e => accounts.Contains(e.Account)).ToListAsync(ct)).ToLookup(e => e.Account, e => e.Number);
        foreach (var account in accounts)
        {
            db.Tell(MailKind.SavedJobsEndSoon, account, $"{last:yyMMdd}", now, ("day", last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("jobs", string.Join(',', jobs[account].Select(n => n.Value).Order(StringComparer.Ordinal).Take(MostNamed))));
            db.Record(now, null, nameof(WarnOfSavedJobEnd), nameof(Account), account, $"{jobs[account].Count()} jobs, {last:yyyy-MM-dd}");
        }
        return accounts.Count;
    }

    /// <summary>Each seeker with each of such jobs, once. Who saved one or wrote on since that morning has just seen its last day.</summary>
    private static IQueryable<Found> Ending(HelloWorkDbContext db, DateOnly last)
    {
        var morning = Jst.MorningOf(last.AddDays(-Days));
        var jobs = db.JobOffers.Where(j => j.Status == JobOfferStatus.Active && j.LastDay == last && j.Disclosure != Disclosure.NotPublic);
        var seekers = db.Seekers.WithMyPage().Where(s => db.Users.Any(a => a.Id == s.AccountId && a.DisabledAt == null));
        var saved = from save in db.SavedJobs
                    join job in jobs on save.JobOfferId equals job.Id
                    join seeker in seekers on save.SeekerId equals seeker.Id
                    where save.SavedAt < morning && !db.SelfApplications.Any(a => a.SeekerId == seeker.Id && a.JobOfferId == job.Id && a.WithdrawnAt == null)
                    select new Found { Account = seeker.AccountId!.Value, Number = job.Number };
        var begun = from draft in db.ApplicationDrafts
                    join job in jobs on draft.JobOfferId equals job.Id
                    join seeker in seekers on (Guid?)draft.AccountId equals seeker.AccountId
                    where draft.SavedAt < morning && !db.SelfApplications.Any(a => a.SeekerId == seeker.Id && a.JobOfferId == job.Id && a.WithdrawnAt == null)
                    select new Found { Account = seeker.AccountId!.Value, Number = job.Number };
        return saved.Union(begun);
    }

    private sealed record Found
    {
        public required Guid Account { get; init; }
        public required JobNumber Number { get; init; }
    }
}
