using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>停止を確認する・短くする (OV-02): the bureau lets an office's suspension go on past its 3 days, or ends any suspension earlier than ordered.</summary>
public sealed class DecideSuspension(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>To the end that the office ordered.</summary>
    public sealed record Confirm(BureauActor Officer, Guid Suspension);

    /// <summary>Through another day, sooner than ordered; with it an office's suspension is confirmed.</summary>
    public sealed record Shorten(BureauActor Officer, Guid Suspension, DateOnly Through);

    /// <summary>At once.</summary>
    public sealed record Lift(BureauActor Officer, Guid Suspension);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public Task<SuspensionRefusal?> RunAsync(Confirm command, CancellationToken ct) => DecideAsync(command.Officer, command.Suspension, nameof(Confirm), (suspension, now) =>
    {
        if (!suspension.AwaitsConfirmationAt(now))
            return SuspensionRefusal.NotWaiting;
        suspension.Confirm(null, now);
        return null;
    }, ct);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public Task<SuspensionRefusal?> RunAsync(Shorten command, CancellationToken ct) => DecideAsync(command.Officer, command.Suspension, nameof(Shorten), (suspension, now) =>
    {
        if (command.Through < Jst.DayOf(now) || Jst.EndOf(command.Through) >= (suspension.OrderedEndsAt is { } ordered && suspension.ConfirmedAt is null ? ordered : suspension.EndsAt))
            return SuspensionRefusal.DayOutside;
        if (suspension.AwaitsConfirmationAt(now))
            suspension.Confirm(Jst.EndOf(command.Through), now);
        else
            suspension.EndAt(Jst.EndOf(command.Through));
        return null;
    }, ct);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public Task<SuspensionRefusal?> RunAsync(Lift command, CancellationToken ct) => DecideAsync(command.Officer, command.Suspension, nameof(Lift), (suspension, now) =>
    {
        suspension.EndAt(now > suspension.StartsAt ? now : suspension.StartsAt.AddTicks(1));
        return null;
    }, ct);

    private Task<SuspensionRefusal?> DecideAsync(BureauActor officer, Guid id, string act, Func<ProviderSuspension, DateTime, SuspensionRefusal?> decide, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        await db.DemandAsync(officer, ct);
        if (await db.ProviderSuspensions.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } suspension)
            return SuspensionRefusal.NotFound;
        if (!suspension.HoldsAt(now))
            return SuspensionRefusal.Over;
        if (decide(suspension, now) is { } refusal)
            return refusal;
        foreach (var violation in await db.Violations.Where(v => v.HandledAt == null && db.CorrectionOrders.Any(o => o.Id == v.OrderId && o.SuspensionId == id)).ToListAsync(ct))
        {
            violation.Accept(officer.Account, now);
            await db.DropFormDraftsAsync(DraftForm.ViolationEnd, violation.Id.ToString(), ct);
        }
        db.Record(now, officer.Account, nameof(DecideSuspension), nameof(ProviderSuspension), id, $"{act} until {suspension.EndsAt:O}");
        await db.SignalAsync([LiveTopic.Organisation(suspension.ProviderId.Value), LiveTopic.Bureau], now, ct);
        return (SuspensionRefusal?)null;
    }, ct);
}

/// <summary>Why a suspension stays as it is.</summary>
public enum SuspensionRefusal
{
    NotFound = 1,
    /// <summary>It has ended: a new one needs an order of its own.</summary>
    Over = 2,
    /// <summary>The bureau's own, or confirmed already.</summary>
    NotWaiting = 3,
    /// <summary>Before today, or not sooner than what holds.</summary>
    DayOutside = 4,
}
