using System.Collections.Immutable;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>A segment and which of its documents still count. A change makes a new part of the same segment.</summary>
/// <param name="Alive">Null: all.</param>
internal sealed record Part(Segment Segment, ulong[]? Alive, int Living)
{
    public static Part Of(Segment segment) => new(segment, null, segment.Count);

    public bool IsAlive(int place) => Alive is null || (Alive[place >> 6] >> (place & 63) & 1) != 0;

    public Part Without(IReadOnlyCollection<int> places)
    {
        var alive = new ulong[Segment.Words];
        if (Alive is null)
            for (var place = 0; place < Segment.Count; place++)
                alive[place >> 6] |= 1UL << (place & 63);
        else
            Alive.CopyTo(alive, 0);
        foreach (var place in places)
            alive[place >> 6] &= ~(1UL << (place & 63));
        return new(Segment, alive, Sets.CountOf(alive));
    }

    /// <summary>A set of the segment without what is replaced or removed.</summary>
    public Posting Only(in Posting set, Scratch scratch) => Alive is null || set.Count == 0 ? set
        : SetsOf.Both(set, new Posting(Alive, 0, Living), Segment.Words, scratch);

    /// <summary>How many of the set still count.</summary>
    public int CountOf(in Posting set) => Alive is null ? set.Count : Sets.CountIn(set, Alive);
}

/// <summary>All that searches see at one moment. Whoever searches keeps the one it began with.</summary>
/// <param name="position">The owner's last change that is in it.</param>
internal sealed class Snapshot(ImmutableArray<Part> parts, long position)
{
    public ImmutableArray<Part> Parts => parts;
    public long Position => position;
    public int Count { get; } = parts.Sum(p => p.Living);

    /// <summary>The parts by the newest in them: the order in which searches go through them.</summary>
    public IReadOnlyList<Part> NewestFirst => field ??= [.. parts.OrderByDescending(part => part.Segment.NewnessOf(part.Segment.Count - 1)).ThenByDescending(part => part.Segment.KeyOf(part.Segment.Count - 1))];
}
