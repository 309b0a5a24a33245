using System.Numerics;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// Pairs of letters while a segment is built, numbered as they are met, and which of them each document has. Nearly all the time of a load
/// is spent here: a table made for nothing else takes a third of a dictionary's.
/// </summary>
/// <param name="found">As long as all texts together: more pairs can't be found.</param>
internal sealed class PairsMet(int[] found)
{
    private (uint Pair, int Number)[] _slots = new (uint, int)[64];
    private (int Last, int Count)[] _met = new (int, int)[32];
    private int _numbers, _founds;

    /// <summary>The numbers of each document's pairs, one document after the other.</summary>
    public ReadOnlySpan<int> Found => found.AsSpan(0, _founds);

    /// <param name="pair">Not zero.</param>
    /// <param name="document">Counted from 0; one after the other.</param>
    public void Add(uint pair, int document)
    {
        var at = Slot(_slots, pair);
        if (_slots[at].Pair == 0)
        {
            if (_numbers == _met.Length)
            {
                Grow();
                at = Slot(_slots, pair);
            }
            _slots[at] = (pair, _numbers++);
        }
        var number = _slots[at].Number;
        ref var met = ref _met[number];
        // One more than the document: zero is none.
        if (met.Last == document + 1)
            return;
        met = (document + 1, met.Count + 1);
        found[_founds++] = number;
    }

    /// <summary>The pairs ascending, how many documents have each, and where each number has gone.</summary>
    public (uint[] Pairs, int[] Counts, int[] Places) Sorted()
    {
        var (pairs, numbers) = (new uint[_numbers], new int[_numbers]);
        var at = 0;
        foreach (var (pair, number) in _slots)
            if (pair != 0)
                (pairs[at], numbers[at++]) = (pair, number);
        Array.Sort(pairs, numbers);
        var (counts, places) = (new int[_numbers], new int[_numbers]);
        for (var place = 0; place < numbers.Length; place++)
            (counts[place], places[numbers[place]]) = (_met[numbers[place]].Count, place);
        return (pairs, counts, places);
    }

    private void Grow()
    {
        var larger = new (uint Pair, int)[_slots.Length * 2];
        foreach (var slot in _slots)
            if (slot.Pair != 0)
                larger[Slot(larger, slot.Pair)] = slot;
        _slots = larger;
        Array.Resize(ref _met, larger.Length / 2);
    }

    private static int Slot((uint Pair, int)[] slots, uint pair)
    {
        var at = (int)(pair * 2654435769u >> BitOperations.LeadingZeroCount((uint)slots.Length) + 1);
        while (slots[at].Pair != pair && slots[at].Pair != 0)
            at = at + 1 & slots.Length - 1;
        return at;
    }
}
