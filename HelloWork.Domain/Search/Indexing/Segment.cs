namespace HelloWork.Domain.Search.Indexing;

/// <summary>
/// Up to 65,535 documents that never change: a place fits two bytes, and a bitmap of all of them (8 KB) the processor's nearest cache.
/// Places ascend by newness and key, so that the newest has the highest. What is replaced or removed is kept outside, in <see cref="Part"/>.
/// </summary>
internal sealed class Segment
{
    public const int MostDocuments = ushort.MaxValue, MostWords = MostDocuments / 64 + 1;

    private readonly long[] _keys;
    private readonly int[] _newness;
    private readonly ushort[] _byKey;
    private readonly TextColumn[] _texts;
    private readonly CodeColumn[] _codes;
    private readonly NumberColumn[] _numbers;

    /// <param name="keys">In the order of the places, which is that of newness and key.</param>
    public Segment(long[] keys, int[] newness, TextColumn[] texts, CodeColumn[] codes, NumberColumn[] numbers)
    {
        ushort[] byKey = [.. Enumerable.Range(0, keys.Length).Select(place => (ushort)place)];
        Array.Sort([.. keys], byKey);
        (_keys, _newness, _byKey, _texts, _codes, _numbers) = (keys, newness, byKey, texts, codes, numbers);
        Known = new(keys.Length);
        OwnBytes = (long)keys.Length * (sizeof(long) + sizeof(int) + sizeof(ushort)) + texts.Sum(t => t.Bytes) + codes.Sum(c => c.Bytes) + numbers.Sum(n => n.Bytes);
    }

    public int Count => _keys.Length;
    public IReadOnlyCollection<long> Keys => _keys;
    /// <summary>Words of a bitmap of all documents.</summary>
    public int Words => (Count + 63) / 64;
    public KnownSets Known { get; }
    private long OwnBytes { get; }
    public long Bytes => OwnBytes + Known.Bytes;

    public TextColumn Text(int field) => _texts[field];
    public CodeColumn Code(int field) => _codes[field];
    public NumberColumn Number(int field) => _numbers[field];
    public long KeyOf(int place) => _keys[place];
    public int NewnessOf(int place) => _newness[place];

    public int? Find(long key)
    {
        int low = 0, high = _byKey.Length - 1;
        if (high < 0 || key < _keys[_byKey[0]] || key > _keys[_byKey[high]])
            return null;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var at = _keys[_byKey[middle]];
            if (at == key)
                return _byKey[middle];
            (low, high) = at < key ? (middle + 1, high) : (low, middle - 1);
        }
        return null;
    }

    public static Posting All(int documents, Scratch scratch)
    {
        var words = (documents + 63) / 64;
        var bits = scratch.Unwritten();
        bits.AsSpan(0, words).Fill(ulong.MaxValue);
        if ((documents & 63) != 0)
            bits[words - 1] = (1UL << (documents & 63)) - 1;
        return new(bits, 0, documents);
    }

    /// <summary>The document as it was given, for a segment that takes several together.</summary>
    public SearchDocument DocumentAt(int place, SearchFields fields, CodeNames[] names)
    {
        var document = new SearchDocument(fields, _keys[place], _newness[place]);
        foreach (var field in fields.Texts)
            document.Set(field, _texts[field.At].TextOf(place));
        foreach (var field in fields.Codes)
            foreach (var code in _codes[field.At].CodesOf(place))
                document.Add(field, names[field.At][code]);
        foreach (var field in fields.Numbers)
            document.Set(field, _numbers[field.At].NumberOf(place));
        return document;
    }
}
