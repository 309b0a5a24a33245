using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>応募者数: how many have applied to each of the office's jobs, withdrawn ones left out.</summary>
public sealed class CountApplications(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <returns>By job number, 0 included.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<IReadOnlyDictionary<JobNumber, int>> RunAsync(EmployerActor employer, IReadOnlyCollection<JobNumber> jobs, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        var counts = await db.JobOffers.Where(j => j.OfficeId == employer.Office && jobs.Contains(j.Number))
            .Select(j => new { j.Number, Count = db.SelfApplications.Count(a => a.JobOfferId == j.Id && a.WithdrawnAt == null) })
            .ToDictionaryAsync(j => j.Number, j => j.Count, ct);
        return jobs.Distinct().ToDictionary(number => number, number => counts.GetValueOrDefault(number));
    }
}
