using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>対応待ちの件数: what waits for somebody, for the numbers in the menu. Counts only what the actor may see.</summary>
public sealed class CountWaiting(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <returns>Requests without an answer; and on applications, employers' unread messages and interview times that wait for a pick.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<(int Requests, int Applications)> RunAsync(SeekerActor seeker, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(seeker, ct);
        var now = clock.UtcNow();
        // Without a recorded end and not ended by itself since.
        var requests = await db.DirectRequests.CountAsync(r => r.SeekerId == seeker.Seeker && r.End == null && r.ExpiresAt > now
            && !db.EndedUnrecordedAt(now).Any(e => e.Id == r.Id), ct);
        var messages = await db.ApplicationMessages.CountAsync(m => !m.FromSeeker && m.ReadAt == null
            && db.SelfApplications.Any(a => a.Id == m.SelfApplicationId && a.SeekerId == seeker.Seeker), ct);
        return (requests, messages + await db.ToPick(seeker.Seeker, now).CountAsync(ct));
    }

    /// <returns>Applications that wait for the office, as on its home page.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<int> RunAsync(EmployerActor employer, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        return await db.AwaitingAnswer(employer.Office, clock.UtcNow()).CountAsync(ct);
    }
}
