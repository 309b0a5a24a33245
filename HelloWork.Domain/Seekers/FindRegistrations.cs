using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>求職者をさがす: at the window, by the registration number, or by name and birth date (CO-01). Who looked is in the trail.</summary>
public sealed class FindRegistrations(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int Most = 20;

    /// <param name="Number">With it, the rest isn't asked.</param>
    /// <param name="Name">氏名 or カナ, in any width and spacing; needs <paramref name="BornOn"/>.</param>
    public sealed record Command(CounselorActor Counselor, RegistrationNumber? Number, string? Name = null, DateOnly? BornOn = null);

    /// <returns>Of this office alone, the open ones first.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<IReadOnlyList<FoundRegistration>> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var here = from registration in db.SeekerRegistrations.AsNoTracking()
                   join seeker in db.Seekers on registration.SeekerId equals seeker.Id
                   where registration.PlacementOfficeCode == office
                   select new { registration, seeker };
        if (command.Number is { } number)
            here = here.Where(h => h.registration.Number == number);
        else if (command.BornOn is { } born && Key(command.Name) is { Length: > 0 })
            here = here.Where(h => h.seeker.BornOn == born);
        else
            return [];
        var rows = await here.OrderBy(h => h.registration.EndedAt != null).ThenByDescending(h => h.registration.LastDay).ToListAsync(ct);
        // Those born on one day at one office are few; names are compared as people write them.
        var named = command.Number is null ? rows.Where(r => Key(r.seeker.Details.Name) == Key(command.Name) || Key(r.seeker.Details.NameKana) == Key(command.Name)) : rows;
        IReadOnlyList<FoundRegistration> found = [.. named.Take(Most).Select(r => new FoundRegistration(r.registration.Id, r.registration.Number, r.seeker.Details.Name, r.seeker.Details.NameKana,
            r.seeker.Details.BirthDate, r.registration.Kind, r.registration.LastDay, r.registration.IsOpenOn(Jst.DayOf(now))))];
        db.Record(now, command.Counselor.Account, nameof(FindRegistrations), nameof(SeekerRegistration), office, $"by {(command.Number is null ? "name" : "number")}, found {found.Count}");
        return found;
    }, ct);

    internal static string Key(string? name) => SearchText.Normalise(name ?? "").Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>One registration found at the window.</summary>
public sealed record FoundRegistration(SeekerRegistrationId Id, RegistrationNumber Number, string Name, string NameKana, DateOnly BirthDate, RegistrationKind Kind, DateOnly LastDay, bool IsOpen);
