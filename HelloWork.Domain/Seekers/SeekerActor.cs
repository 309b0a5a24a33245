using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>A seeker acting for themselves: every seeker verb takes one and checks it against the database first.</summary>
public sealed record SeekerActor(Guid Account, SeekerId Seeker);

public static class SeekerAccess
{
    /// <exception cref="NotAllowedException">The account can't sign in any more or isn't this seeker's open MyPage.</exception>
    public static async Task DemandAsync(this HelloWorkDbContext db, SeekerActor actor, CancellationToken ct)
    {
        var stands = await db.Seekers.AnyAsync(s => s.Id == actor.Seeker && s.AccountId == actor.Account && s.MyPageOpenedAt != null && s.MyPageClosedAt == null
            && db.Users.Any(a => a.Id == s.AccountId && a.Role == Role.Seeker && a.DisabledAt == null && a.ActivatedAt != null), ct);
        if (!stands)
            throw new NotAllowedException("The account isn't this seeker's MyPage.");
    }
}
