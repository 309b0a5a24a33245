using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>提供先への公開をとりやめる: gone from providers at once, while the service and its messages stay. Done again, it does nothing.</summary>
public sealed class UnpublishProfile(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProvisionActor Seeker);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Seeker, now, ct);
        var service = await db.ProvisionServices.SingleAsync(s => s.SeekerId == command.Seeker.Seeker, ct);
        if (service.PublishedAt is null)
            return false;
        service.Unpublish();
        db.Record(now, command.Seeker.Account, nameof(UnpublishProfile), nameof(SeekerProfile), service.SeekerId);
        await db.SignalAsync([LiveTopic.Profile(command.Seeker.Seeker.Value), LiveTopic.Account(command.Seeker.Account)], now, ct);
        return true;
    }, ct);
}
