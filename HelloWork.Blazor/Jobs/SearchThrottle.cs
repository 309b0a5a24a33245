using System.Globalization;
using System.Threading.RateLimiting;
using HelloWork.Blazor.Jobs.Machines;
using HelloWork.Blazor.Jobs.Machines.Api;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace HelloWork.Blazor.Jobs;

/// <summary>
/// Slows a visitor who searches without a pause, and nobody else: each address has a measure of its own. A search above it waits its turn;
/// only who has too many waiting is turned away.
/// </summary>
public static class SearchThrottle
{
    private static readonly PathString[] Searches = ["/jobs", "/jobs/wages", "/jobs/wages.csv", "/jobs/map", "/jobs/map.csv", "/employer/seekers", "/provider/seekers", JobFeed.Path];

    /// <summary>A burst, in seconds' worth of searches: many visitors of one Hello Work office stand behind one address.</summary>
    private const int Burst = 3;

    /// <param name="perSecond">Searches of one address in a second (<c>Search:PerSecond</c>); 0 lifts the measure, for benchmarks.</param>
    /// <returns>Null: no search.</returns>
    public static RateLimitPartition<string>? PartitionOf(HttpContext context, int perSecond)
    {
        if (perSecond <= 0 || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
            return null;
        // A slash at the end leads to the same page.
        var path = new PathString(context.Request.Path.Value?.TrimEnd('/'));
        if (Searches.Any(search => path.Equals(search, StringComparison.OrdinalIgnoreCase)) || IsApi(path))
            return Bucket("search", context, perSecond, burst: perSecond * Burst, waiting: perSecond * 2);
        // What takes a core for a second when it isn't kept yet.
        return path.StartsWithSegments("/sitemaps") || path.Value?.EndsWith("/card.pdf", StringComparison.OrdinalIgnoreCase) == true
            ? Bucket("long", context, Math.Max(1, perSecond / 10), burst: perSecond, waiting: perSecond) : null;
    }

    /// <summary>Tells a program how much is left to it (RateLimit header fields of the IETF's draft).</summary>
    internal static void Tell(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter?.GetStatistics(context) is not { CurrentAvailablePermits: < int.MaxValue and var left })
            return;
        var perSecond = context.RequestServices.GetRequiredService<IConfiguration>().GetValue("Search:PerSecond", 20);
        context.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"search\";q={perSecond * Burst};w={Burst}");
        context.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"search\";r={left};t={Burst}");
    }

    /// <summary>Says when to come again, and to a program why.</summary>
    internal static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var http = rejected.HttpContext;
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            http.Response.Headers.RetryAfter = $"{Math.Max(1, (int)Math.Ceiling(after.TotalSeconds))}";
        return IsApi(http.Request.Path) ? new(ApiEndpoints.RefuseAsync(http)) : ValueTask.CompletedTask;
    }

    private static bool IsApi(PathString path) => path.StartsWithSegments("/api");

    private static RateLimitPartition<string> Bucket(string name, HttpContext context, int perSecond, int burst, int waiting) =>
        RateLimitPartition.GetTokenBucketLimiter($"{name} {context.Connection.RemoteIpAddress}", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst, TokensPerPeriod = Math.Max(1, perSecond / 10), ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, perSecond / 10) / (double)perSecond),
            QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
}
