using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>One row of the sign-in page's list of demo accounts.</summary>
public sealed record DemoPerson(string UserId, string Who, string? PublicNumber);

/// <summary>The demo accounts that are in this database. Development only.</summary>
public sealed class DemoPeople(IDbContextFactory<HelloWorkDbContext> contexts, IStringLocalizer<AccountsText> text)
{
    public const string Password = "Demo-Pass-2026!";

    /// <summary>Published, but without a MyPage: found by employers and asked through the office (SS-05).</summary>
    public const string WithoutMyPage = "13010-00000007";

    public static readonly IReadOnlyList<string> UserIds =
    [
        "seeker01", "seeker02", "seeker03", "seeker04", "seeker05", "employer01", "employer02", "employer03",
        "provider01", "provider02", "localgov01", "counselor01", "bureau01", "bureau02",
    ];

    // As Identity keeps them for finding: among a million accounts the names as typed have no index.
    private static readonly string[] Normalized = [.. UserIds.Select(id => id.ToUpperInvariant())];

    public async Task<IReadOnlyList<DemoPerson>> ListAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var present = await db.Users.Where(a => Normalized.Contains(a.NormalizedUserName!)).Select(a => a.UserName!).ToListAsync(ct);
        if (present.Count == 0)
            return [];

        var publicNumbers = await db.Seekers
            .Join(db.Users, s => s.AccountId, a => (Guid?)a.Id, (s, a) => new { s.Id, a.UserName, a.NormalizedUserName })
            .Where(s => Normalized.Contains(s.NormalizedUserName!))
            .Join(db.SeekerProfiles, s => s.Id, p => p.SeekerId, (s, p) => new { s.UserName, p.PublicNumber })
            .ToDictionaryAsync(s => s.UserName!, s => s.PublicNumber.Value, ct);
        var withoutMyPage = await db.SeekerRegistrations
            .Where(r => r.Number == Domain.Seekers.RegistrationNumber.Parse(WithoutMyPage))
            .Join(db.SeekerProfiles, r => r.SeekerId, p => p.SeekerId, (_, p) => p.PublicNumber)
            .ToListAsync(ct);

        return
        [
            .. UserIds.Where(present.Contains).Select(id => new DemoPerson(id, text[$"Demo.{id}"], publicNumbers.GetValueOrDefault(id))),
            .. withoutMyPage.Select(number => new DemoPerson("—", text["Demo.WithoutMyPage"], number.Value)),
        ];
    }
}
