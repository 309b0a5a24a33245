using HelloWork.Domain.Oversight;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class RecordUnansweredOrdersJob(RecordUnansweredOrders verb, ILogger<RecordUnansweredOrdersJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} unanswered orders recorded.", count);
    }
}
