using HelloWork.Domain.Applications;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class WarnOfSavedJobEndJob(WarnOfSavedJobEnd verb, ILogger<WarnOfSavedJobEndJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} seekers were told of jobs that end soon.", count);
    }
}
