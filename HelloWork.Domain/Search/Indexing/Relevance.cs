using System.Numerics;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>Lists what was found by score, as <see cref="SearchOrder.Relevance"/> defines it.</summary>
internal sealed class Relevance(Snapshot snapshot, SearchFields fields, Plan plan)
{
    private sealed record Worth(WordPlan Word, int Field, int Points);

    public List<long> List(List<Search.Found> found, int most, Scratch scratch)
    {
        Worth[] worths = [.. WorthsOf(scratch)];
        var best = new PriorityQueue<long, Standing>();
        // The newest first: of what comes later most can't reach the ones that are known.
        foreach (var (part, set) in found)
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
        var scores = new ScorePlanes(segment.Words, worths.Sum(w => w.Points), scratch);
        foreach (var (word, field, points) in worths)
            scores.Add(word.FindIn(field, segment, scratch), points);
        var left = set;
        if (best.Count == most && best.TryPeek(out _, out var worst))
            left = scores.AtLeast(set, (int)worst.Value);
        var choosing = new Choosing(segment, scores, best, most);
        Sets.Each(scores.Best(left, most), segment.Words, ref choosing);
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

    private readonly struct Choosing(Segment segment, ScorePlanes scores, PriorityQueue<long, Standing> best, int most) : IVisitor
    {
        public void Visit(int place)
        {
            var standing = new Standing(scores.Of(place), segment.NewnessOf(place), segment.KeyOf(place));
            if (best.Count < most)
                best.Enqueue(standing.Key, standing);
            else
                best.EnqueueDequeue(standing.Key, standing);
        }
    }
}
