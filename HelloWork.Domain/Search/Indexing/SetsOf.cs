namespace HelloWork.Domain.Search.Indexing;

/// <summary>Sets made of sets, in scratch memory.</summary>
internal static class SetsOf
{
    /// <summary>What lies in all of them, beginning with the smallest of those kept one by one.</summary>
    public static Posting All(Span<Posting> sets, int words, Scratch scratch)
    {
        sets.Sort((a, b) => a.IsFew != b.IsFew ? b.IsFew.CompareTo(a.IsFew) : a.Count.CompareTo(b.Count));
        var all = sets[0];
        if (!all.IsFew && sets.Length > 1)
            return AllBits(sets, words, scratch);
        var mark = scratch.Mark();
        for (var at = 1; at < sets.Length && all.Count > 0; at++)
            all = scratch.Keep(Both(all, sets[at], words, scratch), mark);
        return all;
    }

    // Counted once, at the end: counting takes longer than what is counted.
    private static Posting AllBits(ReadOnlySpan<Posting> sets, int words, Scratch scratch)
    {
        var bits = scratch.Unwritten();
        var all = bits.AsSpan(0, words);
        Sets.And(sets[0].Bits(words), sets[1].Bits(words), all);
        foreach (ref readonly var set in sets[2..])
            Sets.And(all, set.Bits(words), all);
        return Counted(bits, words);
    }

    public static Posting Both(in Posting left, in Posting right, int words, Scratch scratch)
    {
        if (left.Count == 0 || right.Count == 0)
            return default;
        if (!left.IsFew && right.IsFew)
            return Both(right, left, words, scratch);
        if (!left.IsFew)
        {
            var bits = scratch.Unwritten();
            Sets.And(left.Bits(words), right.Bits(words), bits.AsSpan(0, words));
            return Counted(bits, words);
        }
        return Few(left, right, wanted: true, words, scratch);
    }

    public static int CountOfBoth(in Posting left, in Posting right, int words, Scratch scratch)
    {
        if (!right.IsFew)
            return Sets.CountIn(left, right.Bits(words));
        if (!left.IsFew)
            return Sets.CountIn(right, left.Bits(words));
        var mark = scratch.Mark();
        var count = Both(left, right, words, scratch).Count;
        scratch.Release(mark);
        return count;
    }

    public static Posting Without(in Posting set, in Posting unwanted, int words, Scratch scratch)
    {
        if (unwanted.Count == 0 || set.Count == 0)
            return set;
        if (set.IsFew)
            return Few(set, unwanted, wanted: false, words, scratch);
        var bits = scratch.Unwritten();
        if (unwanted.IsFew)
        {
            set.Bits(words).CopyTo(bits);
            foreach (var place in unwanted.Few)
                bits[place >> 6] &= ~(1UL << (place & 63));
        }
        else
            Sets.AndNot(set.Bits(words), unwanted.Bits(words), bits.AsSpan(0, words));
        return Counted(bits, words);
    }

    public static Posting Counted(ulong[] bits, int words) => new(bits, 0, Sets.CountOf(bits.AsSpan(0, words)));

    private static Posting Few(in Posting few, in Posting other, bool wanted, int words, Scratch scratch)
    {
        var kept = scratch.Few();
        var count = 0;
        if (!other.IsFew)
        {
            var bits = other.Bits(words);
            foreach (var place in few.Few)
                if ((bits[place >> 6] >> (place & 63) & 1) != 0 == wanted)
                    kept[count++] = place;
            return new(kept, 0, count);
        }
        var rest = other.Few;
        foreach (var place in few.Few)
        {
            var step = 0;
            // Neighbours are near: look at a few before halving what is left.
            while (step < rest.Length && step < 4 && rest[step] < place)
                step++;
            if (step == 4)
            {
                var at = rest[4..].BinarySearch(place);
                step += at >= 0 ? at : ~at;
            }
            rest = rest[step..];
            if ((rest.Length > 0 && rest[0] == place) == wanted)
                kept[count++] = place;
        }
        return new(kept, 0, count);
    }
}
