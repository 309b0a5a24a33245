using HelloWork.Domain.DirectRequests;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class WarnOfRequestEndJob(WarnOfRequestEnd verb, ILogger<WarnOfRequestEndJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} direct requests are about to end.", count);
    }
}
