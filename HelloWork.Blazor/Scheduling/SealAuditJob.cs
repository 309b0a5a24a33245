using HelloWork.Domain.Audit;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class SealAuditJob(SealAudit verb, ILogger<SealAuditJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // The log is one more place outside the database that knows the head.
        if (await verb.RunAsync(cancellationToken) is { Seals: > 0, Head: { } head })
            log.LogInformation("Audit trail sealed: batch {Number}, {Rows} rows, head {Hash}.", head.Number, head.TotalRows, head.Hash);
    }
}
