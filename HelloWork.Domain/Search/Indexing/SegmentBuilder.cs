namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// Makes segments of documents that come one by one and keeps none of them: a document that is let go at once costs the collector nothing,
/// tens of thousands that wait for each other cost it as much as building the index. Its memory is used again for the next segment.
/// </summary>
internal sealed class SegmentBuilder(SearchFields fields, CodeNames[] names)
{
    private readonly List<long> _keys = [];
    private readonly List<int> _newness = [];
    private readonly HashSet<long> _known = [];
    private readonly TextColumn.Builder[] _texts = [.. fields.Texts.Select(_ => new TextColumn.Builder())];
    private readonly CodeColumn.Builder[] _codes = [.. fields.Codes.Select(field => new CodeColumn.Builder(names[field.At]))];
    private readonly NumberColumn.Builder[] _numbers = [.. fields.Numbers.Select(_ => new NumberColumn.Builder())];

    public int Count => _keys.Count;

    /// <summary>Whether the document fits into the segment: there is room, and no other of its key.</summary>
    public bool Takes(SearchDocument document) => Count < Segment.MostDocuments && !_known.Contains(document.Key);

    public void Add(SearchDocument document)
    {
        _known.Add(document.Key);
        _keys.Add(document.Key);
        _newness.Add(document.Newness);
        for (var field = 0; field < _texts.Length; field++)
            _texts[field].Add(document.Texts[field].Span);
        for (var field = 0; field < _codes.Length; field++)
            _codes[field].Add(document.Codes[field]);
        for (var field = 0; field < _numbers.Length; field++)
            _numbers[field].Add(document.Numbers[field]);
    }

    /// <summary>The segment of what was added. What is added next begins another.</summary>
    public Segment Build()
    {
        var arrivals = Arrivals();
        var (keys, newness) = (Array.ConvertAll(arrivals, arrival => _keys[arrival]), Array.ConvertAll(arrivals, arrival => _newness[arrival]));
        var places = new ushort[arrivals.Length];
        for (var place = 0; place < arrivals.Length; place++)
            places[arrivals[place]] = (ushort)place;
        var segment = new Segment(keys, newness,
            Array.ConvertAll(_texts, text => text.Build(arrivals)), Array.ConvertAll(_codes, code => code.Build(arrivals)), Array.ConvertAll(_numbers, number => number.Build(places)));
        _keys.Clear();
        _newness.Clear();
        _known.Clear();
        return segment;
    }

    /// <summary>Which document, as they came, goes to each place: by newness and key.</summary>
    private int[] Arrivals()
    {
        var order = new (int Newness, long Key, int Arrival)[Count];
        for (var arrival = 0; arrival < order.Length; arrival++)
            order[arrival] = (_newness[arrival], _keys[arrival], arrival);
        Array.Sort(order);
        return Array.ConvertAll(order, document => document.Arrival);
    }
}
