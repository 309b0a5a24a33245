using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>提供先の区分を変更する (PV-02): by a counselor, on the seeker's word. Providers outside the new choice lose the profile at once.</summary>
public sealed class ChangeProvisionChoice(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, RegistrationNumber Number, ProvisionChoice Choice);

    /// <returns>Null: it is as wished, now or already.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<ProvisionChoiceRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<ProvisionChoiceRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var registration = await db.SeekerRegistrations.SingleOrDefaultAsync(r => r.Number == command.Number && r.PlacementOfficeCode == office, ct);
        if (registration is null)
            return ProvisionChoiceRefusal.NotFound;
        if (!registration.IsOpenOn(Jst.DayOf(now)))
            return ProvisionChoiceRefusal.RegistrationEnded;
        if (registration.ProvisionChoice == command.Choice)
            return null;
        var before = registration.ProvisionChoice;
        registration.RecordConsents(registration.ShownToEmployers, command.Choice);
        db.Record(now, command.Counselor.Account, nameof(ChangeProvisionChoice), nameof(SeekerRegistration), registration.Id, $"{before} to {command.Choice}");
        var account = await db.Seekers.Where(s => s.Id == registration.SeekerId).Select(s => s.AccountId).SingleAsync(ct);
        await db.SignalAsync([LiveTopic.Profile(registration.SeekerId.Value), .. account is { } own ? [LiveTopic.Account(own)] : Array.Empty<LiveTopic>()], now, ct);
        return null;
    }, ct);
}

/// <summary>Why the choice isn't changed.</summary>
public enum ProvisionChoiceRefusal
{
    /// <summary>The counselor's office has no registration of this number.</summary>
    NotFound = 1,
    /// <summary>It is over.</summary>
    RegistrationEnded = 2,
}
