using HelloWork.Domain.Data;

namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職情報の要約: what a result, the composer and a list show of a seeker. Made of the public number and the seeker's own statement,
/// never of the person's details (SS-03).
/// </summary>
/// <param name="HasMyPage">A direct request can reach the seeker (DR-01).</param>
/// <param name="PlacementOfficeCode">The office to ask where there is no MyPage (SS-05).</param>
public sealed record SeekerSummary(
    PublicNumber PublicNumber, RegistrationKind Kind, bool HasMyPage, string PlacementOfficeCode, DateTime ChangedAt,
    string? WishedWork, IReadOnlyList<string> OccupationCodes, WorkingStyle Style, bool WantsRegular, IReadOnlyList<WishedPlace> Places,
    int? WishedMonthlyIncome, int? WishedHourlyIncome, IReadOnlyList<PastWork> PastWork, string? DrivingLicence, IReadOnlyList<string> Licences)
{
    internal static SeekerSummary Of(ShownProfile shown) => new(
        shown.PublicNumber, shown.Kind, shown.HasMyPage, shown.PlacementOfficeCode, shown.ChangedAt,
        shown.Statement.WishedWork, shown.Statement.OccupationCodes, shown.Statement.Style, shown.Statement.WantsRegular, shown.Statement.Places,
        shown.Statement.WishedMonthlyIncome, shown.Statement.WishedHourlyIncome, shown.Statement.PastWork, shown.Statement.DrivingLicence, shown.Statement.Licences);
}

/// <summary>A profile employers may see, as it is read: nothing of <see cref="Seeker.Details"/> and no registration number is even selected.</summary>
internal sealed record ShownProfile
{
    public required SeekerId SeekerId { get; init; }
    public required PublicNumber PublicNumber { get; init; }
    public required RegistrationKind Kind { get; init; }
    public required string PlacementOfficeCode { get; init; }
    public required bool HasMyPage { get; init; }
    public required DateTime ChangedAt { get; init; }
    public required SeekerStatement Statement { get; init; }
}

internal static class ShownProfiles
{
    /// <summary>Of those with an open registration. Each part is looked up by the profile: a join would lead SQLite through all open registrations.</summary>
    public static IQueryable<ShownProfile> AsShown(this IQueryable<SeekerProfile> profiles, HelloWorkDbContext db, DateOnly today) =>
        from profile in profiles
        where db.SeekerRegistrations.OpenOn(today).Any(r => r.SeekerId == profile.SeekerId)
        select new ShownProfile
        {
            SeekerId = profile.SeekerId,
            PublicNumber = profile.PublicNumber,
            Kind = db.SeekerRegistrations.OpenOn(today).Where(r => r.SeekerId == profile.SeekerId).Select(r => r.Kind).First(),
            PlacementOfficeCode = db.SeekerRegistrations.OpenOn(today).Where(r => r.SeekerId == profile.SeekerId).Select(r => r.PlacementOfficeCode).First(),
            HasMyPage = db.ReachableByEmployers(today).Any(r => r.SeekerId == profile.SeekerId),
            ChangedAt = profile.ChangedAt,
            Statement = profile.Statement,
        };
}
