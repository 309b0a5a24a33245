using HelloWork.Domain.Jobs;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class WarnOfJobEndJob(WarnOfJobEnd verb, ILogger<WarnOfJobEndJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} job offers are about to end.", count);
    }
}
