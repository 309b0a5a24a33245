using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>求職情報検索: finds seekers who chose to be shown to employers (SS-01, SS-02).</summary>
public sealed class SearchSeekers(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>What is searched for, and by whom.</summary>
    public sealed record Query(EmployerActor Viewer) : SeekerConditions
    {
        /// <summary>Only those a direct request can reach.</summary>
        public bool WithMyPageOnly { get; init; }
    }

    /// <param name="Found">Null when refused. Its count is exact; pages past <see cref="SeekerConditions.MostPages"/> aren't given.</param>
    public sealed record Result(Page<SeekerSummary>? Found, SearchRefusal? Refusal = null)
    {
        public int ReachablePages => Math.Min(Found?.PageCount ?? 1, SeekerConditions.MostPages);
    }

    /// <exception cref="NotAllowedException">The viewer doesn't act for the office.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        var today = clock.TodayInJapan();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Viewer, ct);
        if (!await db.MaySeeSeekersAsync(query.Viewer, today, ct))
            return new Result(null, SearchRefusal.NoActiveJob);

        var seen = query.WithMyPageOnly ? db.ReachableByEmployers(today) : db.ShownToEmployers(today);
        // A public number finds its profile, however it was typed.
        if (PublicNumber.TryParse(query.Words, out var number))
            (seen, query) = (seen.Where(p => p.PublicNumber == number), query with { Words = null });
        var (page, shown) = await seen.PageAsync(query, found => found.AsShown(db, today), ct);
        return new Result(new Page<SeekerSummary>(shown.ConvertAll(SeekerSummary.Of), page.Count, page.Number, page.Size));
    }
}

/// <summary>Why nothing is searched.</summary>
public enum SearchRefusal
{
    /// <summary>有効中の求人がない (SS-01)</summary>
    NoActiveJob = 1,
}
