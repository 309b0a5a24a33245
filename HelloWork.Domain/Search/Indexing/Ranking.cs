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
/// and the best of the segments' next ones is taken: a first page looks at few documents, and into few segments, however many there are.
/// </summary>
internal static class Ranking
{
    private static readonly Comparer<Standing> BestFirst = Comparer<Standing>.Create((a, b) => b.CompareTo(a));

    /// <param name="newestFirst">Parts by the newest in them.</param>
    /// <param name="find">What is found in a part; asked for when the highest that can be in it would be next.</param>
    public static List<long> List(IEnumerable<Part> newestFirst, Func<Part, Posting> find, SearchOrder order, int skip, int most)
    {
        var parts = newestFirst.Select(part => (Part: part, Highest: Highest(part.Segment, order)));
        if (order is SearchOrder.ByNumber)
            parts = parts.OrderByDescending(part => part.Highest);
        using var later = parts.GetEnumerator();
        var more = later.MoveNext();
        var next = new PriorityQueue<IEnumerator<Standing>, Standing>(BestFirst);
        var keys = new List<long>();
        for (var at = 0; at < most; at++)
        {
            for (; more && (!next.TryPeek(out _, out var first) || first.CompareTo(later.Current.Highest) < 0); more = later.MoveNext())
            {
                var standings = In(later.Current.Part.Segment, find(later.Current.Part), order).GetEnumerator();
                if (standings.MoveNext())
                    next.Enqueue(standings, standings.Current);
            }
            if (!next.TryPeek(out var best, out _))
                break;
            if (at >= skip)
                keys.Add(best.Current.Key);
            if (best.MoveNext())
                next.DequeueEnqueue(best, best.Current);
            else
                next.Dequeue();
        }
        return keys;
    }

    private static IEnumerable<Standing> In(Segment segment, Posting set, SearchOrder order) => order is SearchOrder.ByNumber number ? ByNumber(segment, set, number) : ByNewness(segment, set, 0);

    /// <summary>No document of the segment stands higher.</summary>
    private static Standing Highest(Segment segment, SearchOrder order)
    {
        var newest = Of(segment, segment.Count - 1, 0);
        if (order is not SearchOrder.ByNumber { Field.At: var field, Descending: var descending })
            return newest;
        var column = segment.Number(field);
        return newest with { Value = Value(column.Numbers == 0 ? null : column.NumberAt(descending ? column.Numbers - 1 : 0), descending), Key = long.MaxValue };
    }

    private static IEnumerable<Standing> ByNewness(Segment segment, Posting set, long value)
    {
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

    private static IEnumerable<Standing> ByNumber(Segment segment, Posting set, SearchOrder.ByNumber order)
    {
        var column = segment.Number(order.Field.At);
        return set.Count <= 256 ? Sorted(segment, set, column, order.Descending) : Walked(segment, set, column, order.Descending);
    }

    private static Standing[] Sorted(Segment segment, in Posting set, NumberColumn column, bool descending)
    {
        var placing = new Placing(segment, column, descending, new Standing[set.Count]);
        Sets.Each(set, segment.Words, ref placing);
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
    private static IEnumerable<Standing> Walked(Segment segment, Posting set, NumberColumn column, bool descending)
    {
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
        foreach (var standing in ByNewness(segment, set, Value(null, descending)))
            if (segment.Find(standing.Key) is { } place && column.NumberOf(place) is null)
                yield return standing;
    }

    private static long Value(int? number, bool descending) => number is { } known ? descending ? known : -(long)known : long.MinValue;

    private static Standing Of(Segment segment, int place, long value) => new(value, segment.NewnessOf(place), segment.KeyOf(place));
}
