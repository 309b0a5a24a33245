using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>求職情報詳細を開く: records each opening and keeps to the viewer's quota (SS-01, SS-03, SS-06).</summary>
public sealed class OpenSeekerProfile(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, ProfileQuota quota)
{
    /// <param name="Again">
    /// False for a page that goes on from the profile, as the composer does, or that is brought up to date while it is open: the viewer's opening of the last 24 hours counts for it,
    /// and only without one is this an opening of its own.
    /// </param>
    public sealed record Command(EmployerActor Viewer, PublicNumber Number, bool Again = true);

    /// <param name="Profile">Null when refused or not found.</param>
    /// <param name="Refusal">Null with no profile: there is none of this number that employers may see (any more).</param>
    /// <param name="FreesUpAt">With <see cref="OpenRefusal.QuotaUsedUp"/>: when the next opening fits, in UTC.</param>
    /// <param name="Seeker">For watching an opened profile, never for showing.</param>
    public sealed record Result(SeenProfile? Profile, OpenRefusal? Refusal = null, DateTime? FreesUpAt = null, SeekerId? Seeker = null);

    /// <summary>The limits that apply, for the message.</summary>
    public ProfileQuota Quota => quota;

    /// <exception cref="NotAllowedException">The viewer doesn't act for the office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(db => OpenAsync(db, command, ct), ct);

    private async Task<Result> OpenAsync(HelloWorkDbContext db, Command command, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var viewer = command.Viewer;
        await db.DemandAsync(viewer, ct);
        if (!await db.MaySeeSeekersAsync(viewer, today, ct))
            return new Result(null, OpenRefusal.NoActiveJob);

        var shown = await db.ShownToEmployers(today).AsNoTracking().Where(p => p.PublicNumber == command.Number)
            .AsShown(db, today).SingleOrDefaultAsync(ct);
        if (shown is null)
            return new Result(null);

        var view = new ProfileView(shown.SeekerId, viewer.Account, viewer.Office.Value, ViewerKind.Employer, now);
        return await db.CountOpeningAsync(view, nameof(OpenSeekerProfile), command.Number, command.Again, quota, ct) is { } freesUpAt
            ? new Result(null, OpenRefusal.QuotaUsedUp, freesUpAt)
            : new Result(SeenProfile.Of(shown), Seeker: shown.SeekerId);
    }
}

/// <summary>Why a profile isn't opened.</summary>
public enum OpenRefusal
{
    /// <summary>有効中の求人がない (SS-01)</summary>
    NoActiveJob = 1,
    /// <summary>閲覧件数の上限 (SS-06)</summary>
    QuotaUsedUp = 2,
}
