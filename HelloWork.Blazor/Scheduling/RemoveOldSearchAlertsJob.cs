using HelloWork.Domain.Seekers.Saved;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class RemoveOldSearchAlertsJob(RemoveOldSearchAlerts verb, ILogger<RemoveOldSearchAlertsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} old records of search alerts removed.", count);
    }
}
