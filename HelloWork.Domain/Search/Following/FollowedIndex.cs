using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Search.Indexing;

namespace HelloWork.Domain.Search.Following;

/// <summary>
/// 検索索引 of this node: all records of one kind that may be found, in memory. Loaded from the database and kept up by the change feed; until it
/// is loaded, and when it has lost the feed, searches are answered by the database.
/// </summary>
public abstract class FollowedIndex(ReadChanges read)
{
    private readonly SemaphoreSlim _turn = new(1);
    private volatile SearchIndex? _index;

    /// <summary>What its records are called in metrics.</summary>
    public abstract string Name { get; }

    /// <summary>Whether searches are answered from memory.</summary>
    public bool IsReady => _index is not null;

    public int Count => _index?.Count ?? 0;

    /// <summary>Memory it takes.</summary>
    public long Bytes => _index?.Bytes ?? 0;

    private protected abstract SearchFields Declared { get; }

    /// <summary>Of which changes it takes notice.</summary>
    private protected abstract ChangedRecord Kind { get; }

    /// <summary>Everything that may be found.</summary>
    private protected abstract IAsyncEnumerable<SearchDocument> AllAsync(CancellationToken ct);

    /// <summary>What has become of records that changed.</summary>
    /// <returns>Null: it can't be told any more; all is read anew.</returns>
    private protected abstract Task<IndexChange?> ChangedAsync(IReadOnlyCollection<Guid> records, SearchIndex index, CancellationToken ct);

    /// <summary>Reads all records. What changes meanwhile is in the feed after the place where this began.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        var position = await read.EndAsync(ct);
        var index = new SearchIndex(Declared);
        await index.LoadAsync(AllAsync(ct), position, ct);
        _index = index;
    }

    /// <summary>Loads, and then applies each change as it comes, until cancelled.</summary>
    public async Task FollowAsync(FollowChanges changes, CancellationToken ct)
    {
        while (true)
        {
            await LoadAsync(ct);
            await foreach (var _ in changes.FromAsync(_index!.Position, ct))
            {
                if (await UpToDateAsync(ct) is not { } index)
                    break;
                while (index.Tidy())
                    ct.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The index with all that was committed before the call, so that no count tells of what isn't shown any more.</summary>
    /// <returns>Null: not loaded; ask the database.</returns>
    internal async Task<SearchIndex?> UpToDateAsync(CancellationToken ct)
    {
        if (_index is not { } index)
            return null;
        // Nothing has come, as before most searches: seen without waiting for a turn. A page that has to wait is rendered twice.
        if (await read.EndAsync(ct) <= index.Position)
            return index;
        await _turn.WaitAsync(ct);
        try
        {
            for (var more = true; more;)
            {
                var part = await read.RunAsync(index.Position, ReadChanges.Usually, ct);
                if (part.Lost)
                    return _index = null;
                if (!await ApplyAsync(index, part, ct))
                    return _index = null;
                more = part.HasMore;
            }
            return index;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<bool> ApplyAsync(SearchIndex index, ChangesRead part, CancellationToken ct)
    {
        if (part.Through == index.Position)
            return true;
        var changed = part.Changes.Where(c => c.Kind == Kind).Select(c => c.RecordId).Distinct().ToList();
        if ((changed.Count == 0 ? IndexChange.None : await ChangedAsync(changed, index, ct)) is not { } change)
            return false;
        index.Apply(change.Put, change.Removed, part.Through);
        return true;
    }
}

/// <summary>Documents that are new or other than before, and the keys of those that may not be found any more.</summary>
internal sealed record IndexChange(IReadOnlyCollection<SearchDocument> Put, IReadOnlyCollection<long> Removed)
{
    public static IndexChange None { get; } = new([], []);
}
