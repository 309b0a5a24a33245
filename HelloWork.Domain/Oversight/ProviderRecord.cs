using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>団体の記録: all that the office and the bureau weigh, on one page.</summary>
/// <param name="Guided">Seekers it has written to.</param>
/// <param name="Wished">Of these, who wished to apply.</param>
/// <param name="Violations">違反とした数: what counts for repetition.</param>
/// <param name="Events">Latest first.</param>
public sealed record ProviderRecord(ProviderId Id, LicenceNumber Licence, ProviderKind Kind, string Name, ProviderStanding Standing, DateTime? SuspendedUntil, int Guided, int Wished, int Violations, DeletionFigures Deletions, IReadOnlyList<ProviderEvent> Events);

public sealed record DeletionFigures(int Held, int Overdue, int Deleted, int Registered);

/// <summary>One thing that happened.</summary>
/// <param name="Number">受付番号 of a report.</param>
/// <param name="Office">安定所番号; null: the bureau, or nobody in particular.</param>
/// <param name="Text">What was ordered, answered or given as a reason.</param>
/// <param name="Until">UTC; end of a suspension, or the instant after the last day for an answer.</param>
public sealed record ProviderEvent(DateTime At, ProviderEventKind Kind, ViolationKind? Violation = null, string? Number = null, string? Office = null, string? Text = null, DateTime? Until = null);

/// <summary>出来事の種類</summary>
public enum ProviderEventKind
{
    /// <summary>承諾</summary>
    Admitted = 1,
    /// <summary>通報の受付</summary>
    Reported = 2,
    /// <summary>違反とは認められない</summary>
    NotAViolation = 3,
    /// <summary>違反の記録</summary>
    Violated = 4,
    /// <summary>是正要請</summary>
    Ordered = 5,
    /// <summary>是正要請への回答</summary>
    Answered = 6,
    /// <summary>利用停止</summary>
    Suspended = 7,
    /// <summary>労働局による停止の確認</summary>
    Confirmed = 8,
    /// <summary>利用解除の提案</summary>
    RemovalProposed = 9,
    /// <summary>提案の取り下げ</summary>
    RemovalWithdrawn = 10,
    /// <summary>利用解除</summary>
    Removed = 11,
}

internal static class ProviderRecords
{
    private const int Most = 200;

    public static async Task<ProviderRecord?> ReadAsync(HelloWorkDbContext db, ProviderId id, DeletionRules rules, DateTime now, CancellationToken ct)
    {
        if (await db.Providers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } provider)
            return null;
        var suspensions = await db.ProviderSuspensions.AsNoTracking().Where(s => s.ProviderId == id).OrderByDescending(s => s.StartsAt).Take(Most).ToListAsync(ct);
        var orders = await db.CorrectionOrders.AsNoTracking().Where(o => o.ProviderId == id).OrderByDescending(o => o.IssuedAt).Take(Most).ToListAsync(ct);
        var complaints = await db.Complaints.AsNoTracking().Where(c => c.ProviderId == id).OrderByDescending(c => c.ReceivedAt).Take(Most).ToListAsync(ct);
        var violations = await db.Violations.AsNoTracking().Where(v => v.ProviderId == id).OrderByDescending(v => v.RecordedAt).Take(Most).ToListAsync(ct);
        var proposals = await db.RemovalProposals.AsNoTracking().Where(p => p.ProviderId == id).ToListAsync(ct);
        var obtained = db.ObtainedProfiles.AsNoTracking().Where(o => o.ProviderId == id);
        var held = await HeldProfiles.WithDueAsync(db, id, obtained, rules, now, ct);
        var holding = suspensions.Where(s => s.HoldsAt(now)).Select(s => (DateTime?)s.EndsAt).Max();
        var events = new List<ProviderEvent> { new(provider.AdmittedAt, ProviderEventKind.Admitted) };
        events.AddRange(complaints.Select(c => new ProviderEvent(c.ReceivedAt, ProviderEventKind.Reported, c.Kind, c.Number, c.PlacementOfficeCode)));
        events.AddRange(complaints.Where(c => c.Decision is ComplaintDecision.NotAViolation).Select(c => new ProviderEvent(c.DecidedAt!.Value, ProviderEventKind.NotAViolation, c.Kind, c.Number, c.PlacementOfficeCode, c.Answer)));
        events.AddRange(violations.Select(v => new ProviderEvent(v.RecordedAt, ProviderEventKind.Violated, v.Kind, Text: v.Note)));
        events.AddRange(orders.Select(o => new ProviderEvent(o.IssuedAt, ProviderEventKind.Ordered, o.Kind, Office: o.PlacementOfficeCode, Text: o.Text, Until: Jst.EndOf(o.AnswerBy))));
        events.AddRange(orders.Where(o => o.AnsweredAt is not null).Select(o => new ProviderEvent(o.AnsweredAt!.Value, ProviderEventKind.Answered, o.Kind, Text: o.Answer)));
        events.AddRange(suspensions.Select(s => new ProviderEvent(s.StartsAt, ProviderEventKind.Suspended, Until: s.EndsAt)));
        events.AddRange(suspensions.Where(s => s.ConfirmedAt is not null).Select(s => new ProviderEvent(s.ConfirmedAt!.Value, ProviderEventKind.Confirmed, Until: s.EndsAt)));
        events.AddRange(proposals.Select(p => new ProviderEvent(p.ProposedAt, ProviderEventKind.RemovalProposed, Text: p.Reason)));
        events.AddRange(proposals.Where(p => p.WithdrawnAt is not null).Select(p => new ProviderEvent(p.WithdrawnAt!.Value, ProviderEventKind.RemovalWithdrawn)));
        if (provider.RemovedAt is { } removed)
            events.Add(new(removed, ProviderEventKind.Removed));
        return new ProviderRecord(id, provider.Licence, provider.Kind, provider.Name,
            provider.RemovedAt is not null ? ProviderStanding.Removed : holding is null ? ProviderStanding.Good : ProviderStanding.Suspended, holding,
            await db.Conversations.CountAsync(c => c.ProviderId == id, ct), await db.Conversations.CountAsync(c => c.ProviderId == id && c.WishedAt != null, ct),
            await db.Violations.CountAsync(v => v.ProviderId == id && !v.Dismissed, ct),
            new(held.Count, held.Count(h => h.Due.LastDay < Jst.DayOf(now)), await obtained.CountAsync(o => o.Outcome == ObtainedOutcome.Deleted, ct), await obtained.CountAsync(o => o.Outcome == ObtainedOutcome.Registered, ct)),
            [.. events.OrderByDescending(e => e.At).ThenByDescending(e => e.Kind)]);
    }
}

