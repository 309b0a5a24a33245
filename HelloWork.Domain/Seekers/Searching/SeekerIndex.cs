using HelloWork.Domain.Data;
using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Search;
using HelloWork.Domain.Search.Following;
using HelloWork.Domain.Search.Indexing;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Searching;

/// <summary>求職情報の検索索引 of this node: all profiles that employers or providers may find, one index for both.</summary>
public sealed class SeekerIndex(IDbContextFactory<HelloWorkDbContext> contexts, ReadChanges read) : FollowedIndex(read)
{
    /// <summary>Shortest last, as the bands ascend.</summary>
    private static readonly SeekerSince[] Since = [.. Enum.GetValues<SeekerSince>().OrderDescending()];

    internal SeekerFields Fields { get; } = new();

    public override string Name => "seekers";

    /// <summary>What is said to SQL Server, for whoever checks it without one.</summary>
    public static IEnumerable<string> ServerStatements => SeekerRow.ServerStatements;

    private protected override SearchFields Declared => Fields.Declared;

    private protected override ChangedRecord Kind => ChangedRecord.Seeker;

    private protected override IAsyncEnumerable<SearchDocument> AllAsync(CancellationToken ct) => SeekerRow.AllAsync(contexts, ct).Select(Fields.Document);

    private protected override async Task<IndexChange?> ChangedAsync(IReadOnlyCollection<Guid> records, SearchIndex index, CancellationToken ct)
    {
        var put = (await SeekerRow.OfAsync(contexts, records, ct)).ConvertAll(Fields.Document);
        var old = index.Find(new(Fields.Of(records)) { Take = int.MaxValue }).Keys.Except(put.Select(d => d.Key)).ToList();
        if (old.Count == 0)
            return new(put, []);
        var (numbers, changed) = (old.ConvertAll(SeekerKey.NumberOf), records.Select(id => new SeekerId(id)).ToHashSet());
        await using var db = await contexts.CreateDbContextAsync(ct);
        var owners = await db.SeekerProfiles.Where(p => numbers.Contains(p.PublicNumber)).Select(p => new { p.PublicNumber, p.SeekerId }).ToListAsync(ct);
        return new(put, [.. old.Except(owners.Where(o => !changed.Contains(o.SeekerId)).Select(o => SeekerKey.Of(o.PublicNumber)))]);
    }

    /// <param name="Shown">Of the page, in order, as the database shows them.</param>
    /// <param name="Nearest">Where nobody is found and they are wanted.</param>
    internal sealed record Answer<TShown>(PlaceInSearch Place, IReadOnlyList<TShown> Shown, SeekerSearchCounts Counts, IReadOnlyList<WiderSearch<SeekerLoosening>> Nearest);

    /// <summary>
    /// Finds and counts in the index and shows from the database, which has the last word on who may be seen. Who went out of sight between
    /// the two is looked for once more, so that the count doesn't tell of them either.
    /// </summary>
    /// <param name="show">Rows of those of a page who may be seen.</param>
    /// <returns>Null: not loaded; ask the database.</returns>
    internal async Task<Answer<TShown>?> FindAsync<TShown>(SeekerConditions query, DateOnly today, SeekerSight sight,
        Func<IQueryable<SeekerProfile>, Task<Dictionary<PublicNumber, TShown>>> show, CancellationToken ct) where TShown : class
    {
        for (var again = false; ; again = true)
        {
            if (await UpToDateAsync(ct) is not { } index)
                return null;
            var seen = await sight.InIndex();
            var asked = await AskedAsync(query, seen, sight);
            var (place, numbers, counts) = Find(index, asked.Conditions, today, asked.Seen);
            var rows = numbers.Count == 0 ? [] : await show(sight.InDatabase.Where(p => numbers.Contains(p.PublicNumber)));
            if (rows.Count < numbers.Count && !again)
                continue;
            place = place with { Count = place.Count - (numbers.Count - rows.Count) };
            return new(place, [.. numbers.Select(rows.GetValueOrDefault).OfType<TShown>()], counts, place.Count > 0 || !query.OrNearest ? [] : await NearestAsync(index, query, today, seen, sight, ct));
        }
    }

    /// <summary>Conditions, and among whom they are looked for: one profile alone where its number was typed.</summary>
    private static async Task<(SeekerConditions Conditions, SearchCondition Seen)> AskedAsync(SeekerConditions query, SearchCondition seen, SeekerSight sight) =>
        await sight.Named(query.Words) is { } named ? (query with { Words = null }, SearchCondition.All(seen, named)) : (query, seen);

