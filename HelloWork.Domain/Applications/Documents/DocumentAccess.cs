using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Documents;

/// <summary>How long an application's files are there: until it is withdrawn or declined, and for thirty days after 採用.</summary>
public static class DocumentAccess
{
    public const int DaysAfterHiring = 30;
    /// <summary>How long the files of an application that is never sent are kept.</summary>
    public const int DaysOfADraft = 90;

    /// <summary>Of a draft, and not abandoned.</summary>
    internal static IQueryable<ApplicationDocument> DraftDocuments(this HelloWorkDbContext db, SeekerId seeker, JobOfferId job) =>
        db.ApplicationDocuments.Where(d => d.SeekerId == seeker && d.JobOfferId == job && d.SelfApplicationId == null);

    /// <summary>Of applications that still allow it.</summary>
    internal static IQueryable<ApplicationDocument> OpenDocuments(this HelloWorkDbContext db, DateTime now)
    {
        var since = now.AddDays(-DaysAfterHiring);
        return db.ApplicationDocuments.Where(d => db.SelfApplications.Any(a => a.Id == d.SelfApplicationId
            && (a.Status == ApplicationStatus.Applied || a.Status == ApplicationStatus.DocumentScreening || a.Status == ApplicationStatus.Interview
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
