using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// アカウントを開設する (AC-01, AC-05): registration number and birth date prove the registration at Hello Work; user ID and authentication
/// key go out by mail, and nothing is open before the key has been entered. Where the person has an account already the answer is the
/// same, and the mail goes to that account's address.
/// </summary>
public sealed class OpenSeekerAccount(IDbContextFactory<HelloWorkDbContext> contexts, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private static readonly Account Nobody = new("nobody", Role.Seeker, "", null, DateTime.UnixEpoch);

    /// <param name="Service"><see cref="SeekerServices.MyPage"/> or <see cref="SeekerServices.Provision"/>.</param>
    /// <param name="Number">求職番号, as typed.</param>
    /// <param name="Agreed">利用規約に同意します</param>
    /// <param name="Network">The network address it comes from.</param>
    public sealed record Command(SeekerServices Service, string Number, DateOnly BirthDate, string Email, string Password, bool Agreed, string Network)
    {
        /// <summary>What the form was shown in, for the mails that follow.</summary>
        public Language? Language { get; init; }
    }

    /// <returns>Null: a mail is on its way.</returns>
    public async Task<OpeningRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        if (command.Service is not (SeekerServices.MyPage or SeekerServices.Provision))
            throw new ArgumentOutOfRangeException(nameof(command), command.Service, "One service is opened at a time.");
        var email = EmailAddress.Read(command.Email);
        if (OpeningForm.RefusalOf(email, command.Password, command.Number, command.Agreed) is { } refusal)
            return refusal;

        // Always hashed, so that the answer takes as long for a number that doesn't exist.
        var hash = hasher.HashPassword(Nobody, command.Password);
        return await contexts.WriteAsync(db => OpenAsync(db, command, email!, hash, ct), ct);
    }

    private async Task<OpeningRefusal?> OpenAsync(HelloWorkDbContext db, Command command, string email, string hash, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var isNumber = RegistrationNumber.TryParse(command.Number, out var number);
        // Both are counted whatever the first says.
        var (byNumber, byNetwork) = (await db.PassesAsync(ThrottleKind.OpeningPerNumber, isNumber ? number.Value : "", now, ct),
            await db.PassesAsync(ThrottleKind.OpeningPerNetwork, command.Network, now, ct));
        if (!byNetwork || (isNumber && !byNumber))
            return OpeningRefusal.TooOften;

        var registration = isNumber ? await db.SeekerRegistrations.OpenOn(Jst.DayOf(now)).SingleOrDefaultAsync(r => r.Number == number, ct) : null;
        var seeker = registration is null ? null : await db.Seekers.SingleAsync(s => s.Id == registration.SeekerId, ct);
        if (registration is null || seeker is null || seeker.Details.BirthDate != command.BirthDate)
            return OpeningRefusal.NotFound;
        if (command.Service is SeekerServices.Provision && registration.ProvisionChoice is ProvisionChoice.Neither)
            return OpeningRefusal.ProvisionNotWished;

        if (seeker.AccountId is { } owner)
        {
            db.Tell(MailKind.AccountAlreadyOpen, owner, NewId.Next(), now);
            db.Record(now, null, nameof(OpenSeekerAccount), nameof(Account), owner, "there is one already");
            return null;
        }
        var account = await PrepareAsync(db, command, seeker, email, hash, now, ct);
        await db.MailNewKeyAsync(account.Id, KeyPurpose.Opening, null, now, ct);
        if (EmailAddress.Read(seeker.Details.Email) is { } known && !EmailAddress.AreEqual(known, email))
            db.TellAt(known, MailKind.AccountOpeningElsewhere, account.Id, NewId.Next(), now);
        db.Record(now, null, nameof(OpenSeekerAccount), nameof(Account), account.Id, command.Service.ToString());
        return null;
    }

    /// <summary>The account that waits for its key: a new one, or the one of an earlier try.</summary>
    private static async Task<Account> PrepareAsync(HelloWorkDbContext db, Command command, Seeker seeker, string email, string hash, DateTime now, CancellationToken ct)
    {
        var opening = await db.SeekerAccountOpenings.SingleOrDefaultAsync(o => o.SeekerId == seeker.Id, ct);
        Account account;
        if (opening is null)
        {
            account = new Account(UserIds.Draw(), Role.Seeker, seeker.Details.Name, email, now);
            opening = new SeekerAccountOpening(account.Id, seeker);
            db.AddRange(account, opening);
        }
        else
        {
            account = await db.Users.SingleAsync(a => a.Id == opening.AccountId, ct);
        }
        account.OpenAnew(email, hash);
        account.ShowIn(command.Language);
        opening.Ask(command.Service);
        await (command.Service is SeekerServices.Provision
            ? db.AgreeAsync(account.Id, Terms.SeekerProvision, ProvisionTerms.CurrentVersion, now, ct)
            : db.AgreeAsync(account.Id, Terms.Portal, PortalTerms.CurrentVersion, now, ct));
        return account;
    }
}
