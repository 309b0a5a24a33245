using HelloWork.Domain.Applications.Interviews;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class RemindOfInterviewsJob(RemindOfInterviews verb, ILogger<RemindOfInterviewsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} interviews are about to take place.", count);
    }
}
