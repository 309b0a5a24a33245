using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>求職情報の削除の期限 (PR-03, PR-04), the section «ProviderDeletion» of the settings.</summary>
public sealed record DeletionRules
{
    /// <summary>From the last opening.</summary>
    public int DaysAfterOpening { get; init; } = 90;
    /// <summary>遅滞なく: after a demand, the end of the service before its time, a choice that shuts the provider out, or removal; and after a suspension, in which nothing can be confirmed.</summary>
    public int DaysWithoutDelay { get; init; } = 7;

    /// <exception cref="InvalidOperationException">A limit below 1.</exception>
    public DeletionRules Checked() => DaysAfterOpening >= 1 && DaysWithoutDelay >= 1
        ? this
        : throw new InvalidOperationException("ProviderDeletion:DaysAfterOpening and ProviderDeletion:DaysWithoutDelay are at least 1.");

    /// <summary>The last Japanese day for a demand of this instant.</summary>
    public DateOnly AnswerBy(DateTime demandedAt) => Jst.DayOf(demandedAt).AddDays(DaysWithoutDelay);

    /// <summary>The last Japanese day on which what is held has to be deleted, and why that one: the earliest of all reasons.</summary>
    internal DeletionDue DueOf(HeldProfile held, DateTime? removedAt, (DateTime StartsAt, DateTime EndsAt)? suspension)
    {
        var due = new DeletionDue(Jst.DayOf(held.LastOpenedAt).AddDays(DaysAfterOpening), DeletionReason.Period);
        Sooner(held.EndReason is null or RegistrationEndReason.LastDayPassed ? held.LastDay : null, DeletionReason.RegistrationEnded, 0);
        Sooner(held.EndReason is not (null or RegistrationEndReason.LastDayPassed) ? Jst.DayOf(held.EndedAt!.Value) : null, DeletionReason.RegistrationEnded, DaysWithoutDelay);
        Sooner(held.StoppedAt is { } stopped ? Jst.DayOf(stopped) : null, DeletionReason.ServiceStopped, DaysWithoutDelay);
        Sooner(held.WithdrawnAt is { } withdrawn ? Jst.DayOf(withdrawn) : null, DeletionReason.ChoiceChanged, DaysWithoutDelay);
        Sooner(removedAt is { } removed ? Jst.DayOf(removed) : null, DeletionReason.Removed, DaysWithoutDelay);
        Sooner(held.DemandedAt is { } demanded ? Jst.DayOf(demanded) : null, DeletionReason.Demanded, DaysWithoutDelay);
        // Who was suspended when the day came couldn't confirm it.
        return suspension is { } s && due.LastDay >= Jst.DayOf(s.StartsAt) && due.LastDay < Jst.DayOf(s.EndsAt).AddDays(DaysWithoutDelay)
            ? due with { LastDay = Jst.DayOf(s.EndsAt).AddDays(DaysWithoutDelay) }
            : due;

        void Sooner(DateOnly? day, DeletionReason reason, int more)
        {
            if (day?.AddDays(more) is { } last && (last < due.LastDay || (last == due.LastDay && reason is DeletionReason.Demanded)))
                due = new(last, reason);
        }
    }
}

/// <param name="LastDay">Through the end of this Japanese day.</param>
public sealed record DeletionDue(DateOnly LastDay, DeletionReason Reason);

/// <summary>削除する理由</summary>
public enum DeletionReason
{
    /// <summary>一定期間の経過</summary>
    Period = 1,
    /// <summary>求職登録の終わり</summary>
    RegistrationEnded = 2,
    /// <summary>求職者による提供の停止</summary>
    ServiceStopped = 3,
    /// <summary>求職者の求め (PR-04)</summary>
    Demanded = 4,
    /// <summary>利用の解除</summary>
    Removed = 5,
    /// <summary>提供先の区分の変更 (PV-02)</summary>
    ChoiceChanged = 6,
}

/// <summary>What is held, with all that a due day hangs on.</summary>
internal sealed record HeldProfile(Guid Id, ProviderId Provider, AliasNumber Number, DateTime FirstOpenedAt, DateTime LastOpenedAt, DateTime? DemandedAt,
    DateTime? StoppedAt, DateTime? WithdrawnAt, DateOnly LastDay, DateTime? EndedAt, RegistrationEndReason? EndReason);

internal static class HeldProfiles
{
    public static Task<List<HeldProfile>> ReadAsync(HelloWorkDbContext db, IQueryable<ObtainedProfile> which, CancellationToken ct) => (
        from o in which.Where(o => o.SettledAt == null)
        join s in db.ProvisionServices on o.SeekerId equals s.SeekerId
        join r in db.SeekerRegistrations on s.RegistrationId equals r.Id
        select new HeldProfile(o.Id, o.ProviderId, o.Number, o.FirstOpenedAt, o.LastOpenedAt, o.DemandedAt, s.StoppedAt, o.WithdrawnAt, r.LastDay, r.EndedAt, r.EndReason)).ToListAsync(ct);

    /// <summary>The due day of each, soonest first.</summary>
    public static async Task<List<(HeldProfile Held, DeletionDue Due)>> WithDueAsync(HelloWorkDbContext db, ProviderId provider, IQueryable<ObtainedProfile> which, DeletionRules rules, DateTime now, CancellationToken ct)
    {
        var removedAt = await db.Providers.Where(p => p.Id == provider).Select(p => p.RemovedAt).SingleAsync(ct);
        var last = await db.ProviderSuspensions.Where(s => s.ProviderId == provider && s.StartsAt <= now).OrderByDescending(s => s.EndsAt).Select(s => new { s.StartsAt, s.EndsAt }).FirstOrDefaultAsync(ct);
        (DateTime, DateTime)? suspension = last is null ? null : (last.StartsAt, last.EndsAt);
        return [.. (await ReadAsync(db, which.Where(o => o.ProviderId == provider), ct)).Select(h => (Held: h, Due: rules.DueOf(h, removedAt, suspension))).OrderBy(h => h.Due.LastDay).ThenBy(h => h.Held.Number.Value, StringComparer.Ordinal)];
    }
}
