using HelloWork.Domain.Jobs;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class EndJobOffersJob(EndJobOffers verb, ILogger<EndJobOffersJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} job offers ended.", count);
    }
}
