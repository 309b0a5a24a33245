using HelloWork.Domain.Data.Feed;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class PruneChangesJob(PruneChanges verb, ILogger<PruneChangesJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} old changes removed from the feed.", count);
    }
}
