using System.Collections.Concurrent;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>Memory of one running search, used again by later ones: a search allocates next to nothing.</summary>
internal sealed class Scratch
{
    private static readonly ConcurrentBag<Scratch> Idle = [];

    private readonly List<ulong[]> _bits = [];
    private readonly List<ushort[]> _few = [];
    private int _usedBits, _usedFew;

    /// <summary>A figure for each document of a segment; whoever uses it leaves zeros behind.</summary>
    public int[] Figures { get; } = new int[Segment.MostDocuments];

    public static Scratch Take() => Idle.TryTake(out var scratch) ? scratch : new();

    /// <param name="words">How many words of it are used; these are zero.</param>
    public ulong[] Bits(int words)
    {
        if (_usedBits == _bits.Count)
            _bits.Add(new ulong[Segment.MostWords]);
        var bits = _bits[_usedBits++];
        Array.Clear(bits, 0, words);
        return bits;
    }

    public ushort[] Few()
    {
        if (_usedFew == _few.Count)
            _few.Add(new ushort[Posting.MostFew(Segment.MostWords)]);
        return _few[_usedFew++];
    }

    public (int, int) Mark() => (_usedBits, _usedFew);

    /// <summary>Frees what was taken since, but for the set that is kept.</summary>
    public Posting Keep(Posting set, int words, (int Bits, int Few) mark)
    {
        (_usedBits, _usedFew) = mark;
        if (set.IsFew)
        {
            var few = _usedFew == _few.Count ? Few() : _few[_usedFew++];
            set.Few.CopyTo(few);
            return new(few, 0, set.Count);
        }
        var bits = _usedBits == _bits.Count ? Bits(0) : _bits[_usedBits++];
        set.Bits(words).CopyTo(bits);
        return new(bits, 0, set.Count);
    }

    public void Release((int, int) mark) => (_usedBits, _usedFew) = mark;

    /// <summary>For the next search. One that failed leaves its memory to the collector: it may not be clean.</summary>
    public void Return()
    {
        (_usedBits, _usedFew) = (0, 0);
        Idle.Add(this);
    }
}
