using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>
/// 求職登録を終える at the desk (CO-01, Q4): the seeker found work, withdrew, or another reason. Open requests end at the same instant and the
/// profile vanishes; applications, referrals and conversations stay.
/// </summary>
public sealed class CloseRegistration(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, SeekerRegistrationId Registration, RegistrationEndReason Reason);

    /// <returns>Null: closed, now or already for this reason.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<RegistrationRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        if (command.Reason is not (RegistrationEndReason.Employed or RegistrationEndReason.Withdrawn or RegistrationEndReason.Other))
            return Task.FromResult<RegistrationRefusal?>(RegistrationRefusal.ReasonMissing);
        return contexts.WriteAsync<RegistrationRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            var registration = await db.OwnRegistrationAsync(command.Counselor, command.Registration, ct);
            if (registration is null)
                return RegistrationRefusal.NotFound;
            if (!registration.IsOpenOn(Jst.DayOf(now)))
                return registration.EndReason == command.Reason ? null : RegistrationRefusal.Ended;

            var closing = await db.ClosingOfAsync(registration, now, ct);
            registration.End(command.Reason, now);
            await db.TellSeekersAsync([registration], now, ct);
            await db.FinishDeskWorkAsync(DeskItemKind.Registration, registration.Id.Value, now, ct);
            db.Record(now, command.Counselor.Account, nameof(CloseRegistration), nameof(SeekerRegistration), registration.Id,
                $"{command.Reason}; requests {closing.OpenRequests} applications {closing.Applications} referrals {closing.Referrals}");
            await db.SignalAsync(registration, now, ct);
            return null;
        }, ct);
    }
}
