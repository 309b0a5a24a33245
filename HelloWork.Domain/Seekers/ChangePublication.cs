using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職公開を始める・取りやめる: whether employers find the profile (SS-02). It takes effect at once; direct requests sent before
/// stay as they are (DR-11), and so does the choice about providers.
/// </summary>
public sealed class ChangePublication(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(SeekerActor Seeker, bool Shown);

    /// <returns>Null: it is as wished, now or already.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<PublicationRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(db => ChangeAsync(db, command, ct), ct);

    private async Task<PublicationRefusal?> ChangeAsync(HelloWorkDbContext db, Command command, CancellationToken ct)
    {
        await db.DemandAsync(command.Seeker, ct);
        var now = clock.UtcNow();
        var seeker = command.Seeker.Seeker;
        var registration = await db.SeekerRegistrations.OpenOn(Jst.DayOf(now)).SingleOrDefaultAsync(r => r.SeekerId == seeker, ct);
        if (registration is null)
            return PublicationRefusal.NoOpenRegistration;
        if (command.Shown && !await db.SeekerProfiles.AnyAsync(p => p.SeekerId == seeker, ct))
            return PublicationRefusal.NoProfile;
        if (registration.ShownToEmployers == command.Shown)
            return null;

        registration.RecordConsents(command.Shown, registration.ProvisionChoice);
        db.Record(now, command.Seeker.Account, nameof(ChangePublication), nameof(SeekerRegistration), registration.Id, command.Shown ? "shown" : "not shown");
        await db.SignalAsync([LiveTopic.Profile(seeker.Value), LiveTopic.Account(command.Seeker.Account)], now, ct);
        return null;
    }
}

/// <summary>Why publication can't be changed.</summary>
public enum PublicationRefusal
{
    NoOpenRegistration = 1,
    /// <summary>Nothing has been written that could be shown.</summary>
    NoProfile = 2,
}
