using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>削除の一覧 (PR-03): what a provider holds, with the day by which to delete it and the reason, soonest first; and what it has deleted. A removed provider too sees it: its duty goes on.</summary>
public sealed class ListDeletions(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, DeletionRules rules)
{
    public const int PageSize = 30;

    /// <param name="Only">Those of these numbers, for the preview before confirming.</param>
    public sealed record Query(ProviderActor Reader, DeletionFilter Filter = DeletionFilter.Held, int Page = 1, IReadOnlyList<AliasNumber>? Only = null);

    /// <summary>Empty for a provider that is suspended now (OV-03).</summary>
    public sealed record Result(ProviderStanding Standing, Page<DeletionRow> Rows, DeletionCounts Counts);

    /// <summary>The rules that apply, for the page's words.</summary>
    public DeletionRules Rules => rules;

    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var (today, provider) = (Jst.DayOf(now), query.Reader.Provider);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var standing = await db.DemandAsync(query.Reader, now, ct);
        if (standing is ProviderStanding.Suspended)
            return new Result(standing, Page<DeletionRow>.Empty(PageSize), new(0, 0, 0, 0));

        var own = db.ObtainedProfiles.AsNoTracking().Where(o => o.ProviderId == provider);
        var held = await HeldProfiles.WithDueAsync(db, provider, own, rules, now, ct);
        var counts = new DeletionCounts(held.Count, held.Count(h => h.Held.DemandedAt is not null), held.Count(h => h.Due.LastDay < today), await own.CountAsync(o => o.SettledAt != null, ct));
        return query.Filter is DeletionFilter.Settled
            ? new Result(standing, await SettledAsync(own, counts.Settled, query.Page, ct), counts)
            : new Result(standing, await HeldAsync(db, provider, held, query, today, ct), counts);
    }

    private static async Task<Page<DeletionRow>> HeldAsync(HelloWorkDbContext db, ProviderId provider, List<(HeldProfile Held, DeletionDue Due)> held, Query query, DateOnly today, CancellationToken ct)
    {
        var met = held.Where(h => query.Only?.Contains(h.Held.Number) ?? query.Filter switch
        {
            DeletionFilter.Demanded => h.Held.DemandedAt is not null,
            DeletionFilter.Overdue => h.Due.LastDay < today,
            _ => true,
        }).ToList();
        var page = PageOf(query.Page, met.Count);
        var shown = query.Only is null ? met.Skip((page - 1) * PageSize).Take(PageSize).ToList() : met;
        var ids = shown.Select(h => h.Held.Id).ToList();
        var wishes = await (from o in db.ObtainedProfiles
                            where ids.Contains(o.Id)
                            join c in db.Conversations on new { o.ProviderId, o.SeekerId } equals new { c.ProviderId, c.SeekerId }
                            select new { o.Id, Conversation = c.Id, c.WishedAt }).ToDictionaryAsync(c => c.Id, ct);
        return new(shown.ConvertAll(h => new DeletionRow(h.Held.Number, h.Held.LastOpenedAt, h.Held.DemandedAt, h.Due, h.Due.LastDay < today,
            wishes.GetValueOrDefault(h.Held.Id)?.Conversation, wishes.GetValueOrDefault(h.Held.Id)?.WishedAt)), met.Count, page, PageSize);
    }

    private static async Task<Page<DeletionRow>> SettledAsync(IQueryable<ObtainedProfile> own, int count, int wanted, CancellationToken ct)
    {
        var page = PageOf(wanted, count);
        var rows = await own.Where(o => o.SettledAt != null).OrderByDescending(o => o.SettledAt).ThenBy(o => o.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(rows.ConvertAll(o => new DeletionRow(o.Number, o.LastOpenedAt, o.DemandedAt, null, false, null, null) { Outcome = o.Outcome, SettledAt = o.SettledAt, RegisteredOn = o.RegisteredOn }), count, page, PageSize);
    }

    private static int PageOf(int wanted, int count) => Math.Clamp(wanted, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
}

/// <summary>求められた削除と期限を過ぎた削除の数: for the provider's menu (PR-03, PR-04).</summary>
public sealed class CountPressingDeletions(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, DeletionRules rules)
{
    /// <returns>0 while the provider is suspended: it can't confirm now.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the provider.</exception>
    public async Task<int> RunAsync(ProviderActor reader, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.DemandAsync(reader, now, ct) is ProviderStanding.Suspended)
            return 0;
        var demanded = await db.ObtainedProfiles.CountAsync(o => o.ProviderId == reader.Provider && o.SettledAt == null && o.DemandedAt != null, ct);
        return demanded + await RecordOverdueDeletions.Late(db, rules, ViolationKind.DeletionOverdue, now).CountAsync(o => o.ProviderId == reader.Provider, ct);
    }
}

/// <param name="Due">Null: settled.</param>
/// <param name="WishedAt">求職申込み希望 (MS-07): without one no registration with the provider can be marked.</param>
public sealed record DeletionRow(AliasNumber Number, DateTime LastOpenedAt, DateTime? DemandedAt, DeletionDue? Due, bool IsOverdue, ConversationId? Conversation, DateTime? WishedAt)
{
    public ObtainedOutcome? Outcome { get; init; }
    public DateTime? SettledAt { get; init; }
    public DateOnly? RegisteredOn { get; init; }
}

/// <summary>How many stand under each tab.</summary>
public sealed record DeletionCounts(int Held, int Demanded, int Overdue, int Settled)
{
    public int this[DeletionFilter filter] => filter switch
    {
        DeletionFilter.Demanded => Demanded,
        DeletionFilter.Overdue => Overdue,
        DeletionFilter.Settled => Settled,
        _ => Held,
    };
}

/// <summary>一覧のしぼり込み</summary>
public enum DeletionFilter
{
    /// <summary>取得中</summary>
    Held = 1,
    /// <summary>削除を求められたもの</summary>
    Demanded = 2,
    /// <summary>期限を過ぎたもの</summary>
    Overdue = 3,
    /// <summary>済んだもの</summary>
    Settled = 4,
}
