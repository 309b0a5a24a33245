using System.Runtime.InteropServices;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>Counts a facet from segment to segment, each while what was found in it is still in the processor's nearest cache.</summary>
internal abstract class FacetCounter
{
    /// <param name="set">What is counted of the segment; nothing that is replaced or removed.</param>
    public abstract void Add(Segment segment, in Posting set, Scratch scratch);

    public abstract FacetCounts Counted();

    public static FacetCounter Of(SearchFacet facet, CodeNames[] names) => facet switch
    {
        CodeFacet code => new Codes(code, names[code.Field.At]),
        NumberFacet { Edges: { } edges } number => new Bands(number.Field.At, edges),
        NumberFacet number => new Each(number.Field.At),
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    private sealed class Codes : FacetCounter
    {
        private readonly int _field;
        private readonly CodeNames _names;
        private readonly int[] _counts;
        private readonly int[]? _only;

        public Codes(CodeFacet facet, CodeNames names)
        {
            (_field, _names, _counts) = (facet.Field.At, names, new int[names.Count]);
            _only = facet.Only is { } codes ? [.. codes.Select(names.Find).OfType<int>().Where(code => code < _counts.Length)] : null;
        }

        public override void Add(Segment segment, in Posting set, Scratch scratch) => segment.Code(_field).Count(set, scratch, _counts, _only);

        public override FacetCounts Counted()
        {
            var some = new List<(string Code, int Count)>();
            foreach (var code in _only ?? Enumerable.Range(0, _counts.Length))
                if (_counts[code] > 0)
                    some.Add((_names[code], _counts[code]));
            some.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Code, b.Code));
            return new(some, []);
        }
    }

    /// <summary>How many there are from each edge to the next, the last without end; edges ascend.</summary>
    private sealed class Bands(int field, IReadOnlyList<int> edges) : FacetCounter
    {
        private readonly RangePlan[] _ranges = [.. edges.Select(edge => new RangePlan(field, edge, int.MaxValue))];
        // From the edge on, first.
        private readonly int[] _counts = new int[edges.Count + 1];

        public override void Add(Segment segment, in Posting set, Scratch scratch)
        {
            for (var edge = 0; edge < edges.Count; edge++)
            {
                var mark = scratch.Mark();
                _counts[edge] += set.IsFew ? _ranges[edge].Narrow(segment, set, scratch).Count
                    : Sets.CountIn(_ranges[edge].Find(segment, scratch), set.Bits(segment.Words));
                scratch.Release(mark);
            }
        }

        public override FacetCounts Counted() => new([], [.. edges.Select((from, edge) => (from, _counts[edge] - _counts[edge + 1]))]);
    }

    /// <summary>Each number that occurs, ascending, as in each segment.</summary>
    private sealed class Each(int field) : FacetCounter
    {
        private List<(int Number, int Count)> _each = [], _merged = [];

        public override void Add(Segment segment, in Posting set, Scratch scratch)
        {
            var column = segment.Number(field);
            var counts = scratch.Figures;
            column.Count(set, segment.Count, scratch, counts);
            _merged.Clear();
            var at = 0;
            for (var rank = 0; rank < column.Numbers; rank++)
            {
                if (counts[rank] == 0)
                    continue;
                var number = column.NumberAt(rank);
                for (; at < _each.Count && _each[at].Number < number; at++)
                    _merged.Add(_each[at]);
                _merged.Add((number, counts[rank] + (at < _each.Count && _each[at].Number == number ? _each[at++].Count : 0)));
                counts[rank] = 0;
            }
            _merged.AddRange(CollectionsMarshal.AsSpan(_each)[at..]);
            (_each, _merged) = (_merged, _each);
        }

        public override FacetCounts Counted() => new([], _each);
    }
}
