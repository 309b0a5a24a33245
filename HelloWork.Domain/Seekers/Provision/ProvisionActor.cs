using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>A seeker on the provision site; MyPage may be closed or never have been opened (AC-05). Every verb of the site takes one and checks it first.</summary>
public sealed record ProvisionActor(Guid Account, SeekerId Seeker);

/// <summary>利用の状態: whether the service runs for the seeker at an instant.</summary>
public enum ProvisionState
{
    /// <summary>利用中, profile not shown to providers</summary>
    Unpublished = 1,
    /// <summary>利用中, profile shown to the providers that choice and conditions allow</summary>
    Published = 2,
    /// <summary>利用停止 (PV-07)</summary>
    Stopped = 3,
    /// <summary>登録の有効期間が終わった (PV-05)</summary>
    RegistrationEnded = 4,
    /// <summary>提供先が「どちらにも提供しない」になった (PV-02)</summary>
    NoProviderChosen = 5,
}

public static class ProvisionAccess
{
    /// <summary>Checks the person alone: the provision site may be closed to them still.</summary>
    /// <exception cref="NotAllowedException">The account can't sign in any more or isn't this seeker's.</exception>
    public static async Task DemandPersonAsync(this HelloWorkDbContext db, ProvisionActor actor, CancellationToken ct)
    {
        if (!await db.Seekers.AnyAsync(s => s.Id == actor.Seeker && s.AccountId == actor.Account
                && db.Users.Any(a => a.Id == s.AccountId && a.Role == Role.Seeker && a.DisabledAt == null && a.ActivatedAt != null), ct))
            throw new NotAllowedException("The account isn't this seeker's.");
    }

    /// <summary>Checks who acts; what a stopped or ended service doesn't allow, the verb refuses itself by the state.</summary>
    /// <exception cref="NotAllowedException">The account can't sign in any more, isn't this seeker's, or never opened the service.</exception>
    public static async Task<ProvisionState> DemandAsync(this HelloWorkDbContext db, ProvisionActor actor, DateTime now, CancellationToken ct)
    {
        var today = Jst.DayOf(now);
        var found = await db.Seekers.Where(s => s.Id == actor.Seeker && s.AccountId == actor.Account
                && db.Users.Any(a => a.Id == s.AccountId && a.Role == Role.Seeker && a.DisabledAt == null && a.ActivatedAt != null))
            .Join(db.ProvisionServices, s => s.Id, p => p.SeekerId, (_, service) => new
            {
                service.StoppedAt, service.PublishedAt,
                Choice = db.SeekerRegistrations.OpenOn(today).Where(r => r.Id == service.RegistrationId).Select(r => (ProvisionChoice?)r.ProvisionChoice).SingleOrDefault(),
            }).SingleOrDefaultAsync(ct);
        return found switch
        {
            null => throw new NotAllowedException("The account doesn't use the provision site."),
            { StoppedAt: not null } => ProvisionState.Stopped,
            { Choice: null } => ProvisionState.RegistrationEnded,
            { Choice: ProvisionChoice.Neither } => ProvisionState.NoProviderChosen,
            { PublishedAt: null } => ProvisionState.Unpublished,
            _ => ProvisionState.Published,
        };
    }
}
