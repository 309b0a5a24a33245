using HelloWork.Domain.Applications.Interviews;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class LapseInterviewTimesJob(LapseInterviewTimes verb, ILogger<LapseInterviewTimesJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("The times offered for {Count} interviews have passed.", count);
    }
}
