using System.Linq.Expressions;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>受付の混みぐあい</summary>
/// <param name="PlacementOfficeCode">安定所番号; null: all.</param>
/// <param name="Open">Every kind with its open items by age: this many as there are <see cref="DeskLoad.Ages"/>.</param>
/// <param name="Days">The last 30 Japanese days, today last.</param>
public sealed record DeskLoad(string? PlacementOfficeCode, IReadOnlyList<(DeskItemKind Kind, IReadOnlyList<int> ByAge)> Open, IReadOnlyList<(DateOnly Day, int Arrived, int Finished)> Days)
{
    public const int ShownDays = 30;

    /// <summary>From how many days on an item is of the next age: 0 to 2 days, 3 to 6, a week and more.</summary>
    public static IReadOnlyList<int> Ages { get; } = [0, 3, 7];

    public int Waiting => Open.Sum(o => o.ByAge.Sum());
}

internal static class DeskLoadReading
{
    /// <summary>Counted in the database; the days and ages are edges in its question, since neither database knows Japan's days.</summary>
    public static async Task<DeskLoad> LoadAsync(this IQueryable<DeskItem> items, string? office, DateOnly today, CancellationToken ct)
    {
        var age = Predicates.HowMany(DeskLoad.Ages.Skip(1).Select(days => Jst.EndOf(today.AddDays(-days))).Select(edge => (Expression<Func<DeskItem, bool>>)(i => i.OpenedAt < edge)));
        var open = new Dictionary<(DeskItemKind, int), int>();
        foreach (var kind in Enum.GetValues<DeskItemKind>())
            foreach (var group in await items.Where(i => i.ClosedAt == null && i.Kind == kind).GroupBy(age).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
                open[(kind, group.Key)] = group.Count;

        var first = today.AddDays(1 - DeskLoad.ShownDays);
        var since = Jst.StartOf(first);
        var edges = Enumerable.Range(1, DeskLoad.ShownDays - 1).Select(d => Jst.StartOf(first.AddDays(d))).ToList();
        var arrived = await items.Where(i => i.OpenedAt >= since).GroupBy(Predicates.HowMany(edges.Select(edge => (Expression<Func<DeskItem, bool>>)(i => i.OpenedAt >= edge))))
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var finished = await items.Where(i => i.ClosedAt >= since).GroupBy(Predicates.HowMany(edges.Select(edge => (Expression<Func<DeskItem, bool>>)(i => i.ClosedAt >= edge))))
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(office,
            [.. Enum.GetValues<DeskItemKind>().Select(kind => (kind, (IReadOnlyList<int>)[.. DeskLoad.Ages.Select((_, at) => open.GetValueOrDefault((kind, at)))]))],
            [.. Enumerable.Range(0, DeskLoad.ShownDays).Select(d => (first.AddDays(d), arrived.GetValueOrDefault(d), finished.GetValueOrDefault(d)))]);
    }
}
