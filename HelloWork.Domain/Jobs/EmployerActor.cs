using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>Who acts for an office: every employer verb takes one and checks it against the database first.</summary>
public sealed record EmployerActor(Guid Account, OfficeId Office);

public static class EmployerAccess
{
    /// <exception cref="NotAllowedException">The account can't sign in any more or doesn't stand for the office.</exception>
    public static async Task DemandAsync(this HelloWorkDbContext db, EmployerActor actor, CancellationToken ct)
    {
        var stands = await db.OfficeMembers.AnyAsync(m => m.AccountId == actor.Account && m.OfficeId == actor.Office
            && db.Users.Any(a => a.Id == m.AccountId && a.Role == Role.Employer && a.DisabledAt == null && a.ActivatedAt != null), ct);
        if (!stands)
            throw new NotAllowedException("The account doesn't act for this office.");
    }
}
