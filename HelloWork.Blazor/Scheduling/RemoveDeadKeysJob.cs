using HelloWork.Domain.Accounts;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class RemoveDeadKeysJob(RemoveDeadKeys verb, ILogger<RemoveDeadKeysJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} authentication keys removed.", count);
    }
}
