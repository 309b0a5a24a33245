using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>求職登録を終了する: the seeker has found work or no longer looks for it. Open direct requests end at the same instant (DR-11).</summary>
public sealed class EndRegistration(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Reason"><see cref="RegistrationEndReason.Employed"/> or <see cref="RegistrationEndReason.Withdrawn"/>.</param>
    public sealed record Command(SeekerActor Actor, RegistrationEndReason Reason);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The actor isn't this seeker's MyPage.</exception>
    /// <exception cref="ArgumentException">Not a reason a seeker gives.</exception>
    public Task<EndRegistrationRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        if (command.Reason is not (RegistrationEndReason.Employed or RegistrationEndReason.Withdrawn))
            throw new ArgumentException("A seeker ends a registration as employed or withdrawn.", nameof(command));

        return contexts.WriteAsync<EndRegistrationRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAsync(command.Actor, ct);
            var registration = await db.SeekerRegistrations.OpenOn(Jst.DayOf(now)).SingleOrDefaultAsync(r => r.SeekerId == command.Actor.Seeker, ct);
            if (registration is null)
                return EndRegistrationRefusal.NoOpenRegistration;

            registration.End(command.Reason, now);
            await db.TellSeekersAsync([registration], now, ct);
            await db.FinishDeskWorkAsync(DeskItemKind.Registration, registration.Id.Value, now, ct);
            db.Record(now, command.Actor.Account, nameof(EndRegistration), nameof(SeekerRegistration), registration.Id, command.Reason.ToString());
            await db.SignalAsync([LiveTopic.Profile(command.Actor.Seeker.Value), LiveTopic.Account(command.Actor.Account)], now, ct);
            return null;
        }, ct);
    }
}

/// <summary>Why a registration isn't ended.</summary>
public enum EndRegistrationRefusal
{
    /// <summary>It is over already.</summary>
    NoOpenRegistration = 1,
}
