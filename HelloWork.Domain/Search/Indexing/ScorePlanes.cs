using System.Numerics;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// A score for each document of a segment, as bitmaps: one for each binary digit, the lowest first. Sixty-four documents are added to, compared
/// and chosen from at a time, so that ordering all that a common word finds takes about as long as counting it.
/// </summary>
/// <param name="most">No score is greater.</param>
internal sealed class ScorePlanes(int words, int most, Scratch scratch)
{
    private readonly ulong[][] _digits = [.. Enumerable.Range(0, BitOperations.Log2((uint)most) + 1).Select(_ => scratch.Bits(words))];

    /// <summary>Gives each document of a set so many points more.</summary>
    public void Add(in Posting set, int points)
    {
        if (set.Count == 0)
            return;
        var mark = scratch.Mark();
        var bits = Bitmap(set);
        for (var left = (uint)points; left != 0; left &= left - 1)
            AddDigit(bits, BitOperations.TrailingZeroCount(left));
        scratch.Release(mark);
    }

    // As on paper, with carrying: what both have goes into the next digit.
    private void AddDigit(ReadOnlySpan<ulong> bits, int digit)
    {
        var at = 0;
        for (; at <= words - Vector<ulong>.Count; at += Vector<ulong>.Count)
        {
            var carried = new Vector<ulong>(bits[at..]);
            for (var to = digit; carried != Vector<ulong>.Zero; to++)
            {
                var own = _digits[to].AsSpan(at);
                var before = new Vector<ulong>(own);
                (before ^ carried).CopyTo(own);
                carried &= before;
            }
        }
        for (; at < words; at++)
        {
            var carried = bits[at];
            for (var to = digit; carried != 0; to++)
            {
                var before = _digits[to][at];
                _digits[to][at] = before ^ carried;
                carried &= before;
            }
        }
    }

    public int Of(int place)
    {
        var score = 0;
        for (var digit = 0; digit < _digits.Length; digit++)
            score |= (int)(_digits[digit][place >> 6] >> (place & 63) & 1) << digit;
        return score;
    }

    /// <summary>The documents of a set that have so many points or more.</summary>
    public Posting AtLeast(in Posting set, int score)
    {
        if (score >> _digits.Length != 0)
            return default;
        var (more, same, both) = (scratch.Bits(words), Copied(set), scratch.Unwritten());
        for (var digit = _digits.Length - 1; digit >= 0; digit--)
        {
            Sets.And(same, _digits[digit], both.AsSpan(0, words));
            if ((score >> digit & 1) != 0)
            {
                (same, both) = (both, same);
                continue;
            }
            Sets.Or(both, more.AsSpan(0, words));
            Sets.AndNot(same, _digits[digit], same.AsSpan(0, words));
        }
        Sets.Or(same, more.AsSpan(0, words));
        return SetsOf.Counted(more, words);
    }

    /// <summary>So many documents of a set: those with the highest scores, of equal ones the newest.</summary>
    public Posting Best(in Posting set, int wanted)
    {
        if (set.Count <= wanted)
            return set;
        var (surely, perhaps, both) = (scratch.Bits(words), Copied(set), scratch.Unwritten());
        var sure = 0;
        for (var digit = _digits.Length - 1; digit >= 0; digit--)
        {
            // Those with the digit are better than those without: either they are enough by themselves, or all of them are among the best.
            Sets.And(perhaps, _digits[digit], both.AsSpan(0, words));
            var more = Sets.CountOf(both.AsSpan(0, words));
            if (sure + more > wanted)
            {
                (perhaps, both) = (both, perhaps);
                continue;
            }
            sure += more;
            Sets.Or(both, surely.AsSpan(0, words));
            Sets.AndNot(perhaps, _digits[digit], perhaps.AsSpan(0, words));
        }
        AddNewest(perhaps, wanted - sure, surely);
        return new(surely, 0, wanted);
    }

    private void AddNewest(ulong[] from, int wanted, ulong[] to)
    {
        for (var at = words - 1; wanted > 0 && at >= 0; at--)
            for (var left = from[at]; wanted > 0 && left != 0; wanted--)
            {
                var bit = 1UL << (63 - BitOperations.LeadingZeroCount(left));
                left ^= bit;
                to[at] |= bit;
            }
    }

    private ulong[] Copied(in Posting set)
    {
        var bits = scratch.Bits(words);
        Sets.Or(set, bits.AsSpan(0, words));
        return bits;
    }

    private ReadOnlySpan<ulong> Bitmap(in Posting set) => set.IsFew ? Copied(set).AsSpan(0, words) : set.Bits(words);
}
