using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>受付一覧 (CO-06): what waits at the counselor's placement office, the nearest due day first.</summary>
public sealed class ListDeskItems(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int PageSize = 30;
    private const int FewHits = 1_000;

    public sealed record Query(CounselorActor Reader)
    {
        public DeskItemKind? Kind { get; init; }
        /// <summary>Free words about number, counterpart and subject; all must be there, in any width and kana.</summary>
        public string? Words { get; init; }
        public DeskAssignee Assignee { get; init; } = DeskAssignee.Anybody;
        /// <summary>With <see cref="DeskAssignee.Colleague"/>.</summary>
        public Guid? Colleague { get; init; }
        public DeskDue Due { get; init; } = DeskDue.Any;
        public DeskFilterState State { get; init; } = DeskFilterState.Open;
        public int Page { get; init; } = 1;
    }

    /// <param name="PlacementOfficeCode">安定所番号</param>
    /// <param name="Counts">Of each kind, under the other conditions.</param>
    /// <param name="Overdue">期限を過ぎたもの, of the whole office.</param>
    /// <param name="DueToday">本日が期限のもの, of the whole office.</param>
    /// <param name="Colleagues">All who can be assigned, the reader among them.</param>
    public sealed record Result(string PlacementOfficeCode, Page<DeskRow> Rows, IReadOnlyDictionary<DeskItemKind, int> Counts, int Overdue, int DueToday,
        IReadOnlyList<DeskColleague> Colleagues, bool UsesShortcuts);

    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var office = await db.DemandDeskAsync(query.Reader, ct);
        var today = clock.TodayInJapan();
        var waiting = db.AtDesk(office).AsNoTracking().Where(i => i.ClosedAt == null);
        var overdue = await waiting.CountAsync(i => i.DueOn < today, ct);
        var dueToday = await waiting.CountAsync(i => i.DueOn == today, ct);

        var found = Filtered(db.AtDesk(office).AsNoTracking(), query, today);
        // Words are looked for in the rows themselves: few hits are read once and kept, many are counted where they are.
        var hits = string.IsNullOrWhiteSpace(query.Words) ? null : await found.Select(i => new { i.Id, i.Kind }).Take(FewHits + 1).ToListAsync(ct);
        if (hits is { Count: <= FewHits })
        {
            List<DeskItemId> ids = [.. hits.Select(h => h.Id)];
            found = db.DeskItems.AsNoTracking().Where(i => ids.Contains(i.Id));
        }
        var counts = hits is { Count: <= FewHits } ? hits.GroupBy(h => h.Kind).ToDictionary(g => g.Key, g => g.Count())
            : await found.GroupBy(i => i.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var total = query.Kind is { } kind ? counts.GetValueOrDefault(kind) : counts.Values.Sum();
        if (query.Kind is { } only)
            found = found.Where(i => i.Kind == only);
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var ordered = query.State is DeskFilterState.Done ? found.OrderByDescending(i => i.ClosedAt).ThenBy(i => i.Id) : found.OrderBy(i => i.DueOn).ThenBy(i => i.Id);
        var rows = await ordered.Skip((page - 1) * PageSize).Take(PageSize).AsRows(db).ToListAsync(ct);
        var shortcutsOff = await db.StaffPosts.AnyAsync(p => p.AccountId == query.Reader.Account && p.ShortcutsOff, ct);
        return new(office, new Page<DeskRow>(rows, total, page, PageSize), counts, overdue, dueToday, await db.ColleaguesAsync(office, ct), !shortcutsOff);
    }

    private static IQueryable<DeskItem> Filtered(IQueryable<DeskItem> items, Query query, DateOnly today)
    {
        items = query.State switch
        {
            DeskFilterState.New => items.Where(i => i.ClosedAt == null && i.State == DeskItemState.New),
            DeskFilterState.InProgress => items.Where(i => i.ClosedAt == null && i.State == DeskItemState.InProgress),
            DeskFilterState.Waiting => items.Where(i => i.ClosedAt == null && i.State == DeskItemState.Waiting),
            DeskFilterState.Done => items.Where(i => i.ClosedAt != null),
            _ => items.Where(i => i.ClosedAt == null),
        };
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        items = query.Due switch
        {
            DeskDue.Overdue => items.Where(i => i.DueOn < today),
            DeskDue.ByToday => items.Where(i => i.DueOn <= today),
            DeskDue.ByThisWeek => items.Where(i => i.DueOn <= sunday),
            _ => items,
        };
        var (reader, colleague) = (query.Reader.Account, query.Colleague);
        items = query.Assignee switch
        {
            DeskAssignee.Me => items.Where(i => i.AssigneeId == reader),
            DeskAssignee.Nobody => items.Where(i => i.AssigneeId == null),
            DeskAssignee.Colleague => items.Where(i => i.AssigneeId == colleague),
            _ => items,
        };
        foreach (var word in SearchText.Words(query.Words))
            items = items.Where(i => i.SearchWords.Contains(word));
        return items;
    }
}

/// <summary>担当によるしぼり込み</summary>
public enum DeskAssignee
{
    /// <summary>全員</summary>
    Anybody = 1,
    /// <summary>自分</summary>
    Me = 2,
    /// <summary>未定</summary>
    Nobody = 3,
    /// <summary>ほかの職員</summary>
    Colleague = 4,
}

/// <summary>期限によるしぼり込み</summary>
public enum DeskDue
{
    /// <summary>すべて</summary>
    Any = 1,
    /// <summary>過ぎたもの</summary>
    Overdue = 2,
    /// <summary>本日まで</summary>
    ByToday = 3,
    /// <summary>今週中: to Sunday</summary>
    ByThisWeek = 4,
}

/// <summary>状態によるしぼり込み</summary>
public enum DeskFilterState
{
    /// <summary>終わったもの以外</summary>
    Open = 1,
    /// <summary>未着手</summary>
    New = 2,
    /// <summary>対応中</summary>
    InProgress = 3,
    /// <summary>返事待ち</summary>
    Waiting = 4,
    /// <summary>終わったもの</summary>
    Done = 5,
}
