using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Oversight;

/// <summary>苦情・違反の一覧 (CO-05): the reports that reached the counselor's office; those that wait, soonest due first, or those decided, latest first.</summary>
public sealed class ListComplaints(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int PageSize = 30;

    public sealed record Query(CounselorActor Counselor, bool Decided = false, int Page = 1);

    public sealed record Result(Page<ComplaintRow> Rows, int Waiting, int Decided);

    /// <exception cref="NotAllowedException">The account works at no desk.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var office = await db.DemandDeskAsync(query.Counselor, ct);
        var own = db.Complaints.AsNoTracking().Where(c => c.PlacementOfficeCode == office);
        var (waiting, decided) = (await own.CountAsync(c => c.DecidedAt == null, ct), await own.CountAsync(c => c.DecidedAt != null, ct));
        var count = query.Decided ? decided : waiting;
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        // Reports fall due in the order in which they come.
        var ordered = query.Decided ? own.Where(c => c.DecidedAt != null).OrderByDescending(c => c.DecidedAt).ThenBy(c => c.Number) : own.Where(c => c.DecidedAt == null).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Number);
        var rows = await ordered.Skip((page - 1) * PageSize).Take(PageSize)
            .Select(c => new ComplaintRow(c.Id, c.Number, c.Kind, db.Providers.Where(p => p.Id == c.ProviderId).Select(p => p.Name).Single(), c.ReceivedAt, null, c.Decision, c.DecidedAt)).ToListAsync(ct);
        var records = rows.ConvertAll(r => r.Id.Value);
        var due = await db.DeskItems.Where(i => i.Kind == DeskItemKind.Complaint && i.ClosedAt == null && records.Contains(i.RecordId)).ToDictionaryAsync(i => i.RecordId, i => i.DueOn, ct);
        return new Result(new(rows.ConvertAll(r => due.TryGetValue(r.Id.Value, out var day) ? r with { DueOn = day } : r), count, page, PageSize), waiting, decided);
    }
}

/// <param name="DueOn">対応の期限; null once decided.</param>
public sealed record ComplaintRow(ComplaintId Id, string Number, ViolationKind Kind, string ProviderName, DateTime ReceivedAt, DateOnly? DueOn, ComplaintDecision? Decision, DateTime? DecidedAt);
