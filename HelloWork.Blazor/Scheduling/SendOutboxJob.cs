using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Notifications;
using Quartz;

namespace HelloWork.Blazor.Scheduling;

[DisallowConcurrentExecution]
public sealed class SendOutboxJob(SendOutbox verb, MailSettings settings, IHostEnvironment environment, ILogger<SendOutboxJob> log) : IJob
{
    private static int _warned;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (settings.Route(environment) is MailRoute.Held)
        {
            if (Interlocked.Exchange(ref _warned, 1) == 0)
                log.LogWarning("Mail:Host isn't set: mails wait in the outbox until it is.");
            return;
        }
        if (await verb.RunAsync(cancellationToken) is > 0 and var count)
            log.LogInformation("{Count} mails sent.", count);
    }
}
