using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>サービスを開設する (AC-05): a signed-in seeker opens the other service on the same account, or one that was closed again.</summary>
public sealed class OpenSeekerService(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Agreed">利用規約に同意します; asked for provision.</param>
    public sealed record Command(Guid Account, SeekerServices Service, bool Agreed);

    /// <returns>Null: it is open, now or already.</returns>
    /// <exception cref="NotAllowedException">The account isn't a seeker's in use.</exception>
    public Task<OpenServiceRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        var seeker = await db.Seekers.SingleOrDefaultAsync(s => s.AccountId == command.Account
            && db.Users.Any(a => a.Id == s.AccountId && a.Role == Role.Seeker && a.DisabledAt == null && a.ActivatedAt != null), ct)
            ?? throw new NotAllowedException("The account isn't a seeker's.");
        var refusal = command.Service switch
        {
            SeekerServices.MyPage => OpenMyPage(seeker, command, now),
            SeekerServices.Provision => await OpenProvisionAsync(db, seeker, command, now, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Service, "One service is opened at a time."),
        };
        if (refusal is null)
            db.Record(now, command.Account, nameof(OpenSeekerService), nameof(Seeker), seeker.Id, command.Service.ToString());
        return refusal;
    }, ct);

    private static async Task<OpenServiceRefusal?> OpenProvisionAsync(HelloWorkDbContext db, Seeker seeker, Command command, DateTime now, CancellationToken ct)
    {
        if (!command.Agreed)
            return OpenServiceRefusal.TermsNotAgreed;
        var refusal = await db.OpenProvisionAsync(seeker.Id, now, ct);
        if (refusal is null)
            await db.AgreeAsync(command.Account, Terms.SeekerProvision, ProvisionTerms.CurrentVersion, now, ct);
        return refusal;
    }

    private static OpenServiceRefusal? OpenMyPage(Seeker seeker, Command command, DateTime now)
    {
        if (!seeker.HasMyPage)
            seeker.OpenMyPage(command.Account, now);
        return null;
    }
}

/// <summary>The provision site opens in two places: with an account, and beside MyPage.</summary>
internal static class ProvisionOpening
{
    /// <summary>Opens it for the registration at hand, or again after it was stopped; leaves it as it is where it runs.</summary>
    public static async Task<OpenServiceRefusal?> OpenProvisionAsync(this HelloWorkDbContext db, SeekerId seeker, DateTime now, CancellationToken ct)
    {
        var registration = await db.SeekerRegistrations.OpenOn(Jst.DayOf(now)).SingleOrDefaultAsync(r => r.SeekerId == seeker, ct);
        if (registration is null)
            return OpenServiceRefusal.NoOpenRegistration;
        if (registration.ProvisionChoice is ProvisionChoice.Neither)
            return OpenServiceRefusal.ProvisionNotWished;
        if (await db.ProvisionServices.FindAsync([seeker], ct) is not { } service)
            db.Add(new ProvisionService(registration, ProvisionTerms.CurrentVersion, now));
        else if (service.StoppedAt is not null || service.RegistrationId != registration.Id)
            service.Open(registration, ProvisionTerms.CurrentVersion, now);
        return null;
    }
}

/// <summary>Why a service isn't opened.</summary>
public enum OpenServiceRefusal
{
    TermsNotAgreed = 1,
    NoOpenRegistration = 2,
    /// <summary>Hello Work wasn't told of the wish for provision (PV-01).</summary>
    ProvisionNotWished = 3,
}
