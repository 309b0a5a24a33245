using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Provision;

/// <summary>提供された求職情報を開く: by the provider's own number for it; records each opening and keeps to the viewer's quota (PR-02, PV-08, SS-06).</summary>
public sealed class OpenProvidedProfile(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, ProfileQuota quota)
{
    /// <param name="Again">False for a page that goes on from the profile: the viewer's opening of the last 24 hours counts for it.</param>
    public sealed record Command(ProviderActor Viewer, AliasNumber Number, bool Again = true);

    /// <param name="Profile">Null when refused or not found.</param>
    /// <param name="Refusal">Null with no profile: there is none of this number that the provider may see (any more).</param>
    /// <param name="FreesUpAt">With <see cref="OpenRefusal.QuotaUsedUp"/>: when the next opening fits, in UTC.</param>
    public sealed record Result(ProviderStanding Standing, ProvidedProfile? Profile, OpenRefusal? Refusal = null, DateTime? FreesUpAt = null)
    {
        /// <summary>When the seeker last changed it, in UTC.</summary>
        public DateTime? ChangedAt { get; init; }

        /// <summary>Whose profile it is, for the signals of an open page; never shown.</summary>
        public SeekerId? Seeker { get; init; }
    }

    /// <summary>The limits that apply, for the message.</summary>
    public ProfileQuota Quota => quota;

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(db => OpenAsync(db, command, ct), ct);

    private async Task<Result> OpenAsync(HelloWorkDbContext db, Command command, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (account, provider) = command.Viewer;
        var standing = await db.DemandAsync(command.Viewer, now, ct);
        if (standing is not ProviderStanding.Good)
            return new Result(standing, null);

        // First whose number it is: asked for together, SQLite would look at every profile there is.
        var seeker = await db.SeekerAliases.Where(a => a.ProviderId == provider && a.Number == command.Number).Select(a => (SeekerId?)a.SeekerId).SingleOrDefaultAsync(ct);
        var shown = seeker is not { } named ? null : await db.ShownToProvider(provider, now).AsNoTracking().Where(p => p.SeekerId == named)
            .Select(p => new { p.SeekerId, p.ChangedAt, p.Statement }).SingleOrDefaultAsync(ct);
        if (shown is null)
            return new Result(standing, null);

        var view = new ProfileView(shown.SeekerId, account, provider.Value, ViewerKind.Provider, now);
        if (await db.CountOpeningAsync(view, nameof(OpenProvidedProfile), command.Number, command.Again, quota, ct) is { } freesUpAt)
            return new Result(standing, null, OpenRefusal.QuotaUsedUp, freesUpAt);
        await db.NoteObtainedAsync(provider, shown.SeekerId, command.Number, db.ProfileViews.Local.Contains(view), now, ct);
        return new Result(standing, ProvidedProfile.Of(shown.Statement)) { ChangedAt = shown.ChangedAt, Seeker = shown.SeekerId };
    }
}
