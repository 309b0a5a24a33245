using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Desk;

/// <summary>Work that waits at a placement office, put there as verbs put it.</summary>
public static class GivenDesk
{
    private static int _serial;

    public static async Task<DeskPick> ItemAsync(TestDatabase database, TestClock clock, DeskItemKind kind = DeskItemKind.Inquiry, int dueInDays = 3, string office = "13010",
        string? number = null, string subject = "マイページのない求職者への連絡依頼", string counterpart = "株式会社見本製作所")
    {
        var n = Interlocked.Increment(ref _serial);
        DeskItem? item = null;
        await database.WriteAsync(async db =>
        {
            item = await db.QueueAsync(new(office, kind, NewId.Next(), number ?? $"Q-2603-{n:0000}", subject, counterpart, clock.TodayInJapan().AddDays(dueInDays)), clock.UtcNow(), default);
            return true;
        }, default);
        return new DeskPick(item!.Id, item.Version);
    }
}
