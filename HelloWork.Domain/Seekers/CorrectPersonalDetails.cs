using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 本人の情報を直す (CO-01): name, birth date and how to reach the person, on their word at the window. The trail says which of them changed,
/// and the person is told.
/// </summary>
public sealed class CorrectPersonalDetails(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Seen">The <see cref="PersonalDetailsChecks.Fingerprint"/> of what the counselor had before their eyes.</param>
    public sealed record Command(CounselorActor Counselor, SeekerRegistrationId Registration, string Seen, PersonalDetails Details);

    /// <returns>Null: they are as written, now or already.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<RegisterRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var details = command.Details.Tidied();
        return details.Bar(clock.TodayInJapan()) is { } bar ? Task.FromResult<RegisterRefusal?>(bar) : contexts.WriteAsync(db => CorrectAsync(db, command, details, ct), ct);
    }

    private async Task<RegisterRefusal?> CorrectAsync(HelloWorkDbContext db, Command command, PersonalDetails details, CancellationToken ct)
    {
        var now = clock.UtcNow();
        if (await db.OwnRegistrationAsync(command.Counselor, command.Registration, ct) is not { } registration)
            return RegisterRefusal.NotFound;
        if (!registration.IsOpenOn(Jst.DayOf(now)))
            return RegisterRefusal.Ended;
        var seeker = await db.Seekers.SingleAsync(s => s.Id == registration.SeekerId, ct);
        var changed = seeker.Details.ChangesTo(details);
        if (changed.Count == 0)
            return null;
        if (seeker.Details.Fingerprint() != command.Seen)
            return RegisterRefusal.ChangedSince;
        seeker.Correct(details);
        db.Record(now, command.Counselor.Account, nameof(CorrectPersonalDetails), nameof(SeekerRegistration), registration.Id, $"changed {string.Join(' ', changed)}");
        if (seeker.AccountId is { } account)
            db.Tell(MailKind.PersonalDetailsCorrected, account, $"{registration.Id}:{now:yyyyMMddHHmmssfffffff}", now, ("fields", string.Join(',', changed)));
        await db.SignalAsync(registration, now, ct);
        return null;
    }
}
