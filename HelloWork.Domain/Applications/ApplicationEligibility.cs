using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>Whether a seeker can apply to a job online today, asked in one place by the form and by the sending (AP-01).</summary>
internal static class ApplicationEligibility
{
    /// <summary>The job as this seeker may know it: published once, and public, asked about or applied to by them.</summary>
    public static Task<JobOffer?> FindJobAsync(this HelloWorkDbContext db, JobNumber number, SeekerId seeker, CancellationToken ct) =>
        db.JobOffers.AsNoTracking().SingleOrDefaultAsync(j => j.Number == number && j.Status != JobOfferStatus.AwaitingCheck
            && (j.Disclosure != Disclosure.NotPublic
                || db.DirectRequests.Any(r => r.JobOfferId == j.Id && r.SeekerId == seeker)
                || db.SelfApplications.Any(a => a.JobOfferId == j.Id && a.SeekerId == seeker)), ct);

    public static Task<SelfApplicationId?> StandingAsync(this HelloWorkDbContext db, JobOffer job, SeekerId seeker, CancellationToken ct) =>
        db.SelfApplications.Where(a => a.JobOfferId == job.Id && a.SeekerId == seeker && a.WithdrawnAt == null)
            .Select(a => (SelfApplicationId?)a.Id).SingleOrDefaultAsync(ct);

    /// <summary>Online self-application is a service for those registered at Hello Work, and a job of 公開範囲 2 is shown to them only.</summary>
    public static async Task<ApplyRefusal?> BarOfAsync(this HelloWorkDbContext db, JobOffer job, SeekerId seeker, DateOnly today, CancellationToken ct)
    {
        if (await db.StandingAsync(job, seeker, ct) is not null)
            return ApplyRefusal.AlreadyApplied;
        if (JobEligibility.BarOf(job, today, alreadyAsked: false, asked: 0) is { } bar)
            return bar is JobBar.NotActive ? ApplyRefusal.JobNotActive : ApplyRefusal.SelfApplicationNotAccepted;
        return await db.SeekerRegistrations.OpenOn(today).AnyAsync(r => r.SeekerId == seeker, ct) ? null : ApplyRefusal.NoOpenRegistration;
    }

    /// <summary>What would be sent now.</summary>
    public static async Task<ApplicationPapers> PapersOfAsync(this HelloWorkDbContext db, SeekerId seeker, JobOfferId job, string motivation, CancellationToken ct)
    {
        var person = await db.Seekers.AsNoTracking().Where(s => s.Id == seeker).Select(s => s.Details).SingleAsync(ct);
        var statement = await db.SeekerProfiles.AsNoTracking().Where(p => p.SeekerId == seeker).Select(p => p.Statement).SingleOrDefaultAsync(ct);
        return ApplicationPapers.Of(person, statement, motivation, await db.PaperDocumentsAsync(seeker, job, ct));
    }
}
