using HelloWork.Domain.Seekers.Saved;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class SendSearchAlertsJob(SendSearchAlerts verb, ILogger<SendSearchAlertsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} saved searches told of new jobs.", count);
    }
}
