using System.Collections.Immutable;
using System.Numerics;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// A word in the fields of its scope. Two letters are a pair, of which the index knows the documents; one letter is all pairs that begin with it;
/// more letters are the pairs in them, and what has all of these is read to see whether they stand together.
/// </summary>
internal sealed class WordPlan(string word, TextScope scope) : Plan
{
    private readonly byte[] _packed = PackedText.Pack(word);
    // A blank is in no pair: a phrase of several words is the words in it, read afterwards.
    private readonly ImmutableArray<string> _words = [.. word.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    public string Word => word;
    public TextScope Scope => scope;

    public override Posting Find(Segment segment, Scratch scratch) => Find(segment, scope, scratch);

    /// <summary>In one of the fields only.</summary>
    public Posting FindIn(int field, Segment segment, Scratch scratch) => Find(segment, new(1u << field), scratch);

    /// <summary>Whether its documents in the segment can be told at once.</summary>
    public bool IsKnown(Segment segment) => IsOfIndex(scope) || segment.Known.TryGet(SetKey.Of(word, scope.Mask), out _);

    /// <summary>A pair in one field: the index itself has it.</summary>
    private bool IsOfIndex(TextScope where) => word.Length == 2 && _words is [{ Length: 2 }] && BitOperations.IsPow2(where.Mask);

    private Posting Find(Segment segment, TextScope where, Scratch scratch)
    {
        if (IsOfIndex(where))
            return segment.Text(BitOperations.Log2(where.Mask)).OfPair(word[0], word[1]);
        var key = SetKey.Of(word, where.Mask);
        if (segment.Known.TryGet(key, out var known))
            return known;

        if (BitOperations.IsPow2(where.Mask))
            return segment.Known.Keep(key, InField(segment, BitOperations.Log2(where.Mask), scratch), segment.Words);
        // Field by field, each kept by itself: relevance asks for them.
        Span<Posting> found = new Posting[SearchFields.MostTexts];
        var fields = 0;
        for (var field = 0; field < SearchFields.MostTexts; field++)
            if (where.Holds(field) && FindIn(field, segment, scratch) is { Count: > 0 } some)
                found[fields++] = some;
        return segment.Known.Keep(key, Either(found[..fields], segment.Words, scratch), segment.Words);
    }

    private Posting InField(Segment segment, int field, Scratch scratch)
    {
        if (word.Length == 1)
            return OneLetter(word[0], segment.Text(field), segment.Words, scratch);
        var column = segment.Text(field);
        Span<Posting> pairs = new Posting[word.Length];
        var count = 0;
        foreach (var part in _words)
        {
            if (part.Length == 1)
                pairs[count++] = OneLetter(part[0], column, segment.Words, scratch);
            for (var at = 0; at + 1 < part.Length; at++)
                pairs[count++] = column.OfPair(part[at], part[at + 1]);
        }
        foreach (ref var pair in pairs[..count])
            if (pair.Count == 0)
                return default;
        var candidates = SetsOf.All(pairs[..count], segment.Words, scratch);
        if (candidates.Count == 0)
            return default;
        var bits = scratch.Bits(segment.Words);
        var reading = new Reading(column, _packed, bits);
        Sets.Each(candidates, segment.Words, ref reading);
        reading.Rest();
        return Smallest(bits, segment.Words, scratch);
    }

    private static Posting OneLetter(char letter, TextColumn column, int words, Scratch scratch)
    {
        var (from, to) = column.TermsOf(letter);
        var bits = scratch.Bits(words);
        for (var term = from; term < to; term++)
            Sets.Or(column.OfTerm(term), bits.AsSpan(0, words));
        return Smallest(bits, words, scratch);
    }

    private static Posting Either(ReadOnlySpan<Posting> sets, int words, Scratch scratch)
    {
        if (sets.Length == 0)
            return default;
        if (sets.Length == 1)
            return sets[0];
        var bits = scratch.Bits(words);
        foreach (var set in sets)
            Sets.Or(set, bits.AsSpan(0, words));
        return Smallest(bits, words, scratch);
    }

    /// <summary>One by one where they are few.</summary>
    private static Posting Smallest(ulong[] bits, int words, Scratch scratch)
    {
        var counted = SetsOf.Counted(bits, words);
        if (counted.Count > Posting.MostFew(words))
            return counted;
        var listing = new Listing(scratch.Few());
        Sets.Each(counted, words, ref listing);
        return new(listing.Places, 0, counted.Count);
    }

    /// <summary>Reads each text some steps after it was announced, so that it has come from memory.</summary>
    private struct Reading(TextColumn column, byte[] packed, ulong[] bits) : IVisitor
    {
        private const int Ahead = 8;
        private readonly ushort[] _waiting = new ushort[Ahead];
        private int _seen;

        public void Visit(int place)
        {
            column.Expect(place);
            ref var oldest = ref _waiting[_seen++ % Ahead];
            if (_seen > Ahead)
                Read(oldest);
            oldest = (ushort)place;
        }

        public readonly void Rest()
        {
            foreach (var place in _waiting.AsSpan(0, Math.Min(_seen, Ahead)))
                Read(place);
        }

        private readonly void Read(int place)
        {
            if (column.Contains(place, packed))
                bits[place >> 6] |= 1UL << (place & 63);
        }
    }

    private struct Listing(ushort[] places) : IVisitor
    {
        private int _count;
        public readonly ushort[] Places => places;

        public void Visit(int place) => places[_count++] = (ushort)place;
    }
}
