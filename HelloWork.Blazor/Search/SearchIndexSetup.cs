using System.Diagnostics.Metrics;
using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Jobs.Searching;
using HelloWork.Domain.Search.Following;
using HelloWork.Domain.Seekers.Searching;

namespace HelloWork.Blazor.Search;

public static class SearchIndexSetup
{
    public const string Meter = "HelloWork.Search";

    /// <summary>Each node keeps the search indexes in its memory.</summary>
    public static WebApplicationBuilder AddPortalSearch(this WebApplicationBuilder builder)
    {
        builder.AddIndex<JobIndex>();
        builder.AddIndex<SeekerIndex>();
        builder.Services.AddHostedService<SearchIndexKeeper>();
        return builder;
    }

    private static void AddIndex<TIndex>(this WebApplicationBuilder builder) where TIndex : FollowedIndex =>
        builder.Services.AddSingleton<TIndex>().AddSingleton<FollowedIndex>(services => services.GetRequiredService<TIndex>());
}

/// <summary>Loads the indexes while the portal already answers, side by side, and keeps them up; what each takes is told as a metric.</summary>
public sealed partial class SearchIndexKeeper(IEnumerable<FollowedIndex> indexes, FollowChanges changes, IMeterFactory meters, TimeProvider clock, ILogger<SearchIndexKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stopping)
    {
        var all = indexes.ToList();
        var meter = meters.Create(SearchIndexSetup.Meter);
        meter.CreateObservableGauge("hellowork.search.records", () => all.Select(index => Measured(index.Count, index)), "{record}", "Records that each index of this node holds.");
        meter.CreateObservableGauge("hellowork.search.memory", () => all.Select(index => Measured(index.Bytes, index)), "By", "Memory of each index of this node.");
        // In threads of their own: the first step may run long without waiting, and isn't to be in the way of the others that start.
        return Task.WhenAll(all.Select(index => Task.Run(() => KeepAsync(index, stopping), CancellationToken.None)));
    }

    private static Measurement<long> Measured(long value, FollowedIndex index) => new(value, new KeyValuePair<string, object?>("index", index.Name));

    private async Task KeepAsync(FollowedIndex index, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await index.FollowAsync(changes, stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                Failed(log, index.Name, e);
                await Task.Delay(Rest, clock, stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The search index of {Index} couldn't be kept up; searches go on, and it is read anew.")]
    private static partial void Failed(ILogger log, string index, Exception e);
}
