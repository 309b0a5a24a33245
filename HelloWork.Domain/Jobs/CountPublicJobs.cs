using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>How many jobs anyone can find now.</summary>
public sealed class CountPublicJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.JobOffers.ShownOn(clock.TodayInJapan()).CountAsync(ct);
    }
}
