using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>自分の応募を開く: what was sent, how far it is, and the messages; the employer's count as read from now on.</summary>
public sealed class OpenOwnApplication(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(SeekerActor Seeker, SelfApplicationId Application);

    /// <returns>Null: there is none, or it is somebody else's.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<ApplicationView?> RunAsync(Query query, CancellationToken ct)
    {
        var view = await ReadAsync(query, ct);
        if (view is not null && view.Messages.Any(m => !m.FromSeeker && m.ReadAt is null))
            await contexts.WriteAsync(db => MarkReadAsync(db, query, ct), ct);
        return view;
    }

    private async Task<ApplicationView?> ReadAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        return await db.ViewAsync(db.SelfApplications.Where(a => a.Id == query.Application && a.SeekerId == query.Seeker.Seeker), query.Seeker.Account, clock.UtcNow(), ct);
    }

    private async Task<int> MarkReadAsync(HelloWorkDbContext db, Query query, CancellationToken ct)
    {
        await db.DemandAsync(query.Seeker, ct);
        var now = clock.UtcNow();
        var unread = await db.ApplicationMessages.Where(m => m.SelfApplicationId == query.Application && !m.FromSeeker && m.ReadAt == null).ToListAsync(ct);
        foreach (var message in unread)
            message.MarkRead(now);
        if (unread.Count == 0)
            return 0;
        db.Record(now, query.Seeker.Account, nameof(OpenOwnApplication), nameof(SelfApplication), query.Application, $"read {unread.Count}");
        await db.SignalAsync(query.Application, now, ct);
        return unread.Count;
    }
}
