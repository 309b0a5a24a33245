using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;

namespace HelloWork.Blazor.Live;

/// <summary>
/// Reads this node's changes for all its open pages at once, from the database, so that it doesn't matter which node made them.
/// While nobody listens it asks nothing.
/// </summary>
public sealed partial class LiveReader(LiveListeners listeners, ReadLiveSignals read, LiveSettings settings, TimeProvider clock, ILogger<LiveReader> log) : BackgroundService
{
    /// <summary>
    /// A change becomes visible some time after its ChangedAt, and nodes' clocks differ: the last seconds are read again each time.
    /// What takes longer than this is found by the connections' own checks.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        var since = clock.UtcNow();
        while (!stopping.IsCancellationRequested)
        {
            if (listeners.Count == 0)
            {
                await listeners.SomebodyAsync(stopping);
                // Whoever has just come compares what was before by itself.
                since = clock.UtcNow();
            }
            var now = clock.UtcNow();
            try
            {
                listeners.Tell(await read.RunAsync((now < since ? now : since) - Overlap, stopping), now);
                since = now;
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                Failed(log, e);
            }
            await Task.Delay(settings.ReadEvery, stopping);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Changes for open pages couldn't be read; they are read again.")]
    private static partial void Failed(ILogger log, Exception e);
}
