using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>
/// 是正を要請し、利用を停止する (OV-02): the leaflet's two measures, always together. From this instant the provider reads and answers the
/// order and nothing else, pages it has open included. An office's suspension ends after 3 days unless the bureau confirms it.
/// </summary>
public sealed class OrderCorrection(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int LongestSuspensionDays = 365;

    /// <param name="AnswerBy">回答の期限</param>
    /// <param name="SuspendedThrough">利用停止の最終日</param>
    public sealed record Measures(string Text, DateOnly AnswerBy, DateOnly SuspendedThrough);

    /// <summary>By the office that a report reached; passed on to the bureau.</summary>
    public sealed record FromOffice(CounselorActor Counselor, ComplaintId Complaint, Measures Measures);

    /// <summary>By the bureau, for all violations of the provider that wait, or one it found itself.</summary>
    public sealed record FromBureau(BureauActor Officer, ProviderId Provider, ViolationKind? Kind, Measures Measures);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account works at no desk.</exception>
    public Task<OrderRefusal?> RunAsync(FromOffice command, CancellationToken ct) => Judge(command.Measures) is { } no ? Task.FromResult<OrderRefusal?>(no) : contexts.WriteAsync<OrderRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        if (await db.OwnComplaintAsync(command.Counselor, command.Complaint, ct) is not { } complaint)
            return OrderRefusal.NotFound;
        if (complaint.DecidedAt is not null)
        {
            await db.DropFormDraftsAsync(DraftForm.OfficeOrder, complaint.Id.ToString(), ct);
            return OrderRefusal.Decided;
        }
        if (!await db.Providers.AnyAsync(p => p.Id == complaint.ProviderId && p.RemovedAt == null, ct))
            return OrderRefusal.Removed;

        var suspension = ProviderSuspension.ByOffice(complaint.ProviderId, now, Jst.EndOf(command.Measures.SuspendedThrough));
        var order = new CorrectionOrder(suspension, complaint.Kind, complaint.PlacementOfficeCode, command.Counselor.Account, WrittenText.Tidy(command.Measures.Text), command.Measures.AnswerBy, now);
        db.AddRange(suspension, order, Violation.Of(complaint, order, now));
        await db.DecideAsync(complaint, ComplaintDecision.Ordered, "", command.Counselor, now, ct);
        await TellAsync(db, order, command.Counselor.Account, now, ct);
        await db.SignalAsync([LiveTopic.Organisation(complaint.ProviderId.Value), LiveTopic.Account(complaint.ReporterAccountId), LiveTopic.Bureau], now, ct);
        return null;
    }, ct);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public Task<OrderRefusal?> RunAsync(FromBureau command, CancellationToken ct)
    {
        if (command.Kind is not { } kind || !Enum.IsDefined(kind))
            return Task.FromResult<OrderRefusal?>(OrderRefusal.KindMissing);
        return Judge(command.Measures) is { } no ? Task.FromResult<OrderRefusal?>(no) : contexts.WriteAsync<OrderRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAsync(command.Officer, ct);
            if (await db.Providers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Provider, ct) is not { } provider)
                return OrderRefusal.NotFound;
            if (provider.RemovedAt is not null)
                return OrderRefusal.Removed;

            var suspension = new ProviderSuspension(command.Provider, now, Jst.EndOf(command.Measures.SuspendedThrough));
            var order = new CorrectionOrder(suspension, kind, null, command.Officer.Account, WrittenText.Tidy(command.Measures.Text), command.Measures.AnswerBy, now);
            db.AddRange(suspension, order);
            var waiting = await db.Violations.Where(v => v.ProviderId == command.Provider && v.HandledAt == null && v.OrderId == null).ToListAsync(ct);
            foreach (var violation in waiting)
            {
                violation.Order(order, command.Officer.Account, now);
                await db.DropFormDraftsAsync(DraftForm.ViolationEnd, violation.Id.ToString(), ct);
            }
            await db.DropFormDraftAsync(command.Officer.Account, DraftForm.BureauOrder, command.Provider.ToString(), ct);
            if (waiting.All(v => v.Kind != kind))
                db.Add(Violation.OfBureau(command.Provider, kind, order, command.Officer.Account, now));
            await TellAsync(db, order, command.Officer.Account, now, ct);
            await db.SignalAsync([LiveTopic.Organisation(command.Provider.Value), LiveTopic.Bureau], now, ct);
            return null;
        }, ct);
    }

    private OrderRefusal? Judge(Measures measures)
    {
        var (today, text) = (clock.TodayInJapan(), WrittenText.Tidy(measures.Text));
        return text.Length == 0 ? OrderRefusal.TextMissing
            : !WrittenText.Fits(text, CorrectionOrder.LongestText) ? OrderRefusal.TextTooLong
            : measures.AnswerBy <= today || measures.AnswerBy > today.AddDays(LongestSuspensionDays) ? OrderRefusal.AnswerByOutside
            : measures.SuspendedThrough < today || measures.SuspendedThrough > today.AddDays(LongestSuspensionDays) ? OrderRefusal.SuspensionOutside : null;
    }

    private static async Task TellAsync(HelloWorkDbContext db, CorrectionOrder order, Guid by, DateTime now, CancellationToken ct)
    {
        foreach (var member in await db.MembersAsync([order.ProviderId], ct))
            db.Tell(MailKind.CorrectionOrdered, member.AccountId, order.Id, now);
        db.Record(now, by, nameof(OrderCorrection), nameof(CorrectionOrder), order.Id, $"{order.Kind} answer by {order.AnswerBy:yyyy-MM-dd}");
    }
}

/// <summary>Why nothing is ordered.</summary>
public enum OrderRefusal
{
    NotFound = 1,
    /// <summary>A colleague has decided meanwhile.</summary>
    Decided = 2,
    TextMissing = 3,
    /// <summary>Over 2,000 characters, or with characters that can't be shown.</summary>
    TextTooLong = 4,
    /// <summary>Not after today, or more than a year ahead.</summary>
    AnswerByOutside = 5,
    /// <summary>Before today, or more than a year ahead.</summary>
    SuspensionOutside = 6,
    KindMissing = 7,
    /// <summary>利用解除</summary>
    Removed = 8,
}
