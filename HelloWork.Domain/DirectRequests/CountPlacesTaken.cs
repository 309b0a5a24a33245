using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>残り n／10人: how many of the ten places of each job are taken (DR-02, DR-10).</summary>
public sealed class CountPlacesTaken(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <param name="jobs">Jobs of other offices count nothing.</param>
    /// <returns>By job number, 0 included.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<IReadOnlyDictionary<JobNumber, int>> RunAsync(EmployerActor employer, IReadOnlyCollection<JobNumber> jobs, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        var taken = await db.JobOffers.Where(j => j.OfficeId == employer.Office && jobs.Contains(j.Number))
            .Select(j => new { j.Number, Taken = db.DirectRequests.Count(r => r.JobOfferId == j.Id) })
            .ToDictionaryAsync(j => j.Number, j => j.Taken, ct);
        return jobs.Distinct().ToDictionary(number => number, number => taken.GetValueOrDefault(number));
    }
}
