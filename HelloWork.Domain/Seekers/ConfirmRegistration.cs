using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>オンライン登録を確認する (CO-01): staff saw the person, who becomes 利用登録者; employers see the mark change at once.</summary>
public sealed class ConfirmRegistration(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, SeekerRegistrationId Registration);

    /// <returns>Null: confirmed, now or already.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<RegistrationRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<RegistrationRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var registration = await db.OwnRegistrationAsync(command.Counselor, command.Registration, ct);
        if (registration is null)
            return RegistrationRefusal.NotFound;
        if (!registration.IsOpenOn(Jst.DayOf(now)))
            return RegistrationRefusal.Ended;
        if (registration.Kind is RegistrationKind.VerifiedAtOffice)
            return null;
        registration.Confirm();
        await db.FinishDeskWorkAsync(DeskItemKind.Registration, registration.Id.Value, now, ct);
        db.Record(now, command.Counselor.Account, nameof(ConfirmRegistration), nameof(SeekerRegistration), registration.Id);
        await db.SignalAsync(registration, now, ct);
        return null;
    }, ct);
}
