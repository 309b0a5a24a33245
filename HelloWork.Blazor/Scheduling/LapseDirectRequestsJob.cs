using HelloWork.Domain.DirectRequests;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class LapseDirectRequestsJob(LapseDirectRequests verb, ILogger<LapseDirectRequestsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} direct requests ended.", count);
    }
}
