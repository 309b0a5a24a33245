using System.Numerics;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>Lists what was found by score, as <see cref="SearchOrder.Relevance"/> defines it.</summary>
internal sealed class Relevance(Snapshot snapshot, SearchFields fields, Plan plan)
{
    private sealed record Worth(WordPlan Word, int Field, int Points);

    public List<long> List(List<Search.Found> found, int most, Scratch scratch)
    {
        Worth[] worths = [.. WorthsOf(scratch).OrderByDescending(w => w.Points)];
        var best = new PriorityQueue<long, Standing>();
        // The newest first: they win the ties, and what comes later is passed over sooner.
        foreach (var (part, set) in found.OrderByDescending(f => f.Part.Segment.NewnessOf(f.Part.Segment.Count - 1)))
        {
            var mark = scratch.Mark();
            Choose(part.Segment, set, worths, best, most, scratch);
            scratch.Release(mark);
        }
        var keys = new List<long>(most);
        while (best.TryDequeue(out var key, out _))
            keys.Add(key);
        keys.Reverse();
        return keys;
    }

    private static void Choose(Segment segment, in Posting set, Worth[] worths, PriorityQueue<long, Standing> best, int most, Scratch scratch)
    {
        // Once enough are known: what holds none but the least worths can't reach them, and isn't looked at.
        var needed = worths.Length;
        if (best.Count == most && best.TryPeek(out _, out var worst))
            for (var rest = 0; needed > 0 && rest + worths[needed - 1].Points < worst.Value; needed--)
                rest += worths[needed - 1].Points;
        var holding = new Posting[worths.Length];
        var candidates = scratch.Bits(segment.Words);
        for (var at = 0; at < worths.Length; at++)
        {
            var (word, field, points) = worths[at];
            holding[at] = word.FindIn(field, segment, scratch);
            if (at >= needed)
                continue;
            holding[at] = SetsOf.Both(holding[at], set, segment.Words, scratch);
            var scoring = new Scoring(scratch.Figures, points);
            Sets.Each(holding[at], segment.Words, ref scoring);
            Sets.Or(holding[at], candidates.AsSpan(0, segment.Words));
        }
        var choosing = new Choosing(segment, scratch.Figures, worths.AsMemory(needed), holding.AsMemory(needed), best, most);
        Sets.EachNewestFirst(needed == worths.Length ? set : SetsOf.Counted(candidates, segment.Words), segment.Words, ref choosing);
    }

    private List<Worth> WorthsOf(Scratch scratch)
    {
        var worths = new List<Worth>();
        foreach (var word in Plan.WordsOf(plan).DistinctBy(w => (w.Word, w.Scope)))
        {
            var having = 0;
            foreach (var part in snapshot.Parts)
            {
                var mark = scratch.Mark();
                having += part.CountOf(word.Find(part.Segment, scratch));
                scratch.Release(mark);
            }
            var rarity = 1 + BitOperations.Log2((uint)((snapshot.Count + 1L) / (having + 1L)));
            worths.AddRange(fields.Texts.Where(f => f.Weight > 0 && word.Scope.Holds(f.At)).Select(f => new Worth(word, f.At, f.Weight * rarity)));
        }
        return worths;
    }

    private readonly struct Scoring(int[] scores, int points) : IVisitor
    {
        public void Visit(int place) => scores[place] += points;
    }

    /// <summary>Keeps the best, and leaves zeros behind.</summary>
    private struct Choosing(Segment segment, int[] scores, ReadOnlyMemory<Worth> others, ReadOnlyMemory<Posting> holding, PriorityQueue<long, Standing> best, int most) : IVisitor
    {
        // Documents come newest first: where one of a score was too old, so are the later ones.
        private int _tooOld = -1;

        public void Visit(int place)
        {
            var score = scores[place];
            scores[place] = 0;
            for (var at = 0; at < others.Length; at++)
                if (holding.Span[at].Has(place))
                    score += others.Span[at].Points;
            if (best.Count < most)
            {
                best.Enqueue(segment.KeyOf(place), new(score, segment.NewnessOf(place), segment.KeyOf(place)));
                return;
            }
            if (score <= _tooOld)
                return;
            best.TryPeek(out _, out var worst);
            if (score < worst.Value)
            {
                _tooOld = score;
                return;
            }
            var standing = new Standing(score, segment.NewnessOf(place), segment.KeyOf(place));
            if (standing.CompareTo(worst) > 0)
                best.EnqueueDequeue(standing.Key, standing);
            else
                _tooOld = score;
        }
    }
}
