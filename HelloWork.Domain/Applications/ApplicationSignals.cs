using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>Whose open pages a change of an application concerns: its own, the seeker's and the office's (MS-08).</summary>
internal static class ApplicationSignals
{
    public static async Task SignalAsync(this HelloWorkDbContext db, SelfApplicationId changed, DateTime now, CancellationToken ct)
    {
        var sides = await (
            from application in db.SelfApplications
            join job in db.JobOffers on application.JobOfferId equals job.Id
            join seeker in db.Seekers on application.SeekerId equals seeker.Id
            where application.Id == changed
            select new { job.OfficeId, seeker.AccountId }).SingleAsync(ct);
        LiveTopic[] topics = [LiveTopic.Application(changed.Value), LiveTopic.Organisation(sides.OfficeId.Value)];
        await db.SignalAsync(sides.AccountId is { } account ? [.. topics, LiveTopic.Account(account)] : topics, now, ct);
    }
}
