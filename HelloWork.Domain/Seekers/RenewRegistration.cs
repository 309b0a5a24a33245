using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>求職登録を更新する (CO-01, PV-05): one month at a time, in the last month; the provision to providers lasts as long with it.</summary>
public sealed class RenewRegistration(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Seen">The last day the counselor had before their eyes: pressed twice, it is one month.</param>
    public sealed record Command(CounselorActor Counselor, SeekerRegistrationId Registration, DateOnly Seen);

    /// <returns>Null: renewed, now or already.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<RegistrationRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<RegistrationRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var registration = await db.OwnRegistrationAsync(command.Counselor, command.Registration, ct);
        if (registration is null)
            return RegistrationRefusal.NotFound;
        if (!registration.IsOpenOn(today))
            return RegistrationRefusal.Ended;
        if (registration.LastDay > command.Seen)
            return null;
        if (today < registration.RenewableFrom)
            return RegistrationRefusal.TooEarly;
        var before = registration.LastDay;
        registration.Renew(today);
        await db.FinishDeskWorkAsync(DeskItemKind.Registration, registration.Id.Value, now, ct);
        db.Record(now, command.Counselor.Account, nameof(RenewRegistration), nameof(SeekerRegistration), registration.Id, $"{before:yyyy-MM-dd} to {registration.LastDay:yyyy-MM-dd}");
        await db.SignalAsync(registration, now, ct);
        return null;
    }, ct);
}
