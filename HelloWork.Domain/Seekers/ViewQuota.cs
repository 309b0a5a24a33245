using HelloWork.Domain.Audit;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers;

/// <summary>閲覧件数の上限 (SS-06), the section «ProfileQuota» of the settings: how many profiles one account may open.</summary>
public sealed record ProfileQuota
{
    /// <summary>Within any 60 minutes.</summary>
    public int PerHour { get; init; } = 60;
    /// <summary>Within any 24 hours.</summary>
    public int PerDay { get; init; } = 300;

    /// <exception cref="InvalidOperationException">A limit below 1.</exception>
    public ProfileQuota Checked() => PerHour >= 1 && PerDay >= 1
        ? this
        : throw new InvalidOperationException("ProfileQuota:PerHour and ProfileQuota:PerDay are at least 1.");
}

/// <summary>閲覧者: one row per account that opens profiles. Openings of one account queue at it, so that the quota is exact.</summary>
public sealed class ProfileViewer
{
    private ProfileViewer() { }

    public ProfileViewer(Guid account)
    {
        AccountId = account;
        Openings = 1;
    }

    public Guid AccountId { get; private set; }
    /// <summary>Attempts within the quota or not, ever.</summary>
    public long Openings { get; private set; }
}

internal static class ViewQuota
{
    /// <summary>
    /// Records an opening within the quota, of either kind of viewer. Where a page only goes on from the profile, the viewer's opening of
    /// the last 24 hours counts for it, and only without one is this an opening of its own.
    /// </summary>
    /// <returns>Null: the profile may be shown. Otherwise the instant (UTC) at which the next opening fits.</returns>
    public static async Task<DateTime?> CountOpeningAsync(this HelloWorkDbContext db, ProfileView view, string verb, object number, bool again, ProfileQuota quota, CancellationToken ct)
    {
        var (viewer, seeker, dayAgo) = (view.ViewerAccountId, view.SeekerId, view.ViewedAt.AddDays(-1));
        if (!again && await db.ProfileViews.AnyAsync(v => v.ViewerAccountId == viewer && v.SeekerId == seeker && v.ViewedAt > dayAgo, ct))
            return null;
        if (await db.FullUntilAsync(viewer, quota, view.ViewedAt, ct) is { } freesUpAt)
        {
            db.Record(view.ViewedAt, viewer, verb, nameof(SeekerProfile), number, nameof(OpenRefusal.QuotaUsedUp));
            return freesUpAt;
        }
        db.ProfileViews.Add(view);
        db.Record(view.ViewedAt, viewer, verb, nameof(SeekerProfile), number);
        return null;
    }

    /// <summary>
    /// Null: one more opening fits. Otherwise the instant (UTC) at which the next one does. Holds under any number of simultaneous
    /// openings: the viewer's row is written before anything is counted, so that the next transaction of the same viewer waits for
    /// this one's end, at any isolation level. (SQLite queues all writers anyway; two first openings collide on the key and run again.)
    /// </summary>
    public static async Task<DateTime?> FullUntilAsync(this HelloWorkDbContext db, Guid viewer, ProfileQuota quota, DateTime now, CancellationToken ct)
    {
        var met = await db.ProfileViewers.Where(v => v.AccountId == viewer)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Openings, v => v.Openings + 1), ct);
        if (met == 0)
        {
            db.ProfileViewers.Add(new ProfileViewer(viewer));
            await db.SaveChangesAsync(ct);
        }
        var hour = await FreesUpAsync(quota.PerHour, TimeSpan.FromHours(1));
        var day = await FreesUpAsync(quota.PerDay, TimeSpan.FromDays(1));
        return hour is null || day > hour ? day : hour;

        // The window is full while the opening that is «limit» openings back still lies in it.
        async Task<DateTime?> FreesUpAsync(int limit, TimeSpan window)
        {
            var from = now - window;
            var back = await db.ProfileViews.Where(v => v.ViewerAccountId == viewer && v.ViewedAt > from)
                .OrderByDescending(v => v.ViewedAt).ThenByDescending(v => v.Id)
                .Select(v => (DateTime?)v.ViewedAt).Skip(limit - 1).FirstOrDefaultAsync(ct);
            return back + window;
        }
    }
}
