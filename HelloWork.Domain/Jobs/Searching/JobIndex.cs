using HelloWork.Domain.Data;
using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Search.Indexing;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Searching;

/// <summary>
/// 求人の検索索引 of this node: all jobs that may be found, in memory. Loaded from the database and kept up by the change feed; until it is
/// loaded, and when it has lost the feed, searches are answered by the database.
/// </summary>
public sealed class JobIndex(IDbContextFactory<HelloWorkDbContext> contexts, ReadChanges read)
{
    private readonly SemaphoreSlim _turn = new(1);
    private volatile SearchIndex? _index;

    internal JobFields Fields { get; } = new();

    /// <summary>Whether searches are answered from memory.</summary>
    public bool IsReady => _index is not null;

    public int Count => _index?.Count ?? 0;

    /// <summary>Memory it takes.</summary>
    public long Bytes => _index?.Bytes ?? 0;

    /// <summary>Reads all jobs. What changes meanwhile is in the feed after the place where this began.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        var position = await read.EndAsync(ct);
        var index = new SearchIndex(Fields.Declared);
        await index.LoadAsync(JobRow.AllAsync(contexts, ct).Select(Fields.Document), position, ct);
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
        var changed = part.Changes.Where(c => c.Kind is ChangedRecord.JobOffer).Select(c => c.RecordId).Distinct().ToList();
        var rows = changed.Count == 0 ? [] : await JobRow.OfAsync(contexts, changed, ct);
        // Nothing in the portal deletes a job. Somebody at the database did, and nobody knows any more what its number was: read all anew.
        if (rows.Count < changed.Count)
            return false;
        index.Apply([.. rows.Where(r => r.IsSearchable).Select(Fields.Document)], [.. rows.Where(r => !r.IsSearchable).Select(r => JobKey.Of(r.Number))], part.Through);
        return true;
    }
}
