using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>What offices and providers share in opening an account by code; whom a code lets in is decided beside them.</summary>
internal static class RegistrationCodes
{
    /// <summary>A new code; one that was handed over before is worth nothing from now on.</summary>
    public static async Task<string> IssueCodeAsync(this HelloWorkDbContext db, Role role, Guid organisation, DateTime now, CancellationToken ct)
    {
        foreach (var older in await db.RegistrationCodes.Where(c => c.Role == role && c.OrganisationId == organisation && c.EndedAt == null).ToListAsync(ct))
            older.End(now);
        // Saved first: the place of the living one must be free.
        await db.SaveChangesAsync(ct);
        var (code, written) = RegistrationCode.Draw(role, organisation, now);
        db.Add(code);
        return written;
    }

    /// <summary>Opens the account that the code is for, or opens it anew while it waits for its key; the key is mailed.</summary>
    /// <param name="hash">Of the typed code; null: it can't be one.</param>
    /// <returns>Null: no code fits.</returns>
    public static async Task<Account?> OpenByCodeAsync(this HelloWorkDbContext db, Role role, Guid organisation, string? hash, string displayName, string email, string passwordHash, DateTime now, CancellationToken ct)
    {
        var code = await db.RegistrationCodes.SingleOrDefaultAsync(c => c.Role == role && c.OrganisationId == organisation && c.EndedAt == null, ct);
        if (code is null || !code.IsLiveAt(now))
            return null;
        if (hash is null || !code.Fits(hash))
        {
            code.NoteWrongEntry(now);
            return null;
        }
        var account = code.AccountId is { } waiting ? await db.Users.SingleAsync(a => a.Id == waiting, ct) : null;
        if (account is null)
            db.Add(account = new Account(UserIds.Draw(), role, displayName, email, now));
        account.OpenAnew(email, passwordHash);
        code.OpenFor(account.Id);
        await db.AgreeAsync(account.Id, Terms.Portal, PortalTerms.CurrentVersion, now, ct);
        await db.MailNewKeyAsync(account.Id, KeyPurpose.Opening, null, now, ct);
        return account;
    }

    /// <summary>Ends the code that opened an account, which is in use from now on.</summary>
    /// <returns>The organisation it is for; null: the code was replaced or has run out meanwhile.</returns>
    public static async Task<Guid?> UseCodeAsync(this HelloWorkDbContext db, Account account, DateTime now, CancellationToken ct)
    {
        var code = await db.RegistrationCodes.SingleOrDefaultAsync(c => c.AccountId == account.Id && c.EndedAt == null, ct);
        if (code is null || !code.IsLiveAt(now))
            return null;
        code.End(now);
        return code.OrganisationId;
    }
}
