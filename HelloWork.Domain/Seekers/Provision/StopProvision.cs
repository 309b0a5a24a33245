using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>提供を停止する (PV-07, アカウント利用停止): the profile is gone from providers at this instant, and nothing new arrives. Messages stay readable. Done again, it does nothing.</summary>
public sealed class StopProvision(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProvisionActor Seeker);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        if (await db.DemandAsync(command.Seeker, now, ct) is ProvisionState.Stopped)
            return false;
        var service = await db.ProvisionServices.SingleAsync(s => s.SeekerId == command.Seeker.Seeker, ct);
        service.Stop(now);
        db.Record(now, command.Seeker.Account, nameof(StopProvision), nameof(ProvisionService), service.SeekerId);
        await db.SignalAsync([LiveTopic.Profile(command.Seeker.Seeker.Value), LiveTopic.Account(command.Seeker.Account)], now, ct);
        return true;
    }, ct);
}
