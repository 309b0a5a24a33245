using HelloWork.Domain.Data;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// Who may see and write to whom, as one queryable rule: search, profile, request and delivery all ask here,
/// and it is always asked of the database, never of an index or a page.
/// </summary>
public static class ContactPolicy
{
    /// <summary>Registrations open on a Japanese day, whether or not the scheduler has recorded an end.</summary>
    public static IQueryable<SeekerRegistration> OpenOn(this IQueryable<SeekerRegistration> registrations, DateOnly today) =>
        registrations.Where(r => r.EndedAt == null && r.LastDay >= today);

    /// <summary>Profiles employers may find and open (SS-02): an open registration whose seeker chose to be shown.</summary>
    public static IQueryable<SeekerProfile> ShownToEmployers(this HelloWorkDbContext db, DateOnly today) =>
        db.SeekerProfiles.Where(p => db.SeekerRegistrations.OpenOn(today).Any(r => r.SeekerId == p.SeekerId && r.ShownToEmployers));

    /// <summary>Seekers a direct request can reach (DR-01): shown to employers, and with a MyPage to receive it.</summary>
    public static IQueryable<SeekerProfile> ReachableByEmployers(this HelloWorkDbContext db, DateOnly today) =>
        db.ShownToEmployers(today).Where(p => db.Seekers.Any(s => s.Id == p.SeekerId && s.AccountId != null && s.MyPageClosedAt == null));
}
