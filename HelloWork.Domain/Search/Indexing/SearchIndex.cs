using System.Collections.Immutable;

namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// A search index in memory. A cache of the database: it can be thrown away and loaded again.
/// One change at a time is applied; any number of searches go on meanwhile, without a lock, each on the documents as they were when it began.
/// </summary>
/// <remarks>
/// Documents lie in segments that never change. A change builds a small segment and leaves a gap where the earlier document was;
/// <see cref="Tidy"/> takes small segments together and closes gaps.
/// </remarks>
public sealed class SearchIndex(SearchFields fields)
{
    /// <summary>So many segments of about a size become one.</summary>
    private const int Together = 8;

    private readonly CodeNames[] _names = [.. fields.Codes.Select(_ => new CodeNames())];
    private readonly Lock _changing = new(), _tidying = new();
    private volatile Snapshot _now = new([], 0);

    public int Count => _now.Count;

    /// <summary>The last of the owner's changes that is in the index.</summary>
    public long Position => _now.Position;

    /// <summary>Bytes of all that is kept, known words and gaps included.</summary>
    public long Bytes => _now.Parts.Sum(part => part.Segment.Bytes + (part.Alive?.Length ?? 0) * sizeof(ulong));

    /// <summary>Finds, counts and orders in one consistent view.</summary>
    public SearchAnswer Find(SearchRequest request) => new Search(_now, fields, _names, request).Run();

    /// <summary>The keys that <see cref="Find"/> would list, without counting anything: what makes a list short makes it fast, however many documents there are. Facets aren't looked at.</summary>
    public IReadOnlyList<long> First(SearchRequest request) => new Search(_now, fields, _names, request).First();

    /// <summary>Takes over documents as they come from the database. While a segment is built of some of them, the next are read.</summary>
    /// <param name="position">The owner's last change that is surely in them.</param>
    public async Task LoadAsync(IAsyncEnumerable<SearchDocument> documents, long position, CancellationToken ct)
    {
        var (reading, full) = (new SegmentBuilder(fields, _names), new SegmentBuilder(fields, _names));
        var building = Task.CompletedTask;
        await foreach (var document in documents.WithCancellation(ct))
        {
            if (!reading.Takes(document))
            {
                await building;
                (reading, full) = (full, reading);
                var segment = full;
                building = Task.Run(() => Add(segment.Build(), _now.Position), ct);
            }
            reading.Add(document);
        }
        await building;
        Add(reading.Build(), position);
    }

    private void Add(Segment segment, long position)
    {
        lock (_changing)
            _now = new(With(_now.Parts, segment), position);
    }

    /// <param name="put">New documents, and such as take the place of the earlier one of their key; of two of the same key the later.</param>
    /// <param name="removed">Keys of documents that are no more; unknown ones are passed over.</param>
    /// <param name="position">The owner's number of the last of these changes.</param>
    public void Apply(IReadOnlyCollection<SearchDocument> put, IReadOnlyCollection<long> removed, long position)
    {
        lock (_changing)
        {
            var parts = Without(_now.Parts, removed);
            var builder = new SegmentBuilder(fields, _names);
            foreach (var document in put)
            {
                if (!builder.Takes(document))
                    parts = With(parts, builder.Build());
                builder.Add(document);
            }
            _now = new(With(parts, builder.Build()), position);
        }
    }

    /// <summary>Takes some small segments together, or closes the gaps of one. Searches and changes go on meanwhile.</summary>
    /// <returns>False: there was nothing to do.</returns>
    public bool Tidy()
    {
        lock (_tidying)
        {
            var old = Untidy(_now.Parts);
            if (old.Count == 0)
                return false;
            var living = old.SelectMany(part => Enumerable.Range(0, part.Segment.Count).Where(part.IsAlive).Select(place => part.Segment.DocumentAt(place, fields, _names)));
            var builder = new SegmentBuilder(fields, _names);
            foreach (var document in living)
                builder.Add(document);
            var whole = Part.Of(builder.Build());
            lock (_changing)
            {
                // What was changed meanwhile left its gap in the old ones.
                var now = _now.Parts.Where(part => old.Exists(o => o.Segment == part.Segment)).ToList();
                var gone = old.SelectMany(before => KeysGone(before, now.Find(part => part.Segment == before.Segment))).ToArray();
                whole = Without(whole, gone);
                _now = new([.. _now.Parts.Except(now), .. whole.Living > 0 ? [whole] : ImmutableArray<Part>.Empty], _now.Position);
            }
            return true;
        }
    }

    /// <summary>A segment of which a quarter is gaps; or else <see cref="Together"/> of about a size, as far as they fit into one.</summary>
    private static List<Part> Untidy(ImmutableArray<Part> parts)
    {
        if (parts.FirstOrDefault(part => part.Living < part.Segment.Count * 3L / 4 && part.Segment.Count > Together) is { } gaps)
            return [gaps];
        var alike = parts.GroupBy(part => (int)Math.Log(part.Living, Together)).OrderBy(g => g.Key).FirstOrDefault(g => g.Count() >= Together);
        var fitting = new List<Part>();
        foreach (var part in alike?.OrderBy(part => part.Living) ?? Enumerable.Empty<Part>())
            if (fitting.Sum(p => p.Living) + part.Living <= Segment.MostDocuments)
                fitting.Add(part);
        return fitting.Count > 1 ? fitting : [];
    }

    /// <summary>The parts with a segment whose documents take the place of the earlier ones of their keys.</summary>
    private static ImmutableArray<Part> With(ImmutableArray<Part> parts, Segment segment) => segment.Count == 0 ? parts : [.. Without(parts, segment.Keys), Part.Of(segment)];

    private static ImmutableArray<Part> Without(ImmutableArray<Part> parts, IReadOnlyCollection<long> keys) => [.. parts.Select(part => Without(part, keys)).Where(part => part.Living > 0)];

    private static Part Without(Part part, IReadOnlyCollection<long> keys)
    {
        var places = keys.Select(part.Segment.Find).OfType<int>().Where(part.IsAlive).ToList();
        return places.Count == 0 ? part : part.Without(places);
    }

    private static IEnumerable<long> KeysGone(Part before, Part? after) => Enumerable.Range(0, before.Segment.Count)
        .Where(place => before.IsAlive(place) && after?.IsAlive(place) != true).Select(before.Segment.KeyOf);
}
