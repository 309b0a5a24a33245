using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>
/// 利用団体をブロックする (MS-05): from this instant its messages don't arrive and it can't see the profile, pages it has open included. It
/// isn't told. Works in any state of the service, so that a block stands when the service is opened again.
/// </summary>
public sealed class BlockProvider(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProvisionActor Seeker, ProviderId Provider);

    /// <returns>False: there is no such provider. Blocking twice is blocking once.</returns>
    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Seeker, now, ct);
        if (!await db.Providers.AnyAsync(p => p.Id == command.Provider, ct))
            return false;
        if (await db.ProviderBlocks.FindAsync([command.Seeker.Seeker, command.Provider], ct) is not null)
            return true;

        db.ProviderBlocks.Add(new ProviderBlock(command.Seeker.Seeker, command.Provider, now));
        db.Record(now, command.Seeker.Account, nameof(BlockProvider), nameof(Provider), command.Provider);
        await db.SignalAsync([LiveTopic.Profile(command.Seeker.Seeker.Value), LiveTopic.Account(command.Seeker.Account)], now, ct);
        return true;
    }, ct);
}

/// <summary>ブロックを解除する (MS-05): what the provider couldn't send in between doesn't arrive later.</summary>
public sealed class LiftBlock(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(ProvisionActor Seeker, ProviderId Provider);

    /// <returns>False: there was no block.</returns>
    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public Task<bool> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Seeker, now, ct);
        if (await db.ProviderBlocks.FindAsync([command.Seeker.Seeker, command.Provider], ct) is not { } block)
            return false;

        db.ProviderBlocks.Remove(block);
        db.Record(now, command.Seeker.Account, nameof(LiftBlock), nameof(Provider), command.Provider);
        await db.SignalAsync([LiveTopic.Profile(command.Seeker.Seeker.Value), LiveTopic.Account(command.Seeker.Account)], now, ct);
        return true;
    }, ct);
}
