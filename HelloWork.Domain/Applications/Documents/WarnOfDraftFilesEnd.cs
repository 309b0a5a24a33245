using System.Globalization;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Documents;

/// <summary>
/// 送っていない応募書類が消えることを予告する: a week before the files of an application that can still be sent are deleted their owner is told, once for each application and
/// day, in the morning. Where the job has ended nothing can be done with them any more.
/// </summary>
public sealed class WarnOfDraftFilesEnd(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int Days = 7;

    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many mails were written.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (now < Jst.MorningOf(Jst.DayOf(now)))
            return 0;
        var all = 0;
        // Few at a time have kept files for eighty days without sending them.
        foreach (var some in (await DueAsync(now, ct)).Chunk(Sweeping.RowsPerStep))
            all += await contexts.WriteAsync(async db =>
            {
                var told = 0;
                foreach (var due in some)
                {
                    if (!await db.TellOnceAsync(MailKind.DraftFilesEndSoon, due.Account, $"{due.Job.Value:N}:{due.Day:yyMMdd}", now, ct, ("job", due.Number.Value), ("day", due.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))
                        continue;
                    db.Record(now, null, nameof(WarnOfDraftFilesEnd), nameof(Account), due.Account, $"job {due.Number}, {due.Day:yyyy-MM-dd}");
                    told++;
                }
                return told;
            }, ct);
        return all;
    }

    private async Task<IReadOnlyList<Due>> DueAsync(DateTime now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = Jst.DayOf(now);
        var (gone, soon) = (now.AddDays(-DocumentAccess.DaysOfADraft), Jst.EndOf(today.AddDays(Days - DocumentAccess.DaysOfADraft)));
        var files = await (
            from document in db.ApplicationDocuments
            join job in db.JobOffers on document.JobOfferId equals job.Id
            join seeker in db.Seekers.WithMyPage() on document.SeekerId equals seeker.Id
            where document.SelfApplicationId == null && document.AddedAt > gone && document.AddedAt < soon && job.AcceptsSelfApplication
            select new { Account = seeker.AccountId!.Value, job.Id, job.Number, document.AddedAt, job.Status, job.LastDay }).ToListAsync(ct);
        // Here, not in the question: there SQLite would begin with all jobs that are active.
        return [.. files.Where(f => f.Status == JobOfferStatus.Active && f.LastDay >= today).Select(f => new Due(f.Account, f.Id, f.Number, Jst.DayOf(f.AddedAt.AddDays(DocumentAccess.DaysOfADraft)))).Distinct()];
    }

    /// <param name="Day">On which they are deleted.</param>
    private sealed record Due(Guid Account, JobOfferId Job, JobNumber Number, DateOnly Day);
}
