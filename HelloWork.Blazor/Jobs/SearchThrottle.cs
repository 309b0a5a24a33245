using System.Threading.RateLimiting;

namespace HelloWork.Blazor.Jobs;

/// <summary>
/// Slows a visitor who searches without a pause, and nobody else: each address has a measure of its own. A search above it waits its turn;
/// only who has too many waiting is turned away.
/// </summary>
public static class SearchThrottle
{
    private static readonly PathString[] Searches = ["/jobs", "/employer/seekers", "/provider/seekers"];

    /// <param name="perSecond">Searches of one address in a second (<c>Search:PerSecond</c>); 0 lifts the measure, for benchmarks.</param>
    /// <returns>Null: no search.</returns>
    public static RateLimitPartition<string>? PartitionOf(HttpContext context, int perSecond)
    {
        if (perSecond <= 0 || !HttpMethods.IsGet(context.Request.Method) || !Searches.Any(path => context.Request.Path.Equals(path, StringComparison.OrdinalIgnoreCase)))
            return null;
        // Many visitors of one Hello Work office stand behind one address: a burst of three seconds passes at once.
        return RateLimitPartition.GetTokenBucketLimiter($"search {context.Connection.RemoteIpAddress}", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * 3, TokensPerPeriod = Math.Max(1, perSecond / 10), ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, perSecond / 10) / (double)perSecond),
            QueueLimit = perSecond * 2, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }
}
