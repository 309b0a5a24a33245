using HelloWork.Domain.Applications;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class RemindOfAnswersJob(RemindOfAnswers verb, ILogger<RemindOfAnswersJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} promised answers are due.", count);
    }
}
