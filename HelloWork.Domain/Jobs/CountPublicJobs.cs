using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Searching;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>How many jobs anyone can find now.</summary>
/// <param name="index">Null: none is kept here, so the database counts.</param>
public sealed class CountPublicJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, JobIndex? index = null)
{
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var today = clock.TodayInJapan();
        if (index is not null && await index.UpToDateAsync(ct) is { } loaded)
            return new IndexedJobs(loaded, index.Fields, new(), today, toSeeker: false, ofOffice: null).Count(new());
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.JobOffers.ShownOn(today).CountAsync(ct);
    }
}
