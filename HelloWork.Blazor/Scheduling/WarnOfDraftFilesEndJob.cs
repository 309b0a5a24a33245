using HelloWork.Domain.Applications.Documents;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class WarnOfDraftFilesEndJob(WarnOfDraftFilesEnd verb, ILogger<WarnOfDraftFilesEndJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} mails about files that are deleted soon.", count);
    }
}
