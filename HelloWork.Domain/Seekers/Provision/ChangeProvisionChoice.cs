using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>提供先の区分を変更する (PV-02): by a counselor, on the seeker's word. Providers outside the new choice lose the profile at once, and
/// have to delete what they obtained (PR-03).</summary>
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
        var holders = await WithdrawAsync(db, registration.SeekerId, command.Choice, now, ct);
        var account = await db.Seekers.Where(s => s.Id == registration.SeekerId).Select(s => s.AccountId).SingleAsync(ct);
        await db.SignalAsync([LiveTopic.Profile(registration.SeekerId.Value), .. holders.Select(h => LiveTopic.Organisation(h.Value)), .. account is { } own ? [LiveTopic.Account(own)] : Array.Empty<LiveTopic>()], now, ct);
        return null;
    }, ct);

    /// <returns>The providers whose duty begins or ends with it.</returns>
    private static async Task<List<ProviderId>> WithdrawAsync(HelloWorkDbContext db, SeekerId seeker, ProvisionChoice choice, DateTime now, CancellationToken ct)
    {
        var held = await db.ObtainedProfiles.Where(o => o.SeekerId == seeker && o.SettledAt == null)
            .Join(db.Providers, o => o.ProviderId, p => p.Id, (o, p) => new { Obtained = o, p.Group }).ToListAsync(ct);
        var changed = new List<ProviderId>();
        foreach (var one in held)
        {
            var admitted = choice switch
            {
                ProvisionChoice.Both => true,
                ProvisionChoice.LocalGovernmentsOnly => one.Group is ProviderGroup.LocalGovernments,
                ProvisionChoice.PrivateAgenciesOnly => one.Group is ProviderGroup.PrivateAgencies,
                _ => false,
            };
            if (admitted == one.Obtained.WithdrawnAt is null)
                continue;
            if (admitted)
                one.Obtained.Readmit();
            else
                one.Obtained.Withdraw(now);
            changed.Add(one.Obtained.ProviderId);
        }
        return changed;
    }
}

/// <summary>Why the choice isn't changed.</summary>
public enum ProvisionChoiceRefusal
{
    /// <summary>The counselor's office has no registration of this number.</summary>
    NotFound = 1,
    /// <summary>It is over.</summary>
    RegistrationEnded = 2,
}
