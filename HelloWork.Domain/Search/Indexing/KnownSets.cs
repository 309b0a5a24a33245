namespace HelloWork.Domain.Search.Indexing;

/// <param name="Scope">Of a word.</param>
/// <param name="Field">Of a range.</param>
internal readonly record struct SetKey(string? Word, uint Scope, int Field, int From, int To)
{
    public static SetKey Of(string word, uint scope) => new(word, scope, 0, 0, 0);
    public static SetKey Of(int field, int fromRank, int toRank) => new(null, 0, field, fromRank, toRank);
}

/// <summary>
/// Words and ranges that were worked out for a segment once, the phrases verified. A segment never changes, so they stay right;
/// what is replaced or removed is taken off afterwards. Bounded: of two generations the older one is forgotten when the younger is full.
/// </summary>
internal sealed class KnownSets(int documents)
{
    // Bytes a document: a fiftieth of what the document itself takes.
    private const int BytesEach = 48, BytesOfEntry = 120;

    private readonly Lock _lock = new();
    private readonly long _most = Math.Max(4096, (long)documents * BytesEach / 2);
    private Dictionary<SetKey, Posting> _young = [], _old = [];
    private long _youngBytes, _oldBytes;

    public long Bytes => Volatile.Read(ref _youngBytes) + Volatile.Read(ref _oldBytes);

    public bool TryGet(in SetKey key, out Posting set)
    {
        lock (_lock)
        {
            if (_young.TryGetValue(key, out set))
                return true;
            if (!_old.TryGetValue(key, out set))
                return false;
            Put(key, set);
            return true;
        }
    }

    /// <summary>Keeps a copy.</summary>
    public Posting Keep(in SetKey key, in Posting set, int words)
    {
        var kept = Copy(set, words);
        lock (_lock)
            Put(key, kept);
        return kept;
    }

    private void Put(in SetKey key, in Posting set)
    {
        var bytes = BytesOfEntry + (key.Word?.Length ?? 0) * sizeof(char) + (set.IsFew ? set.Bytes : (documents + 63) / 64 * sizeof(ulong));
        if (_youngBytes + bytes > _most)
        {
            (_old, _oldBytes) = (_young, _youngBytes);
            (_young, _youngBytes) = ([], 0);
        }
        if (_young.TryAdd(key, set))
            _youngBytes += bytes;
    }

    private static Posting Copy(in Posting set, int words)
    {
        if (set.IsFew)
            return set.Count == 0 ? default : new(set.Few.ToArray(), 0, set.Count);
        return new(set.Bits(words).ToArray(), 0, set.Count);
    }
}
