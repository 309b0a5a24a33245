using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>是正要請を読む (OV-03): the one thing a suspended provider can do, with <see cref="AnswerOrder"/>.</summary>
public sealed class ReadOrders(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int Most = 50;

    public sealed record Query(ProviderActor Reader);

    /// <returns>Those without an answer first, then the latest.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<IReadOnlyList<ReceivedOrder>> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Reader, now, ct);
        return await (from o in db.CorrectionOrders.AsNoTracking()
                      where o.ProviderId == query.Reader.Provider
                      join s in db.ProviderSuspensions on o.SuspensionId equals s.Id
                      orderby o.AnsweredAt != null, o.IssuedAt descending, o.Id
                      select new ReceivedOrder(o.Id, o.Kind, o.Text, o.PlacementOfficeCode, o.IssuedAt, o.AnswerBy, o.AnsweredAt == null && o.AnswerBy < today, s.StartsAt, s.EndsAt, o.Draft, o.DraftSavedAt, o.Answer, o.AnsweredAt)).Take(Most).ToListAsync(ct);
    }
}

/// <param name="Office">安定所番号; null: the bureau.</param>
public sealed record ReceivedOrder(CorrectionOrderId Id, ViolationKind Kind, string Text, string? Office, DateTime IssuedAt, DateOnly AnswerBy, bool IsLate, DateTime SuspendedFrom, DateTime SuspendedUntil,
    string? Draft, DateTime? DraftSavedAt, string? Answer, DateTime? AnsweredAt);

/// <summary>是正要請に答える (OV-03): once; the answer goes to whoever ordered and to the bureau. What is typed is kept until then.</summary>
public sealed class AnswerOrder(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int LongestAnswer = 2000;

    /// <summary>By itself while typing. No audit row, as nothing has left the writer's hands.</summary>
    public sealed record Draft(ProviderActor Writer, CorrectionOrderId Order, string Text);

    public sealed record Answer(ProviderActor Writer, CorrectionOrderId Order, string Text);

    /// <summary>Whether a text can be kept as a draft: not endless, nothing that can't be shown.</summary>
    public static bool CanKeep(string text) => text.ReplaceLineEndings("\n") is { Length: <= CorrectionOrder.DraftRoom } tidy && WrittenText.IsClean(tidy);

    /// <returns>When it was kept (UTC); null: it can't be, or there is nothing to answer.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<DateTime?> RunAsync(Draft command, CancellationToken ct)
    {
        var text = (command.Text ?? "").ReplaceLineEndings("\n");
        return !CanKeep(text) ? Task.FromResult<DateTime?>(null) : contexts.WriteAsync<DateTime?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAsync(command.Writer, now, ct);
            if (await db.CorrectionOrders.SingleOrDefaultAsync(o => o.Id == command.Order && o.ProviderId == command.Writer.Provider && o.AnsweredAt == null, ct) is not { } order)
                return null;
            order.SaveDraft(text, now);
            return now;
        }, ct);
    }

    /// <returns>Null: sent.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public Task<AnswerRefusal?> RunAsync(Answer command, CancellationToken ct)
    {
        var text = WrittenText.Tidy(command.Text);
        AnswerRefusal? refusal = text.Length == 0 ? AnswerRefusal.Missing : WrittenText.Fits(text, LongestAnswer) ? null : AnswerRefusal.TooLong;
        return refusal is { } no ? Task.FromResult<AnswerRefusal?>(no) : contexts.WriteAsync<AnswerRefusal?>(async db =>
        {
            var now = clock.UtcNow();
            await db.DemandAsync(command.Writer, now, ct);
            if (await db.CorrectionOrders.SingleOrDefaultAsync(o => o.Id == command.Order && o.ProviderId == command.Writer.Provider, ct) is not { } order)
                return AnswerRefusal.NotFound;
            if (order.AnsweredAt is not null)
                return AnswerRefusal.Answered;
            order.TakeAnswer(text, command.Writer.Account, now);
            db.Record(now, command.Writer.Account, nameof(AnswerOrder), nameof(CorrectionOrder), order.Id);
            await db.SignalAsync([LiveTopic.Organisation(command.Writer.Provider.Value), LiveTopic.Bureau, .. order.PlacementOfficeCode is { } office ? [LiveTopic.Desk(office)] : Array.Empty<LiveTopic>()], now, ct);
            return null;
        }, ct);
    }
}

/// <summary>Why an answer isn't sent.</summary>
public enum AnswerRefusal
{
    NotFound = 1,
    Missing = 2,
    /// <summary>Over 2,000 characters, or with characters that can't be shown.</summary>
    TooLong = 3,
    /// <summary>A colleague has answered meanwhile.</summary>
    Answered = 4,
}

/// <summary>回答のない是正要請を記録する: an order whose day for the answer is over becomes a violation, once.</summary>
public sealed class RecordUnansweredOrders(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many violations were recorded.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(async db =>
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var late = await db.CorrectionOrders.Where(o => o.AnsweredAt == null && o.AnswerBy < today && !db.Violations.Any(v => v.UnansweredOrderId == o.Id) && db.Providers.Any(p => p.Id == o.ProviderId && p.RemovedAt == null))
            .OrderBy(o => o.AnswerBy).ThenBy(o => o.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        foreach (var order in late)
        {
            var violation = Violation.OfOrder(order, now);
            db.Add(violation);
            db.Record(now, null, nameof(RecordUnansweredOrders), nameof(Violation), violation.Id, $"after {order.AnswerBy:yyyy-MM-dd}");
        }
        if (late.Count > 0)
            await db.SignalAsync([LiveTopic.Bureau], now, ct);
        return late.Count;
    }, ct);
}
