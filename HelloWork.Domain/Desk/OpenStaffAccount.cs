using System.Text.RegularExpressions;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.ReferenceData;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>職員のアカウントを開設する (AC-01, AC-04): an operator's act. The first sign-in asks for the initial password, the mailed key, and a second factor.</summary>
public sealed partial class OpenStaffAccount(IDbContextFactory<HelloWorkDbContext> contexts, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private const int LongestName = 50;
    private static readonly Account Nobody = new("nobody", Role.Counselor, "", null, DateTime.UnixEpoch);

    /// <param name="Office">安定所番号 of a counselor; a bureau officer has none.</param>
    public sealed record Command(string UserId, Role Role, string Name, string Email, string? Office);

    /// <param name="InitialPassword">To be handed over by another way than the mail; shown this once.</param>
    public sealed record Result(StaffRefusal? Refusal, string? InitialPassword);

    public async Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var (userId, name, email, office) = (command.UserId.Trim().ToLowerInvariant(), WrittenText.Tidy(command.Name), EmailAddress.Read(command.Email), PlacementOffices.Find(command.Office));
        StaffRefusal? refusal =
            !UserIdShape().IsMatch(userId) ? StaffRefusal.UserIdInvalid
            : name.Length == 0 || !WrittenText.Fits(name, LongestName) ? StaffRefusal.NameInvalid
            : email is null ? StaffRefusal.EmailInvalid
            : command.Role is not (Role.Counselor or Role.BureauOfficer) ? StaffRefusal.RoleNotStaff
            : command.Role is Role.Counselor && office is null ? StaffRefusal.OfficeUnknown : null;
        if (refusal is not null)
            return new(refusal, null);

        var password = $"{TypedSecret.Write(TypedSecret.Draw())}-{TypedSecret.Write(TypedSecret.Draw())}";
        var hash = hasher.HashPassword(Nobody, password);
        refusal = await contexts.WriteAsync(db => OpenAsync(db, userId, command.Role, name, email!, office, hash, ct), ct);
        return new(refusal, refusal is null ? password : null);
    }

    private async Task<StaffRefusal?> OpenAsync(HelloWorkDbContext db, string userId, Role role, string name, string email, PlacementOffice? office, string hash, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var normal = Account.NormalUserId(userId);
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == normal, ct);
        // One that waits for its first sign-in is opened anew: its mail was lost, or its address wrong.
        if (account is not null && (account.ActivatedAt is not null || account.Role != role))
            return StaffRefusal.UserIdTaken;
        if (account is null)
            db.Add(account = new Account(userId, role, name, email, now));
        account.OpenAnew(email, hash);
        if (role is Role.Counselor)
        {
            if (await db.StaffPosts.FindAsync([account.Id], ct) is { } before)
                before.MoveTo(office!.Code);
            else
                db.Add(new StaffPost(account.Id, office!.Code));
        }
        await db.MailNewKeyAsync(account.Id, KeyPurpose.Opening, null, now, ct);
        db.Record(now, null, nameof(OpenStaffAccount), nameof(Account), account.Id, $"{role} {(role is Role.Counselor ? office!.Code : "")}".TrimEnd());
        return null;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9._-]{2,31}\z")] private static partial Regex UserIdShape();
}

/// <summary>Why no staff account is opened.</summary>
public enum StaffRefusal
{
    /// <summary>Not 3 to 32 of a–z, 0–9, dot, hyphen, underscore, beginning with a letter.</summary>
    UserIdInvalid = 1,
    UserIdTaken = 2,
    NameInvalid = 3,
    EmailInvalid = 4,
    RoleNotStaff = 5,
    /// <summary>A counselor works at a placement office.</summary>
    OfficeUnknown = 6,
}

/// <summary>職員が認証キーを入力する (AC-01): the second step of a staff member's first sign-in; the second factor follows.</summary>
public sealed class ActivateStaffAccount(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Staff">The account.</param>
    /// <param name="Key">認証キー, as typed.</param>
    public sealed record Command(Guid Staff, string Key);

    /// <exception cref="NotAllowedException">There is no such staff account.</exception>
    public Task<KeyEntry> RunAsync(Command command, CancellationToken ct)
    {
        var typed = TypedKey.Read(command.Staff, KeyPurpose.Opening, command.Key);
        return contexts.WriteAsync(async db =>
        {
            var now = clock.UtcNow();
            var account = await db.Users.SingleOrDefaultAsync(a => a.Id == command.Staff && (a.Role == Role.Counselor || a.Role == Role.BureauOfficer) && a.DisabledAt == null, ct)
                ?? throw new NotAllowedException("The account waits for no key.");
            var entry = await db.EnterAsync(typed, now, ct);
            if (entry.Refusal is null)
                account.Activate(now);
            db.Record(now, account.Id, nameof(ActivateStaffAccount), nameof(Account), account.Id, entry.Refusal?.ToString() ?? "activated");
            return entry;
        }, ct);
    }
}
