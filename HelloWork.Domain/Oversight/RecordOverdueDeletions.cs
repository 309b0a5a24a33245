using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>
/// 期限を過ぎた削除を記録する (PR-03, PR-04): what a provider should have deleted or answered becomes a violation for the bureau, and the
/// provider is told. Lists know it from the day alone; this records it, once.
/// </summary>
public sealed class RecordOverdueDeletions(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, DeletionRules rules)
{
    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many violations were recorded.</returns>
    public async Task<int> RunAsync(CancellationToken ct) =>
        await contexts.SweepAsync(db => StepAsync(db, ViolationKind.DeletionUnanswered, ct), ct) + await contexts.SweepAsync(db => StepAsync(db, ViolationKind.DeletionOverdue, ct), ct);

    private async Task<int> StepAsync(HelloWorkDbContext db, ViolationKind kind, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var late = await Late(db, rules, kind, now).Where(o => !db.Violations.Any(v => v.ObtainedProfileId == o.Id && v.Kind == kind))
            .OrderBy(o => o.LastOpenedAt).ThenBy(o => o.Id).Take(Sweeping.RowsPerStep).Select(o => new { o.Id, o.ProviderId }).ToListAsync(ct);
        foreach (var one in late)
        {
            var violation = Violation.OfDeletion(one.ProviderId, one.Id, kind, now);
            db.Add(violation);
            db.Record(now, null, nameof(RecordOverdueDeletions), nameof(Violation), violation.Id, kind.ToString());
        }
        // One mail a day tells of all that is late.
        var day = Jst.DayOf(now);
        foreach (var member in await db.MembersAsync([.. late.Select(o => o.ProviderId).Distinct()], ct))
            await db.TellOnceAsync(MailKind.DeletionOverdue, member.AccountId, $"{day:yyMMdd}", now, ct);
        if (late.Count > 0)
            await db.SignalAsync([LiveTopic.Bureau, .. late.Select(o => LiveTopic.Organisation(o.ProviderId.Value))], now, ct);
        return late.Count;
    }

    /// <summary>The same days as <see cref="DeletionRules.DueOf"/>, asked of the database; a test holds the two to one answer.</summary>
    internal static IQueryable<ObtainedProfile> Late(HelloWorkDbContext db, DeletionRules rules, ViolationKind kind, DateTime now)
    {
        var today = Jst.DayOf(now);
        var (opened, sudden) = (Jst.StartOf(today.AddDays(-rules.DaysAfterOpening)), Jst.StartOf(today.AddDays(-rules.DaysWithoutDelay)));
        // Who can't confirm now, or couldn't until a few days ago, isn't late.
        var held = db.ObtainedProfiles.Where(o => o.SettledAt == null && !db.ProviderSuspensions.Any(s => s.ProviderId == o.ProviderId && s.StartsAt <= now && s.EndsAt >= sudden));
        if (kind is ViolationKind.DeletionUnanswered)
            return held.Where(o => o.DemandedAt < sudden);
        return from o in held
               where o.DemandedAt == null
               join s in db.ProvisionServices on o.SeekerId equals s.SeekerId
               join r in db.SeekerRegistrations on s.RegistrationId equals r.Id
               where o.LastOpenedAt < opened || s.StoppedAt < sudden || o.WithdrawnAt < sudden
                     || (r.LastDay < today && (r.EndReason == null || r.EndReason == RegistrationEndReason.LastDayPassed))
                     || (r.EndedAt < sudden && r.EndReason != RegistrationEndReason.LastDayPassed)
                     || db.Providers.Any(p => p.Id == o.ProviderId && p.RemovedAt < sudden)
               select o;
    }
}
