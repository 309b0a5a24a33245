using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Documents;

/// <summary>
/// How long an application's files are there: until it is withdrawn or declined, for thirty days after 採用, and where no outcome is ever recorded as long as
/// the seeker's MyPage is open and at most ninety days after the job's end.
/// </summary>
public static class DocumentAccess
{
    public const int DaysAfterHiring = 30;
    /// <summary>How long the files of an application that is never sent are kept.</summary>
    public const int DaysOfADraft = 90;
    /// <summary>How long an undecided application's files outlast its job.</summary>
    public const int DaysAfterJobEnd = 90;

    /// <summary>Of an application not sent yet.</summary>
    internal static IQueryable<ApplicationDocument> DraftDocuments(this HelloWorkDbContext db, SeekerId seeker, JobOfferId job) =>
        db.ApplicationDocuments.Where(d => d.SeekerId == seeker && d.JobOfferId == job && d.SelfApplicationId == null);

    /// <summary>Of applications that still allow it.</summary>
    internal static IQueryable<ApplicationDocument> OpenDocuments(this HelloWorkDbContext db, DateTime now)
    {
        var (since, ended, lastDay) = (now.AddDays(-DaysAfterHiring), now.AddDays(-DaysAfterJobEnd), Jst.DayOf(now).AddDays(-DaysAfterJobEnd));
        return db.ApplicationDocuments.Where(d => db.SelfApplications.Any(a => a.Id == d.SelfApplicationId
            && (((a.Status == ApplicationStatus.Applied || a.Status == ApplicationStatus.DocumentScreening || a.Status == ApplicationStatus.Interview)
                    && db.Seekers.Any(s => s.Id == d.SeekerId && s.MyPageClosedAt == null)
                    && db.JobOffers.Any(j => j.Id == d.JobOfferId && j.LastDay > lastDay && (j.EndedAt == null || j.EndedAt > ended)))
                || (a.Status == ApplicationStatus.Hired && a.Steps.Any(s => s.Status == ApplicationStatus.Hired && s.At > since)))));
    }

    /// <summary>The application was withdrawn or declined: its files go with that, in the same transaction.</summary>
    internal static async Task RemoveDocumentsAsync(this HelloWorkDbContext db, SelfApplication application, CancellationToken ct)
    {
        if (application.Status is ApplicationStatus.Withdrawn or ApplicationStatus.NotHired)
            await db.ApplicationDocuments.Where(d => d.SelfApplicationId == application.Id).ExecuteDeleteAsync(ct);
    }

    internal static async Task<List<PaperDocument>> PaperDocumentsAsync(this HelloWorkDbContext db, SeekerId seeker, JobOfferId job, CancellationToken ct) =>
        await db.DraftDocuments(seeker, job).OrderBy(d => d.Slot).Select(d => new PaperDocument(d.Id, d.Name, d.Type, d.Size, d.Hash)).ToListAsync(ct);
}
