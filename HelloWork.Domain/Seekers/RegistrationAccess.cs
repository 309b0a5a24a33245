using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>How a counselor's verbs come to a registration of their own office, and whom a change of it concerns.</summary>
internal static class RegistrationAccess
{
    /// <returns>Null: the counselor's office has none like it.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public static async Task<SeekerRegistration?> OwnRegistrationAsync(this HelloWorkDbContext db, CounselorActor counselor, SeekerRegistrationId id, CancellationToken ct)
    {
        var office = await db.DemandDeskAsync(counselor, ct);
        return await db.SeekerRegistrations.SingleOrDefaultAsync(r => r.Id == id && r.PlacementOfficeCode == office, ct);
    }

    /// <summary>The pages that show the profile, and the seeker's own.</summary>
    public static async Task SignalAsync(this HelloWorkDbContext db, SeekerRegistration registration, DateTime now, CancellationToken ct)
    {
        var account = await db.Seekers.Where(s => s.Id == registration.SeekerId).Select(s => s.AccountId).SingleOrDefaultAsync(ct);
        await db.SignalAsync([LiveTopic.Profile(registration.SeekerId.Value), .. account is { } own ? [LiveTopic.Account(own)] : Array.Empty<LiveTopic>()], now, ct);
    }
}

/// <summary>Why a counselor's change of a registration isn't made.</summary>
public enum RegistrationRefusal
{
    /// <summary>The counselor's office has none like it.</summary>
    NotFound = 1,
    /// <summary>It is over.</summary>
    Ended = 2,
    /// <summary>A renewal is taken in the registration's last month.</summary>
    TooEarly = 3,
    /// <summary>Nothing has been written that could be shown to employers.</summary>
    NoProfile = 4,
    /// <summary>The reason isn't chosen.</summary>
    ReasonMissing = 5,
}
