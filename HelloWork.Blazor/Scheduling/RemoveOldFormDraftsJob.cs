using HelloWork.Domain.Accounts.Drafts;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class RemoveOldFormDraftsJob(RemoveOldFormDrafts verb, ILogger<RemoveOldFormDraftsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} old drafts removed.", count);
    }
}
