using System.Runtime.InteropServices;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// One number field of a segment: the numbers that occur, ascending; which of them each document has; and the documents in the order of their numbers.
/// </summary>
internal sealed class NumberColumn
{
    private const ushort None = ushort.MaxValue;

    private readonly int[] _numbers, _starts;
    private readonly ushort[] _ranks, _order;

    private NumberColumn(int[] numbers, int[] starts, ushort[] ranks, ushort[] order) => (_numbers, _starts, _ranks, _order) = (numbers, starts, ranks, order);

    public long Bytes => (long)(_numbers.Length + _starts.Length) * sizeof(int) + (long)(_ranks.Length + _order.Length) * sizeof(ushort);

    public int? NumberOf(int document) => _ranks[document] == None ? null : _numbers[_ranks[document]];

    /// <summary>How many numbers occur.</summary>
    public int Numbers => _numbers.Length;
    public int NumberAt(int rank) => _numbers[rank];

    /// <summary>The documents of the number at this rank, oldest first.</summary>
    public ReadOnlySpan<ushort> At(int rank) => _order.AsSpan(_starts[rank].._starts[rank + 1]);

    /// <summary>The ranks of the numbers from least to most, as from..to, and how many documents have one of them.</summary>
    public (int From, int To, int Documents) Range(int least, int most)
    {
        var from = Lower(least);
        var to = most == int.MaxValue ? _numbers.Length : Lower(most + 1);
        return to <= from ? (from, from, 0) : (from, to, _starts[to] - _starts[from]);
    }

    public bool Has(int document, int fromRank, int toRank) => _ranks[document] is var rank && rank != None && rank >= fromRank && rank < toRank;

    public ReadOnlySpan<ushort> Documents(int fromRank, int toRank) => _order.AsSpan(_starts[fromRank].._starts[toRank]);

    private int Lower(int number)
    {
        var at = Array.BinarySearch(_numbers, number);
        return at >= 0 ? at : ~at;
    }

    /// <summary>Counts the documents of each rank.</summary>
    public void Count(in Posting found, int documents, Scratch scratch, int[] into)
    {
        var words = (documents + 63) / 64;
        if (found.IsFew || found.Count <= documents / 2)
        {
            var adding = new Counting(_ranks, into, 1);
            Sets.Each(found, words, ref adding);
            return;
        }
        for (var rank = 0; rank < _numbers.Length; rank++)
            into[rank] += _starts[rank + 1] - _starts[rank];
        var mark = scratch.Mark();
        var others = scratch.Unwritten().AsSpan(0, words);
        Sets.AndNot(Segment.All(documents, scratch).Bits(words), found.Bits(words), others);
        var subtracting = new Counting(_ranks, into, -1);
        Sets.Each(others, ref subtracting);
        scratch.Release(mark);
    }

    private readonly struct Counting(ushort[] ranks, int[] into, int step) : IVisitor
    {
        public void Visit(int place)
        {
            if (ranks[place] is not None and var rank)
                into[rank] += step;
        }
    }

    /// <summary>Takes over the number of one document after the other; then it is ready for the next segment's.</summary>
    internal sealed class Builder
    {
        // The number above the document's place among those that came, so that one sort gives both.
        private readonly List<long> _numbers = [];
        private int _arrivals;

        public void Add(int? number)
        {
            if (number is { } given)
                _numbers.Add((long)given << 16 | (uint)_arrivals);
            _arrivals++;
        }

        /// <param name="places">Where each document, as they came, goes.</param>
        public NumberColumn Build(ushort[] places)
        {
            var keys = CollectionsMarshal.AsSpan(_numbers);
            foreach (ref var key in keys)
                key = key & ~0xFFFFL | places[(ushort)key];
            keys.Sort();
            var numbers = new List<int>();
            var starts = new List<int>();
            var ranks = new ushort[places.Length];
            ranks.AsSpan().Fill(None);
            var order = new ushort[keys.Length];
            for (var at = 0; at < keys.Length; at++)
            {
                var next = (int)(keys[at] >> 16);
                if (numbers.Count == 0 || numbers[^1] != next)
                {
                    numbers.Add(next);
                    starts.Add(at);
                }
                order[at] = (ushort)keys[at];
                ranks[order[at]] = (ushort)(numbers.Count - 1);
            }
            starts.Add(keys.Length);
            _numbers.Clear();
            _arrivals = 0;
            return new([.. numbers], [.. starts], ranks, order);
        }
    }
}
