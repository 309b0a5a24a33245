using System.Numerics;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// Documents of one segment: few as ascending places, many as a bitmap of the whole segment. Never changed once others can see it.
/// </summary>
internal readonly struct Posting
{
    private readonly ushort[]? _few;
    private readonly ulong[]? _bits;
    private readonly int _start;

    public readonly int Count;

    public Posting(ushort[] few, int start, int count) => (_few, _start, Count) = (few, start, count);

    public Posting(ulong[] bits, int start, int count) => (_bits, _start, Count) = (bits, start, count);

    public bool IsFew => _bits is null;
    public ReadOnlySpan<ushort> Few => _few.AsSpan(_start, Count);
    public ReadOnlySpan<ulong> Bits(int words) => _bits.AsSpan(_start, words);

    /// <summary>
    /// Up to this many are kept one by one in a segment of so many bitmap words: a 32nd. Both forms take about as long to go through from a 64th to there,
    /// and one by one they take half the memory or less: an eighth of the whole index.
    /// </summary>
    public static int MostFew(int words) => Math.Max(8, words * 2);

    public bool Has(int place) => _bits is { } bits ? (bits[_start + (place >> 6)] >> (place & 63) & 1) != 0 : Few.BinarySearch((ushort)place) >= 0;

    /// <summary>Whether it would change with this memory.</summary>
    public bool LiesIn(Array memory) => ReferenceEquals(memory, _bits) || ReferenceEquals(memory, _few);

    public int Bytes => _bits is null ? Count * sizeof(ushort) : 0;
}

/// <summary>What to do with each document of a set. A struct, so that the loops hold no calls.</summary>
internal interface IVisitor
{
    void Visit(int place);
}

/// <summary>The arithmetic of sets within a segment of so many bitmap words.</summary>
internal static class Sets
{
    public static int CountOf(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
            count += BitOperations.PopCount(word);
        return count;
    }

    public static void And(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> into)
    {
        var at = 0;
        for (; at <= into.Length - Vector<ulong>.Count; at += Vector<ulong>.Count)
            (new Vector<ulong>(left[at..]) & new Vector<ulong>(right[at..])).CopyTo(into[at..]);
        for (; at < into.Length; at++)
            into[at] = left[at] & right[at];
    }

    public static void AndNot(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> into)
    {
        var at = 0;
        for (; at <= into.Length - Vector<ulong>.Count; at += Vector<ulong>.Count)
            Vector.AndNot(new Vector<ulong>(left[at..]), new Vector<ulong>(right[at..])).CopyTo(into[at..]);
        for (; at < into.Length; at++)
            into[at] = left[at] & ~right[at];
    }

    /// <summary>Adds a set to a bitmap.</summary>
    public static void Or(in Posting set, Span<ulong> into)
    {
        if (set.IsFew)
        {
            foreach (var place in set.Few)
                into[place >> 6] |= 1UL << (place & 63);
            return;
        }
        Or(set.Bits(into.Length), into);
    }

    public static void Or(ReadOnlySpan<ulong> bits, Span<ulong> into)
    {
        var at = 0;
        for (; at <= into.Length - Vector<ulong>.Count; at += Vector<ulong>.Count)
            (new Vector<ulong>(bits[at..]) | new Vector<ulong>(into[at..])).CopyTo(into[at..]);
        for (; at < into.Length; at++)
            into[at] |= bits[at];
    }

    /// <summary>How many of a set lie in a bitmap.</summary>
    public static int CountIn(in Posting set, ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        if (set.IsFew)
        {
            foreach (var place in set.Few)
                count += (int)(bits[place >> 6] >> (place & 63) & 1);
            return count;
        }
        var own = set.Bits(bits.Length);
        for (var at = 0; at < bits.Length; at++)
            count += BitOperations.PopCount(own[at] & bits[at]);
        return count;
    }

    public static void Each<TVisitor>(in Posting set, int words, ref TVisitor visitor) where TVisitor : struct, IVisitor
    {
        if (set.IsFew)
            foreach (var place in set.Few)
                visitor.Visit(place);
        else
            Each(set.Bits(words), ref visitor);
    }

    public static void Each<TVisitor>(ReadOnlySpan<ulong> bits, ref TVisitor visitor) where TVisitor : struct, IVisitor
    {
        for (var at = 0; at < bits.Length; at++)
            for (var word = bits[at]; word != 0; word &= word - 1)
                visitor.Visit(at << 6 | BitOperations.TrailingZeroCount(word));
    }
}
