using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>求職公開の希望を記録する (CO-01): at the window, on the seeker's word; most of all for those without a MyPage. It takes effect at once.</summary>
public sealed class RecordPublicationConsent(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, SeekerRegistrationId Registration, bool Shown);

    /// <returns>Null: it is as wished, now or already.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<RegistrationRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<RegistrationRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var registration = await db.OwnRegistrationAsync(command.Counselor, command.Registration, ct);
        if (registration is null)
            return RegistrationRefusal.NotFound;
        if (!registration.IsOpenOn(Jst.DayOf(now)))
            return RegistrationRefusal.Ended;
        if (command.Shown && !await db.SeekerProfiles.AnyAsync(p => p.SeekerId == registration.SeekerId, ct))
            return RegistrationRefusal.NoProfile;
        if (registration.ShownToEmployers == command.Shown)
            return null;
        registration.RecordConsents(command.Shown, registration.ProvisionChoice);
        db.Record(now, command.Counselor.Account, nameof(RecordPublicationConsent), nameof(SeekerRegistration), registration.Id, command.Shown ? "shown" : "not shown");
        await db.SignalAsync(registration, now, ct);
        return null;
    }, ct);
}
