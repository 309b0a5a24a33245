using System.Linq.Expressions;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Search;
using HelloWork.Domain.Search.Indexing;
using HelloWork.Domain.Seekers.Searching;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>
/// 利用団体の求職情報検索 (PR-02): finds anonymous profiles among those that choice, conditions and blocks let the provider see. Found and counted in the index of
/// this node, shown from the database, which has the last word on who may be seen; while the index is loading, all by the database.
/// </summary>
/// <param name="index">Null: none is kept here, so the database answers.</param>
public sealed class SearchProvidedSeekers(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, SeekerIndex? index = null)
{
    /// <summary>What is searched for, and by whom. A 提供番号 among the words finds its profile.</summary>
    public sealed record Query(ProviderActor Viewer) : SeekerConditions
    {
        /// <summary>退職時（現在）の税込み月収, at least; employers don't see it.</summary>
        public int? LastIncomeMin { get; init; }
    }

    /// <param name="Found">Empty where the provider may see nothing now. Its count is exact; pages past <see cref="SeekerConditions.MostPages"/> aren't given.</param>
    public sealed record Result(ProviderStanding Standing, Page<ProvidedSummary> Found)
    {
        public int ReachablePages => Math.Min(Found.PageCount, SeekerConditions.MostPages);

        /// <summary>Whose profiles the page holds, for the signals of an open page; never shown.</summary>
        public IReadOnlyList<SeekerId> Seekers { get; init; } = [];

        /// <summary>Null where the database answers: it would take long to count so much.</summary>
        public SeekerSearchCounts? Counts { get; init; }

        /// <summary>近い検索条件, where nobody is found; none where the database answers.</summary>
        public IReadOnlyList<WiderSearch<SeekerLoosening>> Nearest { get; init; } = [];

        /// <summary>The database answers since this node isn't ready: right, but slow.</summary>
        public bool IndexIsLoading { get; init; }
    }

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.StayOpenAsync(ct);
        var standing = await db.DemandAsync(query.Viewer, now, ct);
        if (standing is not ProviderStanding.Good)
            return new Result(standing, Page<ProvidedSummary>.Empty(SeekerConditions.UsualSize));

        return await FromIndexAsync(db, query, now, ct) ?? await FromDatabaseAsync(db, query, now, ct);
    }

    /// <summary>A profile as the provider may see it.</summary>
    /// <param name="Alias">Null: the provider hasn't come across it yet.</param>
    private sealed record Seen(SeekerId SeekerId, AliasNumber? Alias, PublicNumber PublicNumber, DateTime ChangedAt, SeekerStatement Statement);

    private static Expression<Func<SeekerProfile, Seen>> AsSeenBy(HelloWorkDbContext db, ProviderId provider) => p => new(
        p.SeekerId, db.SeekerAliases.Where(a => a.ProviderId == provider && a.SeekerId == p.SeekerId).Select(a => (AliasNumber?)a.Number).FirstOrDefault(), p.PublicNumber, p.ChangedAt, p.Statement);

    private async Task<Result?> FromIndexAsync(HelloWorkDbContext db, Query query, DateTime now, CancellationToken ct)
    {
        if (index is null)
            return null;
        var (provider, today) = (query.Viewer.Provider, Jst.DayOf(now));
        var sight = new SeekerSight(async () => index.Fields.ShownTo(await ProviderSight.OfAsync(db, provider, ct), today), NamedAsync, db.ShownToProvider(provider, now));
        var answer = await index.FindAsync(query, today, sight, seen => seen.AsNoTracking().Select(AsSeenBy(db, provider)).ToDictionaryAsync(p => p.PublicNumber, ct), ct);
        return answer is null ? null : await ResultAsync(provider, answer.Place, answer.Shown, ct) with { Counts = answer.Counts, Nearest = answer.Nearest };

        async Task<SearchCondition?> NamedAsync(string? words)
        {
            if (!AliasNumber.TryParse(words, out var number))
                return null;
            var named = await db.SeekerAliases.Where(a => a.ProviderId == provider && a.Number == number).Join(db.SeekerProfiles, a => a.SeekerId, p => p.SeekerId, (_, p) => p.PublicNumber).ToListAsync(ct);
            return SearchCondition.Keys(named.Select(SeekerKey.Of));
        }
    }

    private async Task<Result> FromDatabaseAsync(HelloWorkDbContext db, Query query, DateTime now, CancellationToken ct)
    {
        var provider = query.Viewer.Provider;
        var seen = db.ShownToProvider(provider, now);
        if (AliasNumber.TryParse(query.Words, out var only))
            (seen, query) = (seen.Where(p => db.SeekerAliases.Any(a => a.ProviderId == provider && a.SeekerId == p.SeekerId && a.Number == only)), query with { Words = null });
        var (place, rows) = await seen.PageAsync(query, Jst.DayOf(now), found => found.Select(AsSeenBy(db, provider)), ct);
        return await ResultAsync(provider, place, rows, ct) with { IndexIsLoading = index is not null };
    }

    private async Task<Result> ResultAsync(ProviderId provider, PlaceInSearch place, IReadOnlyList<Seen> rows, CancellationToken ct)
    {
        List<SeekerId> seekers = [.. rows.Select(r => r.SeekerId)];
        // Only who comes across a profile for the first time writes: a number for it.
        var drawn = rows.All(r => r.Alias is not null) ? null : await contexts.WriteAsync(fresh => fresh.AliasesAsync(provider, seekers, ct), ct);
        return new(ProviderStanding.Good, new([.. rows.Select(r => ProvidedSummary.Of(drawn?[r.SeekerId] ?? r.Alias!.Value, r.ChangedAt, r.Statement))], place.Count, place.Number, place.Size)) { Seekers = seekers };
    }

    /// <summary>The profiles of these numbers, as far as the provider may see them now: for a page that writes to several.</summary>
    public sealed record ByNumbers(ProviderActor Viewer, IReadOnlyList<AliasNumber> Numbers);

    /// <returns>In no order; a number that can't be seen (any more) has none.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<IReadOnlyList<ProvidedSummary>> RunAsync(ByNumbers query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var provider = query.Viewer.Provider;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.DemandAsync(query.Viewer, now, ct) is not ProviderStanding.Good)
            return [];
        var rows = await db.ShownToProvider(provider, now).AsNoTracking()
            .Join(db.SeekerAliases.Where(a => a.ProviderId == provider && query.Numbers.Contains(a.Number)), p => p.SeekerId, a => a.SeekerId, (p, a) => new { a.Number, p.ChangedAt, p.Statement })
            .ToListAsync(ct);
        return rows.ConvertAll(r => ProvidedSummary.Of(r.Number, r.ChangedAt, r.Statement));
    }
}

/// <summary>求職情報の要約 for a provider: its own number for the profile, and each field named, so that one added to the statement isn't shown by itself.</summary>
public sealed record ProvidedSummary(AliasNumber Number, DateTime ChangedAt, string? WishedWork, IReadOnlyList<string> OccupationCodes, WorkingStyle Style, bool WantsRegular,
    IReadOnlyList<WishedPlace> Places, int? WishedMonthlyIncome, int? WishedHourlyIncome, IReadOnlyList<PastWork> PastWork, string? DrivingLicence, IReadOnlyList<string> Licences)
{
    internal static ProvidedSummary Of(AliasNumber number, DateTime changedAt, SeekerStatement s) => new(number, changedAt, s.WishedWork, s.OccupationCodes, s.Style, s.WantsRegular,
        s.Places, s.WishedMonthlyIncome, s.WishedHourlyIncome, s.PastWork, s.DrivingLicence, s.Licences);
}
