using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>登録情報: what a seeker sees of themselves: personal data, the registration and its last day, and what they let employers see.</summary>
public sealed class ViewOwnRegistration(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(SeekerActor Seeker);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<OwnRegistration> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var today = clock.TodayInJapan();
        var person = await db.Seekers.AsNoTracking().Where(s => s.Id == query.Seeker.Seeker).Select(s => s.Details).SingleAsync(ct);
        var profile = await db.SeekerProfiles.AsNoTracking().Where(p => p.SeekerId == query.Seeker.Seeker).AsShown(db, today).SingleOrDefaultAsync(ct);
        // The open one, else the last.
        var registration = await db.SeekerRegistrations.AsNoTracking().Where(r => r.SeekerId == query.Seeker.Seeker)
            .OrderBy(r => r.EndedAt != null).ThenByDescending(r => r.LastDay).FirstOrDefaultAsync(ct);
        return new OwnRegistration
        {
            Person = person,
            UsesProvision = await db.ProvisionServices.AnyAsync(p => p.SeekerId == query.Seeker.Seeker, ct),
            Profile = profile is null ? null : SeenProfile.Of(profile),
            Registration = registration is null ? null : new RegistrationView(registration.Number, registration.Kind, registration.PlacementOfficeCode, registration.AcceptedOn,
                registration.LastDay, registration.IsOpenOn(today),
                registration.EndReason ?? (registration.LastDay < today ? RegistrationEndReason.LastDayPassed : null), registration.ShownToEmployers),
        };
    }
}

/// <summary>A seeker's own data, as only they (and Hello Work) see it.</summary>
public sealed record OwnRegistration
{
    public required PersonalDetails Person { get; init; }
    /// <summary>Has the provision site as well, where the statement is edited.</summary>
    public required bool UsesProvision { get; init; }
    /// <summary>The very page employers see, or would see; null without a profile or an open registration.</summary>
    public required SeenProfile? Profile { get; init; }
    public required RegistrationView? Registration { get; init; }

    /// <summary>Whether employers find and open the profile today (SS-02).</summary>
    public bool IsShownToEmployers => Registration is { IsOpen: true, ShownToEmployers: true } && Profile is not null;
}

/// <param name="LastDay">Open through the end of this Japanese day.</param>
/// <param name="EndReason">Null while open.</param>
/// <param name="ShownToEmployers">The seeker's choice; it counts while the registration is open.</param>
public sealed record RegistrationView(RegistrationNumber Number, RegistrationKind Kind, string PlacementOfficeCode, DateOnly AcceptedOn, DateOnly LastDay, bool IsOpen,
    RegistrationEndReason? EndReason, bool ShownToEmployers);
