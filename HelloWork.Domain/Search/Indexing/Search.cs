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
        var byRelevance = request.Order is SearchOrder.ByRelevance && Plan.WordsOf(plan).Any();
        var wanted = (long)Math.Max(0, request.Skip) + Math.Max(0, request.Take);
        var facets = request.Facets.Select(facet => (Counter: FacetCounter.Of(facet, names), Plan: facet.Where is { } where && where != request.Where ? Plan.Of(where, names) : null)).ToList();
        var (count, kept) = (0, new List<Found>());
        foreach (var part in snapshot.NewestFirst)
        {
            var before = scratch.Mark();
            var set = FindIn(part, plan, scratch);
            var own = scratch.Mark();
            foreach (var (counter, other) in facets)
            {
                if ((other is null ? set : FindIn(part, other, scratch)) is { Count: > 0 } counted)
                    counter.Add(part.Segment, counted, scratch);
                scratch.Release(own);
            }
            // A list of the newest needs those of the first parts; the few that it may ask for besides are found once more.
            var isWanted = byRelevance || request.Order is SearchOrder.ByNumber || count < wanted;
            if (isWanted)
                kept.Add(new(part, set.Count == 0 ? default : set));
            if (!isWanted || set.Count == 0)
                scratch.Release(before);
            count += set.Count;
        }
        var most = (int)Math.Min(wanted, count);
        var keys = request.Skip >= most ? [] : byRelevance ? new Relevance(snapshot, fields, plan).List(kept.FindAll(some => some.Set.Count > 0), most, scratch).Skip(request.Skip).ToList()
            : Ranking.List(snapshot.NewestFirst, SetOf, request.Order, Math.Max(0, request.Skip), most);
        scratch.Return();
        return new(keys, count, facets.ConvertAll(facet => facet.Counter.Counted()), snapshot.Position);

        Posting SetOf(Part part) => kept.FindIndex(some => ReferenceEquals(some.Part, part)) is >= 0 and var at ? kept[at].Set : FindIn(part, plan, scratch);
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

    private static Posting FindIn(Part part, Plan plan, Scratch scratch)
    {
        var mark = scratch.Mark();
        return scratch.Keep(part.Only(plan.Find(part.Segment, scratch), scratch), mark);
    }
}
