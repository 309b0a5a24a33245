using HelloWork.Domain.Seekers;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class QueueRegistrationWorkJob(QueueRegistrationWork verb, ILogger<QueueRegistrationWorkJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} registrations were put on the desks.", count);
    }
}
