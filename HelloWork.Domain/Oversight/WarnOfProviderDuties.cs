using System.Globalization;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>
/// 利用団体の期限を予告する: a week and a day before something held has to be deleted (PR-03, PR-04), and the day before an order has to be answered (OV-02), the provider is told
/// in the morning, one mail for each such day. Afterwards each is a violation.
/// </summary>
public sealed class WarnOfProviderDuties(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, DeletionRules rules)
{
    private const int First = 7, Last = 1;

    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many mails were written.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (clock.UtcNow() < Jst.MorningOf(clock.TodayInJapan()))
            return 0;
        var all = await contexts.WriteAsync(db => WarnOfOrdersAsync(db, ct), ct);
        foreach (var provider in await HoldersAsync(ct))
            if (await DueSoonAsync(provider, ct) is { Count: > 0 } days)
                all += await contexts.WriteAsync(db => WarnOfDeletionsAsync(db, provider, days, ct), ct);
        return all;
    }

    /// <summary>Who holds something that falls due within a week and a day: each is then looked at by the rule itself.</summary>
    private async Task<List<ProviderId>> HoldersAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (now, ahead) = (clock.UtcNow(), clock.UtcNow().AddDays(First + 1));
        return await RecordOverdueDeletions.Late(db, rules, ViolationKind.DeletionOverdue, ahead).Select(o => o.ProviderId)
            .Union(RecordOverdueDeletions.Late(db, rules, ViolationKind.DeletionUnanswered, ahead).Select(o => o.ProviderId))
            .Where(id => !db.ProviderSuspensions.Any(s => s.ProviderId == id && s.StartsAt <= now && s.EndsAt > now)).ToListAsync(ct);
    }

    /// <summary>Read before anything is written: it goes through all that the provider holds.</summary>
    private async Task<IReadOnlyList<DateOnly>> DueSoonAsync(ProviderId provider, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        return [.. (await HeldProfiles.WithDueAsync(db, provider, db.ObtainedProfiles, rules, now, ct)).Select(h => h.Due)
            // Who was just asked to delete something knows the day already. The last warning comes late rather than never.
            .Where(due => (due.LastDay >= today && due.LastDay <= today.AddDays(Last)) || (due.LastDay == today.AddDays(First) && due.Reason is DeletionReason.Period or DeletionReason.RegistrationEnded))
            .Select(due => due.LastDay).Distinct().Order()];
    }

    private async Task<int> WarnOfDeletionsAsync(HelloWorkDbContext db, ProviderId provider, IReadOnlyList<DateOnly> days, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var last = Jst.DayOf(now).AddDays(Last);
        var told = 0;
        foreach (var day in days)
            told += await TellAsync(db, MailKind.DeletionDueSoon, provider, $"{day:yyMMdd}:{(day <= last ? Last : First)}", day, now, ct);
        return told;
    }

    private async Task<int> WarnOfOrdersAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var (tomorrow, midnight) = (today.AddDays(Last), Jst.StartOf(today));
        var due = await db.CorrectionOrders.AsNoTracking().Where(o => o.AnsweredAt == null && o.AnswerBy >= today && o.AnswerBy <= tomorrow && o.IssuedAt < midnight
            && db.Providers.Any(p => p.Id == o.ProviderId && p.RemovedAt == null)).OrderBy(o => o.AnswerBy).ThenBy(o => o.Id).ToListAsync(ct);
        var told = 0;
        foreach (var order in due)
            told += await TellAsync(db, MailKind.OrderDueSoon, order.ProviderId, $"{order.Id.Value:N}", order.AnswerBy, now, ct);
        return told;
    }

    private static async Task<int> TellAsync(HelloWorkDbContext db, MailKind kind, ProviderId provider, string about, DateOnly day, DateTime now, CancellationToken ct)
    {
        var told = 0;
        foreach (var member in await db.MembersAsync([provider], ct))
            if (await db.TellOnceAsync(kind, member.AccountId, about, now, ct, ("day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))))
                told++;
        if (told > 0)
            db.Record(now, null, nameof(WarnOfProviderDuties), nameof(Provider), provider, $"{kind} {day:yyyy-MM-dd}");
        return told;
    }
}