    /// <summary>Each with the count that its own search would tell: who of a first page is out of sight by now isn't counted there either.</summary>
    private async Task<IReadOnlyList<WiderSearch<SeekerLoosening>>> NearestAsync(SearchIndex index, SeekerConditions query, DateOnly today, SearchCondition seen, SeekerSight sight, CancellationToken ct)
    {
        async Task<SearchAnswer> FoundAsync(SeekerConditions other, int most)
        {
            var asked = await AskedAsync(other, seen, sight);
            return index.Find(new(SearchCondition.All(asked.Seen, Fields.Matching(asked.Conditions, today))) { Order = SeekerFields.Order(asked.Conditions), Take = most });
        }

        var found = new List<(SeekerLoosening Step, int Count, IReadOnlyList<PublicNumber> First)>();
        foreach (var (step, _) in await NearestSearches.OfAsync(query, SeekerLoosening.Of, async other => (await FoundAsync(other, 0)).Count))
        {
            var answer = await FoundAsync(step.Query, query.PlaceIn(0).Size);
            found.Add((step, answer.Count, [.. answer.Keys.Select(SeekerKey.NumberOf)]));
        }
        List<PublicNumber> numbers = [.. found.SelectMany(f => f.First).Distinct()];
        var there = numbers.Count == 0 ? [] : (await sight.InDatabase.Where(p => numbers.Contains(p.PublicNumber)).Select(p => p.PublicNumber).ToListAsync(ct)).ToHashSet();
        return [.. found.Select(f => new WiderSearch<SeekerLoosening>(f.Step, f.Count - f.First.Count(number => !there.Contains(number)))).Where(wider => wider.Count > 0)];
    }

    private (PlaceInSearch Place, IReadOnlyList<PublicNumber> Numbers, SeekerSearchCounts Counts) Find(SearchIndex index, SeekerConditions query, DateOnly today, SearchCondition seen)
    {
        SearchCondition Asked(SeekerConditions asked) => SearchCondition.All(seen, Fields.Matching(asked, today));
        var request = new SearchRequest(Asked(query)) { Order = SeekerFields.Order(query) };
        var hoped = query.PlaceIn(int.MaxValue);
        var found = index.Find(request with
        {
            Skip = hoped.Skip, Take = hoped.Size,
            Facets =
            [
                new CodeFacet(Fields.Style, query.Style is null ? null : Asked(query with { Style = null })),
                new CodeFacet(Fields.Flag),
                new NumberFacet(Fields.ChangedOn, [.. Since.Select(since => SeekerFilters.FirstDay(since, today).DayNumber)], query.Since is null ? null : Asked(query with { Since = null })),
            ],
        });
        var place = query.PlaceIn(found.Count);
        var keys = place.Number == hoped.Number ? found.Keys : index.Find(request with { Skip = place.Skip, Take = place.Size }).Keys;
        return (place, [.. keys.Select(SeekerKey.NumberOf)], Counts(found.Facets, query));
    }

    private static SeekerSearchCounts Counts(IReadOnlyList<FacetCounts> facets, SeekerConditions query)
    {
        var (styles, flags) = (facets[0].Codes.ToDictionary(c => c.Code, c => c.Count), facets[1].Codes.ToDictionary(c => c.Code, c => c.Count));
        int Wishing(WorkingStyle style) => styles.GetValueOrDefault(SeekerFields.Flags.Of(style));
        var since = new Dictionary<SeekerSince, int>();
        for (var (at, sum) = (Since.Length - 1, 0); at >= 0; at--)
            since[Since[at]] = sum += facets[2].Bands[at].Count;
        return new(
            Enum.GetValues<WorkingStyle>().ToDictionary(style => style, style => Wishing(WorkingStyle.Either) + (style is WorkingStyle.Either ? 0 : Wishing(style))),
            flags.GetValueOrDefault(SeekerFields.Flags.Regular),
            query is SearchSeekers.Query ? flags.GetValueOrDefault(SeekerFields.Flags.MyPage) : null,
            Enum.GetValues<SeekerTraits>().Where(t => t is not SeekerTraits.None).ToDictionary(t => t, t => flags.GetValueOrDefault(SeekerFields.Flags.Of(t).Single())),
            since);
    }
}
