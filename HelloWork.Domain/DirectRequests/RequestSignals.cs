using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>Whose open pages a change of a request concerns: its own, the seeker's and the office's (MS-08).</summary>
internal static class RequestSignals
{
    public static async Task SignalAsync(this HelloWorkDbContext db, IReadOnlyCollection<DirectRequest> changed, DateTime now, CancellationToken ct)
    {
        var (jobs, seekers) = (changed.Select(r => r.JobOfferId).Distinct().ToList(), changed.Select(r => r.SeekerId).Distinct().ToList());
        var offices = await db.JobOffers.Where(j => jobs.Contains(j.Id)).Select(j => j.OfficeId).Distinct().ToListAsync(ct);
        var accounts = await db.Seekers.Where(s => seekers.Contains(s.Id) && s.AccountId != null).Select(s => s.AccountId!.Value).ToListAsync(ct);
        await db.SignalAsync([.. changed.Select(r => LiveTopic.Request(r.Id.Value)), .. accounts.Select(LiveTopic.Account),
            .. offices.Select(o => LiveTopic.Organisation(o.Value))], now, ct);
    }
}
