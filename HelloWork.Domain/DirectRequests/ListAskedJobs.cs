using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>リクエストを送った求人: the office's jobs somebody was asked for, those that are active first.</summary>
public sealed class ListAskedJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int Most = 100;

    public sealed record AskedJob(JobNumber Number, string Title, bool Active, int Taken)
    {
        public int Left => DirectRequest.MostPerJob - Taken;
    }

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<IReadOnlyList<AskedJob>> RunAsync(EmployerActor employer, CancellationToken ct)
    {
        var today = clock.TodayInJapan();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        return await db.JobOffers.AsNoTracking()
            .Where(j => j.OfficeId == employer.Office && db.DirectRequests.Any(r => r.JobOfferId == j.Id))
            .OrderByDescending(j => j.Status == JobOfferStatus.Active && j.LastDay >= today).ThenByDescending(j => j.AcceptedOn).ThenByDescending(j => j.Number)
            .Take(Most)
            .Select(j => new AskedJob(j.Number, j.Title, j.Status == JobOfferStatus.Active && j.LastDay >= today, db.DirectRequests.Count(r => r.JobOfferId == j.Id)))
            .ToListAsync(ct);
    }
}
