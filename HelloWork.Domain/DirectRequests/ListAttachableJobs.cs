using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>求人選択: the office's jobs for a request to one seeker, each with its reason where it can't be attached (DR-01).</summary>
public sealed class ListAttachableJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Jobs that can't be attached: so many are named at most.</summary>
    public const int MostBarred = 50;
    /// <summary>An ended job is named for so many days, for whoever still looks for it.</summary>
    private const int DaysAfterEnd = 90;

    /// <returns>Those that can be attached first, newest first; null: no such seeker is shown to employers.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<IReadOnlyList<AttachableJob>?> RunAsync(EmployerActor employer, PublicNumber seeker, CancellationToken ct)
    {
        var today = clock.TodayInJapan();
        var since = today.AddDays(-DaysAfterEnd);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);

        var id = await db.ShownToEmployers(today).Where(p => p.PublicNumber == seeker).Select(p => (SeekerId?)p.SeekerId).SingleOrDefaultAsync(ct);
        if (id is null)
            return null;

        var jobs = await db.JobOffers.AsNoTracking()
            .Where(j => j.OfficeId == employer.Office && j.LastDay >= since)
            .OrderByDescending(j => j.AcceptedOn).ThenByDescending(j => j.Number)
            .Select(j => new
            {
                j.Id, j.Number, j.Title, j.Status, j.LastDay, j.Disclosure, j.Staffing, j.WorkplaceNamed, j.AcceptsSelfApplication,
                Asked = db.DirectRequests.Count(r => r.JobOfferId == j.Id),
                Already = db.DirectRequests.Any(r => r.JobOfferId == j.Id && r.SeekerId == id),
            })
            .ToListAsync(ct);
        var all = jobs.ConvertAll(j => new AttachableJob(j.Id, j.Number, j.Title, j.Asked, JobEligibility.BarOf(
            j.Status is JobOfferStatus.Active && today <= j.LastDay, j.Disclosure, j.Staffing, j.WorkplaceNamed, j.AcceptsSelfApplication, j.Already, j.Asked), j.LastDay));
        return [.. all.Where(j => j.Bar is null), .. all.Where(j => j.Bar is not null).Take(MostBarred)];
    }
}
