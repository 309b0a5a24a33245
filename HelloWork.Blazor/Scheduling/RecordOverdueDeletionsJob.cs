using HelloWork.Domain.Oversight;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class RecordOverdueDeletionsJob(RecordOverdueDeletions verb, ILogger<RecordOverdueDeletionsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} overdue deletions recorded.", count);
    }
}
