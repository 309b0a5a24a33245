using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>送付済みか: what the office has asked these seekers already, newest first, for marks in search, profile and composer.</summary>
public sealed class FindEarlierRequests(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int Most = 500;

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<ILookup<PublicNumber, SentRequest>> RunAsync(EmployerActor employer, IReadOnlyCollection<PublicNumber> seekers, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        var wanted = db.SentBy(employer.Office).Where(r => db.SeekerProfiles.Any(p => p.SeekerId == r.SeekerId && seekers.Contains(p.PublicNumber)));
        return (await db.AsSentAsync(wanted, 0, Most, clock.UtcNow(), ct)).ToLookup(r => r.Seeker);
    }
}
