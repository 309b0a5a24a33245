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
        var bits = Unwritten();
        Array.Clear(bits, 0, words);
        return bits;
    }

    /// <summary>A bitmap for who writes each word that is used: what another search left is still in it.</summary>
    public ulong[] Unwritten()
    {
        if (_usedBits == _bits.Count)
            _bits.Add(new ulong[Segment.MostWords]);
        return _bits[_usedBits++];
    }

    public ushort[] Few()
    {
        if (_usedFew == _few.Count)
            _few.Add(new ushort[Posting.MostFew(Segment.MostWords)]);
        return _few[_usedFew++];
    }

    public (int, int) Mark() => (_usedBits, _usedFew);

    /// <summary>Frees what was taken since, but for the set that is kept.</summary>
    public Posting Keep(in Posting set, (int Bits, int Few) mark)
    {
        // Nothing is copied: the set's memory changes places with the first that is free. A segment's own isn't ours.
        _usedBits = Keep(set, _bits, mark.Bits, _usedBits);
        _usedFew = Keep(set, _few, mark.Few, _usedFew);
        return set;
    }

    private static int Keep<T>(in Posting set, List<T[]> memory, int from, int used)
    {
        for (var at = from; at < used; at++)
            if (set.LiesIn(memory[at]))
            {
                (memory[from], memory[at]) = (memory[at], memory[from]);
                return from + 1;
            }
        return from;
    }

    public void Release((int, int) mark) => (_usedBits, _usedFew) = mark;

    /// <summary>For the next search. One that failed leaves its memory to the collector: it may not be clean.</summary>
    public void Return()
    {
        (_usedBits, _usedFew) = (0, 0);
        Idle.Add(this);
    }
}
