using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Listing;

/// <summary>Where to begin with each part of the list of all public jobs, so that every part can be read by itself, by any node, with <see cref="ListPublicJobs"/>.</summary>
public sealed class SplitPublicJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Room is left in a part for jobs that come while it is being read.</summary>
    private const int Usual = ListPublicJobs.Most * 9 / 10;

    /// <param name="most">Jobs of a part; null: nine tenths of what one list holds.</param>
    public async Task<IReadOnlyList<PublicJobsPart>> RunAsync(int? most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.ReadAsync(PublicJobRows.Parts, [("@today", clock.TodayInJapan()), ("@most", Math.Clamp(most ?? Usual, 1, Usual))],
            row => new PublicJobsPart(new(row.GetString(0)), row.GetInt32(1), DateTime.SpecifyKind(row.GetDateTime(2), DateTimeKind.Utc)), ct);
    }
}

/// <summary>A run of public jobs in the order of their numbers, up to the beginning of the next.</summary>
/// <param name="ChangedAt">The last change of any of them (UTC).</param>
public sealed record PublicJobsPart(JobNumber From, int Count, DateTime ChangedAt);
