using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>求人を見る: one published job, as this reader may see it (JO-02).</summary>
public sealed class ViewJob(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="seeker">Account of the signed-in seeker who reads; null for anybody else.</param>
    /// <returns>Null where there is nothing to show: no such number, not published yet, or 公開範囲 4.</returns>
    public async Task<JobView?> RunAsync(JobNumber number, Guid? seeker, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.TodayInJapan();
        var job = await db.JobOffers.AsNoTracking()
            .Where(j => j.Number == number && j.Status != JobOfferStatus.AwaitingCheck && j.Disclosure != Disclosure.NotPublic)
            .Join(db.Offices, j => j.OfficeId, o => o.Id, (j, o) => new
            {
                j.Number, j.OfficeId, j.Card, j.Disclosure, j.Status, j.EndReason, j.AcceptedOn, j.LastDay, j.Traits, j.OccupationMiddle, j.OccupationMajor, j.Version, j.ChangedAt, OfficeNumber = o.Number,
            })
            .SingleOrDefaultAsync(ct);
        if (job is null)
            return null;

        var nameShown = job.Disclosure.ShowsOfficeName(await db.IsSeekerAsync(seeker, ct));
        var ended = job.Status is JobOfferStatus.Ended ? job.EndReason : today > job.LastDay ? JobEndReason.LastDayPassed : null;
        var summary = new JobSummary(job.Number, nameShown ? job.Card : job.Card.WithoutOfficeName(), nameShown,
            job.AcceptedOn, job.LastDay, job.AcceptedOn >= JobSearchFilter.NewSince(today), job.Traits) { Office = job.OfficeId, Version = job.Version, ChangedAt = job.ChangedAt };
        return new(summary, nameShown ? job.OfficeNumber : null, ended, job.OccupationMiddle ?? job.OccupationMajor);
    }
}

/// <summary>One job as a reader may see it.</summary>
/// <param name="Summary">What a list shows of it, with the card; without the office's name where that isn't shown.</param>
/// <param name="OfficeNumber">事業所番号; null where the office's name isn't shown.</param>
/// <param name="Ended">Why it is no longer active, or null: read from the last day too, whether or not the scheduler has run.</param>
/// <param name="OccupationGroup">職業分類, for a search for similar jobs.</param>
public sealed record JobView(JobSummary Summary, OfficeNumber? OfficeNumber, JobEndReason? Ended, string? OccupationGroup)
{
    public JobNumber Number => Summary.Number;
    public JobCard Card => Summary.Card;
}
