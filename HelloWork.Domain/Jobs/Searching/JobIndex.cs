using HelloWork.Domain.Data;
using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Search.Following;
using HelloWork.Domain.Search.Indexing;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Searching;

/// <summary>求人の検索索引 of this node: all jobs that may be found.</summary>
public sealed class JobIndex(IDbContextFactory<HelloWorkDbContext> contexts, ReadChanges read) : FollowedIndex(read)
{
    internal JobFields Fields { get; } = new();

    internal ShownJobs Shown { get; } = new();

    public override string Name => "jobs";

    private protected override SearchFields Declared => Fields.Declared;

    private protected override ChangedRecord Kind => ChangedRecord.JobOffer;

    private protected override IAsyncEnumerable<SearchDocument> AllAsync(CancellationToken ct) => JobRow.AllAsync(contexts, ct).Select(Fields.Document);

    private protected override async Task<IndexChange?> ChangedAsync(IReadOnlyCollection<Guid> records, SearchIndex index, CancellationToken ct)
    {
        var rows = await JobRow.OfAsync(contexts, records, ct);
        // Nothing in the portal deletes a job. Somebody at the database did, and nobody knows any more what its number was: read all anew.
        if (rows.Count < records.Count)
            return null;
        return new([.. rows.Where(r => r.IsSearchable).Select(Fields.Document)], [.. rows.Where(r => !r.IsSearchable).Select(r => JobKey.Of(r.Number))]);
    }
}
