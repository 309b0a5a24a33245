using System.Numerics;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>Lists what was found by score, as <see cref="SearchOrder.Relevance"/> defines it.</summary>
internal sealed class Relevance(Snapshot snapshot, SearchFields fields, Plan plan)
{
    private sealed record Worth(WordPlan Word, int Field, int Points);

    public List<long> List(List<Search.Found> found, int most, Scratch scratch)
    {
        var worths = WorthsOf(scratch).OrderByDescending(w => w.Points).ToList();
        var best = new PriorityQueue<long, Standing>();
        foreach (var (part, set) in found)
        {
            var mark = scratch.Mark();
            var scores = scratch.Figures;
            foreach (var (word, field, points) in worths)
            {
                var scoring = new Scoring(scores, points);
                Sets.Each(SetsOf.Both(word.FindIn(field, part.Segment, scratch), set, part.Segment.Words, scratch), part.Segment.Words, ref scoring);
            }
            var choosing = new Choosing(part.Segment, scores, best, most);
            Sets.Each(set, part.Segment.Words, ref choosing);
            scratch.Release(mark);
        }
        var keys = new List<long>(most);
        while (best.TryDequeue(out var key, out _))
            keys.Add(key);
        keys.Reverse();
        return keys;
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
    private readonly struct Choosing(Segment segment, int[] scores, PriorityQueue<long, Standing> best, int most) : IVisitor
    {
        public void Visit(int place)
        {
            var score = scores[place];
            scores[place] = 0;
            if (best.Count < most)
            {
                best.Enqueue(segment.KeyOf(place), new(score, segment.NewnessOf(place), segment.KeyOf(place)));
                return;
            }
            best.TryPeek(out _, out var worst);
            if (score < worst.Value)
                return;
            var standing = new Standing(score, segment.NewnessOf(place), segment.KeyOf(place));
            if (standing.CompareTo(worst) > 0)
                best.EnqueueDequeue(standing.Key, standing);
        }
    }
}
