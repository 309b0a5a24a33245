using System.Numerics;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>Where a document stands in an order: the higher the better, ties to the newer and then to the higher key.</summary>
internal readonly record struct Standing(long Value, int Newness, long Key) : IComparable<Standing>
{
    public int CompareTo(Standing other) =>
        Value != other.Value ? Value.CompareTo(other.Value)
        : Newness != other.Newness ? Newness.CompareTo(other.Newness)
        : Key.CompareTo(other.Key);
}

/// <summary>
/// Lists what was found by newness or by a number. Each segment gives its documents in order, one after the other as they are asked for,
/// and the best of the segments' next ones is taken: a first page looks at few documents, however many were found.
/// </summary>
internal static class Ranking
{
    private static readonly Comparer<Standing> BestFirst = Comparer<Standing>.Create((a, b) => b.CompareTo(a));

    public static List<long> List(List<Search.Found> found, SearchOrder order, int skip, int most)
    {
        var next = new PriorityQueue<IEnumerator<Standing>, Standing>(BestFirst);
        foreach (var some in found)
        {
            var standings = (order is SearchOrder.ByNumber number ? ByNumber(some, number) : ByNewness(some, 0)).GetEnumerator();
            if (standings.MoveNext())
                next.Enqueue(standings, standings.Current);
        }
        var keys = new List<long>(most - skip);
        for (var at = 0; at < most; at++)
        {
            var best = next.Peek();
            if (at >= skip)
                keys.Add(best.Current.Key);
            if (best.MoveNext())
                next.DequeueEnqueue(best, best.Current);
            else
                next.Dequeue();
        }
        return keys;
    }

    private static IEnumerable<Standing> ByNewness(Search.Found found, long value)
    {
        var (segment, set) = (found.Part.Segment, found.Set);
        if (set.IsFew)
        {
            for (var at = set.Count - 1; at >= 0; at--)
                yield return Of(segment, set.Few[at], value);
            yield break;
        }
        for (var at = segment.Words - 1; at >= 0; at--)
            for (var word = set.Bits(segment.Words)[at]; word != 0;)
            {
                var bit = 63 - BitOperations.LeadingZeroCount(word);
                word &= ~(1UL << bit);
                yield return Of(segment, at << 6 | bit, value);
            }
    }

    private static IEnumerable<Standing> ByNumber(Search.Found found, SearchOrder.ByNumber order)
    {
        var column = found.Part.Segment.Number(order.Field.At);
        return found.Set.Count <= 256 ? Sorted(found, column, order.Descending) : Walked(found, column, order.Descending);
    }

    private static Standing[] Sorted(Search.Found found, NumberColumn column, bool descending)
    {
        var placing = new Placing(found.Part.Segment, column, descending, new Standing[found.Set.Count]);
        Sets.Each(found.Set, found.Part.Segment.Words, ref placing);
        Array.Sort(placing.Standings, BestFirst);
        return placing.Standings;
    }

    private struct Placing(Segment segment, NumberColumn column, bool descending, Standing[] standings) : IVisitor
    {
        private int _count;
        public readonly Standing[] Standings => standings;

        public void Visit(int place) => standings[_count++] = Of(segment, place, Value(column.NumberOf(place), descending));
    }

    /// <summary>Goes through the segment's documents in the order of their numbers and gives those that were found; then those without a number.</summary>
    private static IEnumerable<Standing> Walked(Search.Found found, NumberColumn column, bool descending)
    {
        var (segment, set) = (found.Part.Segment, found.Set);
        var given = 0;
        for (var step = 0; step < column.Numbers; step++)
        {
            var rank = descending ? column.Numbers - 1 - step : step;
            var value = Value(column.NumberAt(rank), descending);
            for (var at = column.At(rank).Length - 1; at >= 0; at--)
                if (set.Has(column.At(rank)[at]))
                {
                    given++;
                    yield return Of(segment, column.At(rank)[at], value);
                }
        }
        if (given == set.Count)
            yield break;
        foreach (var standing in ByNewness(found, Value(null, descending)))
            if (segment.Find(standing.Key) is { } place && column.NumberOf(place) is null)
                yield return standing;
    }

    private static long Value(int? number, bool descending) => number is { } known ? descending ? known : -(long)known : long.MinValue;

    private static Standing Of(Segment segment, int place, long value) => new(value, segment.NewnessOf(place), segment.KeyOf(place));
}
