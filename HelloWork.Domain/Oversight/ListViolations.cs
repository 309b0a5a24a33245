using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>違反の一覧: for the bureau; what waits for it, the oldest first, or all, the latest first (OV-02).</summary>
public sealed class ListViolations(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int PageSize = 30;

    /// <param name="All">Also those dealt with.</param>
    public sealed record Query(BureauActor Officer, bool All = false, int Page = 1);

    public sealed record Result(Page<ViolationRow> Rows, int Open, int Total);

    /// <exception cref="NotAllowedException">The account isn't a bureau officer's.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Officer, ct);
        var (open, total) = (await db.Violations.CountAsync(v => v.HandledAt == null, ct), await db.Violations.CountAsync(ct));
        var count = query.All ? total : open;
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var violations = db.Violations.AsNoTracking().Where(v => query.All || v.HandledAt == null);
        var ordered = query.All ? violations.OrderByDescending(v => v.RecordedAt).ThenBy(v => v.Id) : violations.OrderBy(v => v.RecordedAt).ThenBy(v => v.Id);
        var rows = await ordered.Skip((page - 1) * PageSize).Take(PageSize)
            .Select(v => new ViolationRow(v.Id, v.ProviderId, db.Providers.Where(p => p.Id == v.ProviderId).Select(p => p.Name).Single(), v.Kind, v.Source, v.RecordedAt, v.HandledAt, v.Dismissed,
                db.CorrectionOrders.Where(o => o.Id == v.OrderId).Select(o => o.PlacementOfficeCode).SingleOrDefault(),
                db.CorrectionOrders.Where(o => o.Id == v.OrderId).SelectMany(o => db.ProviderSuspensions.Where(s => s.Id == o.SuspensionId && s.OrderedEndsAt != null && s.ConfirmedAt == null && now < s.EndsAt)).Select(s => (DateTime?)s.EndsAt).SingleOrDefault(),
                db.Complaints.Where(c => c.Id == v.ComplaintId).Select(c => (ConversationId?)c.ConversationId).SingleOrDefault()))
            .ToListAsync(ct);
        return new Result(new(rows, count, page, PageSize), open, total);
    }
}

/// <param name="Office">The office that ordered correction; null: none did.</param>
/// <param name="ConfirmBy">An office's suspension ends by itself at this instant unless the bureau confirms it.</param>
/// <param name="Conversation">The one a seeker reported, to be read as evidence (OV-04); null: it didn't come from a report.</param>
public sealed record ViolationRow(ViolationId Id, ProviderId Provider, string ProviderName, ViolationKind Kind, ViolationSource Source, DateTime RecordedAt, DateTime? HandledAt, bool Dismissed, string? Office, DateTime? ConfirmBy,
    ConversationId? Conversation);
