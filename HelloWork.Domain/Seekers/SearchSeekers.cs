using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Search;
using HelloWork.Domain.Search.Indexing;
using HelloWork.Domain.Seekers.Searching;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職情報検索: finds seekers who chose to be shown to employers (SS-01, SS-02). Found and counted in the index of this node, shown from the
/// database, which has the last word on who may be seen; while the index is loading, all by the database.
/// </summary>
/// <param name="index">Null: none is kept here, so the database answers.</param>
public sealed class SearchSeekers(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, SeekerIndex? index = null)
{
    /// <summary>What is searched for, and by whom. A public number among the words finds its profile, however it was typed.</summary>
    public sealed record Query(EmployerActor Viewer) : SeekerConditions
    {
        /// <summary>Only those a direct request can reach.</summary>
        public bool WithMyPageOnly { get; init; }
    }

    /// <param name="Found">Null when refused. Its count is exact; pages past <see cref="SeekerConditions.MostPages"/> aren't given.</param>
    public sealed record Result(Page<SeekerSummary>? Found, SearchRefusal? Refusal = null)
    {
        public int ReachablePages => Math.Min(Found?.PageCount ?? 1, SeekerConditions.MostPages);

        /// <summary>Null where the database answers: it would take long to count so much.</summary>
        public SeekerSearchCounts? Counts { get; init; }

        /// <summary>近い検索条件, where nobody is found; none where the database answers.</summary>
        public IReadOnlyList<WiderSearch<SeekerLoosening>> Nearest { get; init; } = [];

        /// <summary>The database answers since this node isn't ready: right, but slow.</summary>
        public bool IndexIsLoading { get; init; }
    }

    /// <exception cref="NotAllowedException">The viewer doesn't act for the office.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        var today = clock.TodayInJapan();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.StayOpenAsync(ct);
        await db.DemandAsync(query.Viewer, ct);
        if (!await db.MaySeeSeekersAsync(query.Viewer, today, ct))
            return new Result(null, SearchRefusal.NoActiveJob);

        return await FromIndexAsync(db, query, today, ct) ?? await FromDatabaseAsync(db, query, today, ct);
    }

    private async Task<Result?> FromIndexAsync(HelloWorkDbContext db, Query query, DateOnly today, CancellationToken ct)
    {
        if (index is null)
            return null;
        var sight = new SeekerSight(() => Task.FromResult(index.Fields.ShownToEmployers(today)),
            words => Task.FromResult(PublicNumber.TryParse(words, out var number) ? SearchCondition.Keys(SeekerKey.Of(number)) : null), db.ShownToEmployers(today));
        var answer = await index.FindAsync(query, today, sight, seen => seen.AsShown(db, today).AsNoTracking().ToDictionaryAsync(p => p.PublicNumber, ct), ct);
        return answer is null ? null : new Result(PageOf(answer.Place, answer.Shown)) { Counts = answer.Counts, Nearest = answer.Nearest };
    }

    private async Task<Result> FromDatabaseAsync(HelloWorkDbContext db, Query query, DateOnly today, CancellationToken ct)
    {
        var seen = query.WithMyPageOnly ? db.ReachableByEmployers(today) : db.ShownToEmployers(today);
        if (PublicNumber.TryParse(query.Words, out var only))
            (seen, query) = (seen.Where(p => p.PublicNumber == only), query with { Words = null });
        var (place, shown) = await seen.PageAsync(query, today, found => found.AsShown(db, today), ct);
        return new Result(PageOf(place, shown)) { IndexIsLoading = index is not null };
    }

    private static Page<SeekerSummary> PageOf(PlaceInSearch place, IEnumerable<ShownProfile> shown) => new([.. shown.Select(SeekerSummary.Of)], place.Count, place.Number, place.Size);
}

/// <summary>Why nothing is searched.</summary>
public enum SearchRefusal
{
    /// <summary>有効中の求人がない (SS-01)</summary>
    NoActiveJob = 1,
}
