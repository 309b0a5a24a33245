using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Accounts;

/// <summary>ハローワーク職員: a counselor at work. Every verb of the desk takes one and checks it against the database first.</summary>
public sealed record CounselorActor(Guid Account);

/// <summary>労働局職員: an officer of the bureau at work. Every verb of the bureau takes one and checks it against the database first.</summary>
public sealed record BureauActor(Guid Account);

public static class StaffAccess
{
    /// <exception cref="NotAllowedException">The account can't sign in any more or isn't a counselor's.</exception>
    public static Task DemandAsync(this HelloWorkDbContext db, CounselorActor actor, CancellationToken ct) => db.DemandAsync(actor.Account, Role.Counselor, ct);

    /// <exception cref="NotAllowedException">The account can't sign in any more or isn't a bureau officer's.</exception>
    public static Task DemandAsync(this HelloWorkDbContext db, BureauActor actor, CancellationToken ct) => db.DemandAsync(actor.Account, Role.BureauOfficer, ct);

    private static async Task DemandAsync(this HelloWorkDbContext db, Guid account, Role role, CancellationToken ct)
    {
        if (!await db.Users.AnyAsync(a => a.Id == account && a.Role == role && a.DisabledAt == null && a.ActivatedAt != null, ct))
            throw new NotAllowedException($"The account doesn't act as {role}.");
    }
}
