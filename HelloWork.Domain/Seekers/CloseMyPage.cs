using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職者マイページを閉じる: no direct request can reach the seeker any more, and open ones end at the same instant (DR-11). The
/// registration and the account stay; the account may have another service open (AC-05).
/// </summary>
public sealed class CloseMyPage(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(SeekerActor Actor);

    /// <exception cref="NotAllowedException">The actor isn't this seeker's open MyPage.</exception>
    public Task RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(command.Actor, ct);
        var seeker = await db.Seekers.SingleAsync(s => s.Id == command.Actor.Seeker, ct);
        seeker.CloseMyPage(now);
        db.Record(now, command.Actor.Account, nameof(CloseMyPage), nameof(Seeker), seeker.Id);
        await db.SignalAsync([LiveTopic.Profile(seeker.Id.Value), LiveTopic.Account(command.Actor.Account)], now, ct);
        return true;
    }, ct);
}
