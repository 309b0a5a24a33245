using HelloWork.Domain.Oversight;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class WarnOfProviderDutiesJob(WarnOfProviderDuties verb, ILogger<WarnOfProviderDutiesJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} mails about what providers owe soon.", count);
    }
}
