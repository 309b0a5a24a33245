using System.Numerics;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// Pairs of letters while a segment is built, numbered as they are met, and which of them each text has. Much of the time of a load
/// is spent here: all that is known of a pair lies together, so that meeting it once more reads the memory of one place.
/// </summary>
internal sealed class PairsMet
{
    private record struct Slot(uint Pair, int Number, int Last, int Count);

    private Slot[] _slots = new Slot[64];
    private int[] _found = [];
    private int _numbers, _founds, _text;

    /// <summary>The numbers of each text's pairs, one text after the other.</summary>
    public ReadOnlySpan<int> Found => _found.AsSpan(0, _founds);

    /// <summary>The next text, of so many letters.</summary>
    public void Begin(int letters)
    {
        _text++;
        // One more than can be found: the next number is written before it is known to be new.
        if (_found.Length <= _founds + letters)
            Array.Resize(ref _found, Math.Max(_founds + letters + 1, _found.Length * 2));
    }

    /// <param name="pair">Not zero.</param>
    public void Add(uint pair)
    {
        var at = At(_slots, pair);
        if (_slots[at].Pair == 0)
        {
            if (_numbers == _slots.Length / 2)
            {
                Grow();
                at = At(_slots, pair);
            }
            _slots[at] = new(pair, _numbers++, 0, 0);
        }
        ref var slot = ref _slots[at];
        // Without a branch: whether the text had the pair before is anybody's guess.
        var isNew = slot.Last == _text ? 0 : 1;
        _found[_founds] = slot.Number;
        _founds += isNew;
        slot.Count += isNew;
        slot.Last = _text;
    }

    /// <summary>The pairs ascending, how many texts have each, and where each number has gone.</summary>
    public (uint[] Pairs, int[] Counts, int[] Places) Sorted()
    {
        var met = new Slot[_numbers];
        var at = 0;
        foreach (var slot in _slots)
            if (slot.Pair != 0)
                met[at++] = slot;
        var pairs = Array.ConvertAll(met, slot => slot.Pair);
        Array.Sort(pairs, met);
        var places = new int[_numbers];
        for (var place = 0; place < met.Length; place++)
            places[met[place].Number] = place;
        return (pairs, Array.ConvertAll(met, slot => slot.Count), places);
    }

    public void Clear()
    {
        Array.Clear(_slots);
        (_numbers, _founds, _text) = (0, 0, 0);
    }

    private void Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        foreach (var slot in _slots)
            if (slot.Pair != 0)
                larger[At(larger, slot.Pair)] = slot;
        _slots = larger;
    }

    private static int At(Slot[] slots, uint pair)
    {
        var at = (int)(pair * 2654435769u >> BitOperations.LeadingZeroCount((uint)slots.Length) + 1);
        while (slots[at].Pair != pair && slots[at].Pair != 0)
            at = at + 1 & slots.Length - 1;
        return at;
    }
}
