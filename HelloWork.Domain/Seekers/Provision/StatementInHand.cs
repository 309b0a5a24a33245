using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>The text a seeker works on: the draft, or what is published where that is newer or the only one.</summary>
/// <param name="Fingerprint">Tells whether what is published is what was reviewed (PV-03): it changes with every saving.</param>
/// <param name="DraftSavedAt">UTC; null: nothing typed since the last publishing.</param>
public sealed record StatementInHand(SeekerStatement Statement, string Fingerprint, DateTime? DraftSavedAt);

internal static class StatementsInHand
{
    public static async Task<StatementInHand> StatementInHandAsync(this HelloWorkDbContext db, SeekerId seeker, CancellationToken ct)
    {
        var draft = await db.StatementDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.SeekerId == seeker, ct);
        var profile = await db.SeekerProfiles.AsNoTracking().Where(p => p.SeekerId == seeker).Select(p => new { p.Statement, p.ChangedAt, p.Version }).SingleOrDefaultAsync(ct);
        // Hello Work may have corrected the profile after the draft: then the draft is the older text.
        return draft is not null && (profile is null || draft.SavedAt >= profile.ChangedAt)
            ? new(draft.Statement, $"d{draft.Version}", draft.SavedAt)
            : new(profile?.Statement ?? new SeekerStatement(), $"p{profile?.Version ?? 0}", null);
    }

    /// <summary>Makes it the statement that is in force.</summary>
    public static async Task StateAsync(this HelloWorkDbContext db, SeekerId seeker, SeekerStatement statement, DateTime now, CancellationToken ct)
    {
        var profile = await db.SeekerProfiles.Include(p => p.Places).Include(p => p.Occupations).Include(p => p.Licences).AsSplitQuery().SingleOrDefaultAsync(p => p.SeekerId == seeker, ct);
        if (profile is not null)
            profile.State(statement, now);
        else
            db.Add(new SeekerProfile(await db.Seekers.SingleAsync(s => s.Id == seeker, ct), PublicNumber.Draw(), statement, now));
    }
}

/// <summary>求職情報の下書きを読む: what the steps, the preview and the review show.</summary>
public sealed class ReadStatement(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(ProvisionActor Seeker);

    /// <param name="ShownToEmployers">The published text is the one employers see as well.</param>
    public sealed record Result(ProvisionState State, StatementInHand InHand, bool ShownToEmployers);

    /// <exception cref="NotAllowedException">The account doesn't use the provision site.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.UtcNow();
        var state = await db.DemandAsync(query.Seeker, now, ct);
        var shown = await db.ShownToEmployers(Jst.DayOf(now)).AnyAsync(p => p.SeekerId == query.Seeker.Seeker, ct);
        return new(state, await db.StatementInHandAsync(query.Seeker.Seeker, ct), shown);
    }
}
