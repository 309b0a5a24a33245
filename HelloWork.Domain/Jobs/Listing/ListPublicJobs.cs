using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Listing;

/// <summary>Numbers of the jobs that anyone may see today, with their last change (UTC), in the order of numbers; never 公開範囲 4 (JO-02).</summary>
public sealed class ListPublicJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>As many as a site map may hold.</summary>
    public const int Most = 50_000;

    /// <param name="from">The first number.</param>
    /// <param name="before">Where the next part begins; null: none follows.</param>
    public async Task<IReadOnlyList<(JobNumber Number, DateTime ChangedAt)>> RunAsync(JobNumber from, JobNumber? before, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        List<(string, object)> values = [("@today", clock.TodayInJapan()), ("@from", from.Value), ("@most", Most)];
        if (before is { } end)
            values.Add(("@before", end.Value));
        return await db.ReadAsync(PublicJobRows.From(before is not null, db is SqliteHelloWorkDbContext), values,
            row => (new JobNumber(row.GetString(0)), DateTime.SpecifyKind(row.GetDateTime(1), DateTimeKind.Utc)), ct);
    }
}
