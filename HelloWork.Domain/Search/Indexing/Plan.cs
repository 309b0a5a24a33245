namespace HelloWork.Domain.Search.Indexing;

/// <summary>A condition made ready for the segments: codes as numbers, words packed.</summary>
internal abstract class Plan
{
    /// <summary>The documents of the segment of which it holds, replaced and removed ones included. Belongs to the segment or the scratch: read only.</summary>
    public abstract Posting Find(Segment segment, Scratch scratch);

    /// <summary>Whether it is worked out last, and then only for what is left.</summary>
    public virtual bool IsLast => false;

    /// <summary>What of a set that is kept one by one the condition holds of.</summary>
    public virtual Posting Narrow(Segment segment, in Posting set, Scratch scratch) => SetsOf.Both(set, Find(segment, scratch), segment.Words, scratch);

    public static Plan Of(SearchCondition condition, CodeNames[] names) => condition switch
    {
        SearchCondition.HasWord word => new WordPlan(word.Normal, word.Scope),
        SearchCondition.HasCode code => new CodePlan(code.Field.At, [.. Numbers(code, names[code.Field.At])]),
        SearchCondition.InRange range => new RangePlan(range.Field.At, range.Least, range.Most),
        SearchCondition.OfKeys keys => new KeyPlan(keys.Wanted),
        SearchCondition.AllOf all => All([.. all.Conditions.Select(c => Of(c, names)).SelectMany(plan => plan is AllPlan inner ? inner.Parts : [plan])]),
        SearchCondition.AnyOf any => Any([.. any.Conditions.Select(c => Of(c, names)).Where(plan => plan is not CodePlan { IsOfNone: true })]),
        SearchCondition.NoneOf none => new NonePlan(Of(none.Condition, names)),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static Plan All(Plan[] parts) => parts is [var only] ? only : new AllPlan(parts);

    private static Plan Any(Plan[] parts) => parts is [var only] ? only : new AnyPlan(parts);

    private static IEnumerable<int> Numbers(SearchCondition.HasCode code, CodeNames names) =>
        code.Wanted.SelectMany(c => code.Beginnings ? names.Beginning(c) : names.Find(c) is { } number ? [number] : []).Distinct();

    /// <summary>The words that relevance is counted by.</summary>
    public static IEnumerable<WordPlan> WordsOf(Plan plan) => plan switch
    {
        WordPlan word => [word],
        AllPlan all => all.Parts.SelectMany(WordsOf),
        AnyPlan any => any.Parts.SelectMany(WordsOf),
        _ => [],
    };
}

internal sealed class CodePlan(int field, int[] codes) : Plan
{
    /// <summary>None of the codes occurs.</summary>
    public bool IsOfNone => codes.Length == 0;

    public override Posting Find(Segment segment, Scratch scratch)
    {
        var column = segment.Code(field);
        if (codes is [var only])
            return column.Of(only);
        var bits = scratch.Bits(segment.Words);
        foreach (var code in codes)
            Sets.Or(column.Of(code), bits.AsSpan(0, segment.Words));
        return SetsOf.Counted(bits, segment.Words);
    }
}

internal sealed class KeyPlan(long[] keys) : Plan
{
    public override Posting Find(Segment segment, Scratch scratch)
    {
        var bits = scratch.Bits(segment.Words);
        foreach (var place in keys.Select(segment.Find).OfType<int>())
            bits[place >> 6] |= 1UL << (place & 63);
        return SetsOf.Counted(bits, segment.Words);
    }
}

internal sealed class RangePlan(int field, int least, int most) : Plan
{
    public override bool IsLast => true;

    public override Posting Find(Segment segment, Scratch scratch)
    {
        var column = segment.Number(field);
        var (from, to, documents) = column.Range(least, most);
        if (documents == 0)
            return default;
        var worthKeeping = documents > Posting.MostFew(segment.Words);
        if (worthKeeping && segment.Known.TryGet(SetKey.Of(field, from, to), out var known))
            return known;
        if (!worthKeeping)
        {
            var few = scratch.Few();
            column.Documents(from, to).CopyTo(few);
            few.AsSpan(0, documents).Sort();
            return new(few, 0, documents);
        }
        var bits = scratch.Bits(segment.Words);
        foreach (var place in column.Documents(from, to))
            bits[place >> 6] |= 1UL << (place & 63);
        return segment.Known.Keep(SetKey.Of(field, from, to), new(bits, 0, documents), segment.Words);
    }

    public override Posting Narrow(Segment segment, in Posting set, Scratch scratch)
    {
        var column = segment.Number(field);
        var (from, to, documents) = column.Range(least, most);
        if (documents == 0)
            return default;
        var kept = scratch.Few();
        var count = 0;
        foreach (var place in set.Few)
            if (column.Has(place, from, to))
                kept[count++] = place;
        return new(kept, 0, count);
    }
}

internal sealed class AllPlan(Plan[] parts) : Plan
{
    public Plan[] Parts => parts;

    public override Posting Find(Segment segment, Scratch scratch)
    {
        Span<Posting> sets = new Posting[parts.Length];
        var (count, leavesFew) = (0, false);
        foreach (var part in parts)
        {
            if (part.IsLast || part is NonePlan)
                continue;
            sets[count] = part.Find(segment, scratch);
            if (sets[count].Count == 0)
                return default;
            leavesFew |= sets[count++].IsFew;
        }
        // What comes last is found whole only where bitmaps are left; a few documents are asked one by one, below.
        foreach (var part in parts)
            if (part.IsLast && !leavesFew && (sets[count++] = part.Find(segment, scratch)).Count == 0)
                return default;
        var result = count > 0 ? SetsOf.All(sets[..count], segment.Words, scratch) : Segment.All(segment.Count, scratch);
        foreach (var part in parts)
            if (part.IsLast && leavesFew && result.Count > 0)
                result = part.Narrow(segment, result, scratch);
        foreach (var part in parts)
            if (part is NonePlan { Part: var unwanted } && result.Count > 0)
                result = SetsOf.Without(result, unwanted.Find(segment, scratch), segment.Words, scratch);
        return result;
    }
}

internal sealed class AnyPlan(Plan[] parts) : Plan
{
    public Plan[] Parts => parts;

    public override Posting Find(Segment segment, Scratch scratch)
    {
        var bits = scratch.Bits(segment.Words);
        foreach (var part in parts)
            Sets.Or(part.Find(segment, scratch), bits.AsSpan(0, segment.Words));
        return SetsOf.Counted(bits, segment.Words);
    }
}

internal sealed class NonePlan(Plan part) : Plan
{
    public Plan Part => part;

    public override Posting Find(Segment segment, Scratch scratch) =>
        SetsOf.Without(Segment.All(segment.Count, scratch), part.Find(segment, scratch), segment.Words, scratch);
}
