using System.Runtime.InteropServices;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>One running search over a snapshot.</summary>
internal sealed class Search(Snapshot snapshot, SearchFields fields, CodeNames[] names, SearchRequest request)
{
    /// <summary>So many documents are read at once, on all cores; fewer aren't worth waking another.</summary>
    private const int WorthSharing = 100_000;

    /// <summary>What was found in a part, and nothing that is replaced or removed.</summary>
    internal readonly record struct Found(Part Part, Posting Set);

    public SearchAnswer Run()
    {
        var scratch = Scratch.Take();
        var plan = Plan.Of(request.Where, names);
        Learn([.. Plan.WordsOf(plan)]);
        var found = FindIn(plan, scratch);
        var count = found.Sum(f => f.Set.Count);
        var most = (int)Math.Min(Math.Max(0L, request.Skip) + Math.Max(0, request.Take), count);
        var keys = request.Skip >= most ? [] : request.Order is SearchOrder.ByRelevance && Plan.WordsOf(plan).Any()
            ? new Relevance(snapshot, fields, plan).List(found, most, scratch).Skip(request.Skip).ToList()
            : Ranking.List(found.Select(some => some.Part), part => found.Find(some => ReferenceEquals(some.Part, part)).Set, request.Order, Math.Max(0, request.Skip), most);
        var facets = request.Facets.Select(facet => Count(facet, found, scratch)).ToList();
        scratch.Return();
        return new(keys, count, facets, snapshot.Position);
    }

    /// <summary>The keys alone: of a page by newness or by a number most segments needn't be searched.</summary>
    public IReadOnlyList<long> First()
    {
        var plan = Plan.Of(request.Where, names);
        if (request.Order is SearchOrder.ByRelevance && Plan.WordsOf(plan).Any())
            return Run().Keys;
        var scratch = Scratch.Take();
        var skip = Math.Max(0, request.Skip);
        var keys = Ranking.List(snapshot.NewestFirst, part => FindIn(part, plan, scratch), request.Order, skip, (int)Math.Min((long)skip + Math.Max(0, request.Take), snapshot.Count));
        scratch.Return();
        return keys;
    }

    /// <summary>
    /// A phrase that nobody asked for before is read in some hundred thousand texts, which is mostly waiting for memory: in several segments at the same time.
    /// What they learn is there for the search itself, and for all others.
    /// </summary>
    private void Learn(WordPlan[] words)
    {
        if (words.Length == 0)
            return;
        var unread = snapshot.Parts.Select(part => part.Segment).Where(segment => Array.Exists(words, word => !word.IsKnown(segment))).ToList();
        if (unread.Sum(segment => segment.Count) >= WorthSharing)
            Parallel.ForEach(unread, segment =>
            {
                var scratch = Scratch.Take();
                foreach (var word in words)
                    word.Find(segment, scratch);
                scratch.Return();
            });
    }

    private List<Found> FindIn(Plan plan, Scratch scratch)
    {
        var found = new List<Found>(snapshot.Parts.Length);
        foreach (var part in snapshot.NewestFirst)
        {
            var mark = scratch.Mark();
            var set = FindIn(part, plan, scratch);
            if (set.Count > 0)
                found.Add(new(part, set));
            else
                scratch.Release(mark);
        }
        return found;
    }

    private static Posting FindIn(Part part, Plan plan, Scratch scratch)
    {
        var mark = scratch.Mark();
        return scratch.Keep(part.Only(plan.Find(part.Segment, scratch), scratch), mark);
    }

    private FacetCounts Count(SearchFacet facet, List<Found> found, Scratch scratch)
    {
        var mark = scratch.Mark();
        var counted = facet.Where is { } where && where != request.Where ? FindIn(Plan.Of(where, names), scratch) : found;
        var counts = facet switch
        {
            CodeFacet code => new FacetCounts(Codes(code, counted, scratch), []),
            NumberFacet number => new FacetCounts([], Bands(number, counted, scratch)),
            _ => throw new ArgumentOutOfRangeException(nameof(facet)),
        };
        scratch.Release(mark);
        return counts;
    }

    private List<(string, int)> Codes(CodeFacet facet, List<Found> found, Scratch scratch)
    {
        var field = facet.Field.At;
        var counts = new int[names[field].Count];
        int[]? only = facet.Only is { } codes ? [.. codes.Select(names[field].Find).OfType<int>().Where(code => code < counts.Length)] : null;
        foreach (var (part, set) in found)
            part.Segment.Code(field).Count(set, scratch, counts, only);
        var some = new List<(string Code, int Count)>();
        foreach (var code in only ?? Enumerable.Range(0, counts.Length))
            if (counts[code] > 0)
                some.Add((names[field][code], counts[code]));
        some.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Code, b.Code));
        return some;
    }

    private static List<(int, int)> Bands(NumberFacet facet, List<Found> found, Scratch scratch) => facet.Edges is { } edges
        ? Bands(facet.Field.At, edges, found, scratch)
        : Each(facet.Field.At, found, scratch);

    /// <summary>How many there are from each edge to the next, the last without end; edges ascend.</summary>
    private static List<(int, int)> Bands(int field, IReadOnlyList<int> edges, List<Found> found, Scratch scratch)
    {
        // From the edge on, first.
        var counts = new int[edges.Count + 1];
        foreach (var (part, set) in found)
            for (var edge = 0; edge < edges.Count; edge++)
            {
                var mark = scratch.Mark();
                var range = new RangePlan(field, edges[edge], int.MaxValue);
                counts[edge] += set.IsFew ? range.Narrow(part.Segment, set, scratch).Count
                    : Sets.CountIn(range.Find(part.Segment, scratch), set.Bits(part.Segment.Words));
                scratch.Release(mark);
            }
        return [.. edges.Select((from, edge) => (from, counts[edge] - counts[edge + 1]))];
    }

    /// <summary>Each number that occurs, ascending, as in each segment.</summary>
    private static List<(int, int)> Each(int field, List<Found> found, Scratch scratch)
    {
        List<(int Number, int Count)> each = [], merged = [];
        foreach (var (part, set) in found)
        {
            var column = part.Segment.Number(field);
            var counts = scratch.Figures;
            column.Count(set, part.Segment.Count, scratch, counts);
            merged.Clear();
            var at = 0;
            for (var rank = 0; rank < column.Numbers; rank++)
            {
                if (counts[rank] == 0)
                    continue;
                var number = column.NumberAt(rank);
                for (; at < each.Count && each[at].Number < number; at++)
                    merged.Add(each[at]);
                merged.Add((number, counts[rank] + (at < each.Count && each[at].Number == number ? each[at++].Count : 0)));
                counts[rank] = 0;
            }
            merged.AddRange(CollectionsMarshal.AsSpan(each)[at..]);
            (each, merged) = (merged, each);
        }
        return each;
    }
}
