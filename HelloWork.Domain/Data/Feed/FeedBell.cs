using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HelloWork.Domain.Data.Feed;

/// <summary>Rings at each commit of this process. It tells that something may have changed, not what; the feed does.</summary>
public sealed class FeedBell : DbTransactionInterceptor
{
    private TaskCompletionSource _next = Fresh();

    /// <summary>Completes at the next commit.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Ring();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Ring();
        return Task.CompletedTask;
    }

    private void Ring() => Interlocked.Exchange(ref _next, Fresh()).TrySetResult();

    // Listeners go on by themselves, never in the thread that commits.
    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
