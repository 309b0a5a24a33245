using System.Globalization;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>How verbs put work on an office's desk and take it off, in their own transaction.</summary>
public static class DeskQueue
{
    /// <summary>Puts work on the desk; where the record already waits there, that item is brought up to date.</summary>
    public static async Task<DeskItem> QueueAsync(this HelloWorkDbContext db, DeskWork work, DateTime now, CancellationToken ct)
    {
        var item = await db.OpenItemAsync(work.Kind, work.Record, ct);
        if (item is not null)
            await db.TellDeskAsync(item, now, ct);
        if (item is null)
            db.DeskItems.Add(item = new DeskItem(work, now));
        else
            item.Take(work);
        await db.TellDeskAsync(item, now, ct);
        return item;
    }

    /// <summary>Takes the record's work off the desk. Nothing where none waits.</summary>
    public static async Task FinishDeskWorkAsync(this HelloWorkDbContext db, DeskItemKind kind, Guid record, DateTime now, CancellationToken ct)
    {
        if (await db.OpenItemAsync(kind, record, ct) is not { } item)
            return;
        item.Close(now);
        await db.TellDeskAsync(item, now, ct);
    }

    /// <summary>Says how far the record's work is. Nothing where none waits.</summary>
    public static async Task MoveDeskWorkAsync(this HelloWorkDbContext db, DeskItemKind kind, Guid record, DeskItemState state, DateTime now, CancellationToken ct)
    {
        if (await db.OpenItemAsync(kind, record, ct) is not { } item)
            return;
        item.Move(state);
        await db.TellDeskAsync(item, now, ct);
    }

    /// <summary>
    /// The next number of a kind of record in the Japanese month, for instance <c>Q-2603-0418</c>. Numbers have gaps only where a
    /// transaction failed.
    /// </summary>
    /// <param name="letter">Q inquiry, S consultation, R referral, C complaint.</param>
    public static async Task<string> NextDeskNumberAsync(this HelloWorkDbContext db, char letter, DateTime now, CancellationToken ct)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{letter}-{Jst.DayOf(now):yyMM}");
        var series = db.DeskNumberSeries.Local.FirstOrDefault(s => s.Name == name) ?? await db.DeskNumberSeries.SingleOrDefaultAsync(s => s.Name == name, ct);
        if (series is null)
        {
            series = new DeskNumberSeries(name);
            db.DeskNumberSeries.Add(series);
        }
        return string.Create(CultureInfo.InvariantCulture, $"{name}-{series.Next():0000}");
    }

    /// <summary>The office a counselor works at; every verb of the desk reads and changes only what belongs to it.</summary>
    /// <exception cref="NotAllowedException">The account can't sign in any more, isn't a counselor's or works at no office.</exception>
    public static async Task<string> DemandDeskAsync(this HelloWorkDbContext db, CounselorActor counselor, CancellationToken ct)
    {
        await db.DemandAsync(counselor, ct);
        return await db.StaffPosts.Where(p => p.AccountId == counselor.Account).Select(p => p.PlacementOfficeCode).SingleOrDefaultAsync(ct)
            ?? throw new NotAllowedException("The counselor works at no placement office.");
    }

    /// <summary>The day a number of open days from today: closed days (土日祝・年末年始) don't count.</summary>
    public static DateOnly DueAfterOpenDays(DateOnly today, int days)
    {
        var due = JapaneseHolidays.OpenDayFrom(today);
        for (var left = days; left > 0; left--)
            due = JapaneseHolidays.OpenDayFrom(due.AddDays(1));
        return due;
    }

    /// <summary>Colleagues see it on their open queues. A filling of the database, outside of verbs, tells nobody.</summary>
    private static Task TellDeskAsync(this HelloWorkDbContext db, DeskItem item, DateTime now, CancellationToken ct) =>
        db.Database.CurrentTransaction is null ? Task.CompletedTask : db.SignalAsync([LiveTopic.Desk(item.PlacementOfficeCode)], now, ct);

    private static async Task<DeskItem?> OpenItemAsync(this HelloWorkDbContext db, DeskItemKind kind, Guid record, CancellationToken ct) =>
        db.DeskItems.Local.FirstOrDefault(i => i.Kind == kind && i.RecordId == record && i.ClosedAt is null)
        ?? await db.DeskItems.SingleOrDefaultAsync(i => i.Kind == kind && i.RecordId == record && i.ClosedAt == null, ct);
}
