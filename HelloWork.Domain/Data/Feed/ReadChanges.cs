using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Data.Feed;

/// <summary>変更の知らせを読む: what has changed since a place in the feed, in order, nothing missed and nothing twice.</summary>
public sealed class ReadChanges(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int Usually = 5_000;

    /// <summary>The end of the feed: whatever is read from the tables after this call holds everything up to it.</summary>
    public async Task<long> EndAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (await ChangeLog.OpenAsync(db, ct)).LimitAsync(ct) - 1;
    }

    /// <param name="after">The <see cref="ChangesRead.Through"/> of the part before, or what <see cref="EndAsync"/> said.</param>
    /// <param name="most">How many changes at once, at least one.</param>
    public async Task<ChangesRead> RunAsync(long after, int most, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await (await ChangeLog.OpenAsync(db, ct)).ReadAsync(after, Math.Max(1, most), ct);
    }
}
