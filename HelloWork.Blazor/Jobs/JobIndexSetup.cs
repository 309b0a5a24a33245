using System.Diagnostics.Metrics;
using HelloWork.Domain.Data.Feed;
using HelloWork.Domain.Jobs.Searching;

namespace HelloWork.Blazor.Jobs;

public static class JobIndexSetup
{
    public const string Meter = "HelloWork.Search";

    /// <summary>Each node keeps the search index of all jobs in its memory.</summary>
    public static WebApplicationBuilder AddPortalSearch(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<JobIndex>();
        builder.Services.AddHostedService<JobIndexKeeper>();
        return builder;
    }
}

/// <summary>Loads the index while the portal already answers, and keeps it up; what it takes is told as a metric.</summary>
public sealed partial class JobIndexKeeper(JobIndex index, FollowChanges changes, IMeterFactory meters, TimeProvider clock, ILogger<JobIndexKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        var meter = meters.Create(JobIndexSetup.Meter);
        meter.CreateObservableGauge("hellowork.search.jobs", () => index.Count, "{job}", "Jobs that the index of this node holds.");
        meter.CreateObservableGauge("hellowork.search.memory", () => index.Bytes, "By", "Memory of the index of this node.");
        // The first step may run long without waiting: not in the way of the others that start.
        await Task.Yield();
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await index.FollowAsync(changes, stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                Failed(log, e);
                await Task.Delay(Rest, clock, stopping);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The search index couldn't be kept up; searches go on, and it is read anew.")]
    private static partial void Failed(ILogger log, Exception e);
}