/// <summary>団体の記録を開く: for the bureau, with what waits for its decision (OV-02).</summary>
public sealed class OpenProviderRecord(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, DeletionRules rules)
{
    public sealed record Query(BureauActor Officer, ProviderId Provider);

    /// <param name="Suspensions">That hold now, the one that ends first at the beginning.</param>
    /// <param name="Violations">That wait, the oldest first.</param>
    /// <param name="Proposal">利用解除の提案 that waits for a second officer.</param>
    public sealed record Result(ProviderRecord Record, IReadOnlyList<HeldSuspension> Suspensions, IReadOnlyList<ViolationRow> Violations, OpenProposal? Proposal);

    /// <returns>Null: there is no such provider.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public async Task<Result?> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var id = query.Provider;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Officer, ct);
        if (await ProviderRecords.ReadAsync(db, id, rules, now, ct) is not { } record)
            return null;
        var holding = await db.ProviderSuspensions.AsNoTracking().Where(s => s.ProviderId == id && s.StartsAt <= now && now < s.EndsAt).OrderBy(s => s.EndsAt).ToListAsync(ct);
        var orders = await db.CorrectionOrders.AsNoTracking().Where(o => o.ProviderId == id).ToDictionaryAsync(o => o.SuspensionId, o => o.PlacementOfficeCode, ct);
        var waiting = await db.Violations.AsNoTracking().Where(v => v.ProviderId == id && v.HandledAt == null).OrderBy(v => v.RecordedAt).ThenBy(v => v.Id).Take(ListViolations.PageSize)
            .Select(v => new ViolationRow(v.Id, v.ProviderId, "", v.Kind, v.Source, v.RecordedAt, v.HandledAt, v.Dismissed, db.CorrectionOrders.Where(o => o.Id == v.OrderId).Select(o => o.PlacementOfficeCode).SingleOrDefault(), null,
                db.Complaints.Where(c => c.Id == v.ComplaintId).Select(c => (ConversationId?)c.ConversationId).SingleOrDefault())).ToListAsync(ct);
        var proposal = await db.RemovalProposals.AsNoTracking().Where(p => p.ProviderId == id && p.ApprovedAt == null && p.WithdrawnAt == null)
            .Join(db.Users, p => p.ProposedBy, a => a.Id, (p, a) => new OpenProposal(p.Id, p.Ground, p.Reason, a.DisplayName, p.ProposedAt, a.Id == query.Officer.Account)).SingleOrDefaultAsync(ct);
        return new Result(record, holding.ConvertAll(s => new HeldSuspension(s.Id, s.StartsAt, s.EndsAt, s.OrderedEndsAt, s.AwaitsConfirmationAt(now), orders.GetValueOrDefault(s.Id))), waiting, proposal);
    }
}

/// <param name="OrderedEndsAt">What the office ordered; null: the bureau's own.</param>
/// <param name="Office">安定所番号; null: the bureau.</param>
public sealed record HeldSuspension(Guid Id, DateTime StartsAt, DateTime EndsAt, DateTime? OrderedEndsAt, bool AwaitsConfirmation, string? Office);

/// <param name="IsOwn">Proposed by whoever looks: somebody else has to approve.</param>
public sealed record OpenProposal(RemovalProposalId Id, RemovalGround Ground, string Reason, string ProposedBy, DateTime ProposedAt, bool IsOwn);
