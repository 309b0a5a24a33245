using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;

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
        db.ShownToEmployers(today).Where(p => db.Seekers.WithMyPage().Any(s => s.Id == p.SeekerId));

    /// <summary>Seekers whose MyPage is open.</summary>
    public static IQueryable<Seeker> WithMyPage(this IQueryable<Seeker> seekers) =>
        seekers.Where(s => s.MyPageOpenedAt != null && s.MyPageClosedAt == null);

    /// <summary>
    /// Which provider may see and write to which seeker at an instant: the one rule of PV-02, 05, 06, 07, 08, MS-05 and OV-03. The service runs
    /// and its profile is published, the registration is open, choice, conditions and blocks allow the provider, and the provider
    /// stands well. Ask it from either side.
    /// </summary>
    public static IQueryable<ProviderContact> ProviderContacts(this HelloWorkDbContext db, DateTime now)
    {
        var today = Jst.DayOf(now);
        return from service in db.ProvisionServices
               where service.PublishedAt != null && service.StoppedAt == null
               join registration in db.SeekerRegistrations.OpenOn(today) on service.RegistrationId equals registration.Id
               from provider in db.ProvidersInGoodStanding(now)
               where registration.ProvisionChoice == ProvisionChoice.Both
                     || (registration.ProvisionChoice == ProvisionChoice.LocalGovernmentsOnly && provider.Group == ProviderGroup.LocalGovernments)
                     || (registration.ProvisionChoice == ProvisionChoice.PrivateAgenciesOnly && provider.Group == ProviderGroup.PrivateAgencies)
               where !db.ProviderBlocks.Any(b => b.SeekerId == service.SeekerId && b.ProviderId == provider.Id)
               where provider.PrivacyMark != null || !db.ReceiveConditions.Any(c => c.SeekerId == service.SeekerId && c.PrivacyMarkOnly)
               // Of each kind with a condition: the provider handles all of it, or one of the codes. No kind may fail.
               where !db.ReceiveConditionCodes.Any(wanted => wanted.SeekerId == service.SeekerId
                     && db.ProviderHandlings.Any(h => h.ProviderId == provider.Id && h.Kind == wanted.Kind)
                     && !db.ReceiveConditionCodes.Any(one => one.SeekerId == service.SeekerId && one.Kind == wanted.Kind
                         && db.ProviderHandlings.Any(h => h.ProviderId == provider.Id && h.Kind == one.Kind && h.Code == one.Code)))
               select new ProviderContact { SeekerId = service.SeekerId, ProviderId = provider.Id };
    }

    /// <summary>
    /// Which providers would meet conditions that may not be saved yet, were the profile published: <see cref="ProviderContacts"/> from the
    /// seeker's side, and a test holds the two to the same answer.
    /// </summary>
    public static IQueryable<Provider> ProvidersMeeting(this HelloWorkDbContext db, SeekerId seeker, ProvisionChoice choice, Handling wanted, bool privacyMarkOnly, DateTime now)
    {
        var (privateAgencies, localGovernments) = (choice is ProvisionChoice.Both or ProvisionChoice.PrivateAgenciesOnly, choice is ProvisionChoice.Both or ProvisionChoice.LocalGovernmentsOnly);
        var providers = db.ProvidersInGoodStanding(now)
            .Where(p => (privateAgencies && p.Group == ProviderGroup.PrivateAgencies) || (localGovernments && p.Group == ProviderGroup.LocalGovernments))
            .Where(p => !db.ProviderBlocks.Any(b => b.SeekerId == seeker && b.ProviderId == p.Id))
            .Where(p => !privacyMarkOnly || p.PrivacyMark != null);
        foreach (var (kind, codes) in new[] { (HandlingKind.Prefecture, wanted.Prefectures), (HandlingKind.Industry, wanted.Industries), (HandlingKind.Occupation, wanted.Occupations) })
            if (codes.Count > 0)
                providers = providers.Where(p => !db.ProviderHandlings.Any(h => h.ProviderId == p.Id && h.Kind == kind)
                    || db.ProviderHandlings.Any(h => h.ProviderId == p.Id && h.Kind == kind && codes.Contains(h.Code)));
        return providers;
    }

    /// <summary>Profiles a provider may find and open at an instant (PR-02).</summary>
    public static IQueryable<SeekerProfile> ShownToProvider(this HelloWorkDbContext db, ProviderId provider, DateTime now)
    {
        var contacts = db.ProviderContacts(now).Where(c => c.ProviderId == provider);
        return db.SeekerProfiles.Where(p => contacts.Any(c => c.SeekerId == p.SeekerId));
    }
}

/// <summary>One provider that may see and write to one seeker.</summary>
public sealed record ProviderContact
{
    public required SeekerId SeekerId { get; init; }
    public required ProviderId ProviderId { get; init; }
}
