using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>Whom to tell on the employer's side: every account that acts for the office.</summary>
internal static class ApplicationAddressees
{
    public static Task<List<Guid>> MembersOfAsync(this HelloWorkDbContext db, OfficeId office, CancellationToken ct) =>
        db.OfficeMembers.Where(m => m.OfficeId == office && db.Users.Any(a => a.Id == m.AccountId && a.DisabledAt == null))
            .OrderBy(m => m.AccountId).Select(m => m.AccountId).ToListAsync(ct);
}
