using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Checking;

/// <summary>確認を待つ求人: those on the counselor's desk, the soonest due first; what waits for the office comes apart (CO-02).</summary>
public sealed class ListJobsToCheck(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int Size = 30;

    /// <param name="SentBack">Those that wait for the office's answer.</param>
    public sealed record Query(CounselorActor Counselor, bool SentBack = false, int Page = 1);

    /// <param name="Number">求人番号, or 事業所番号 of an office whose profile waits.</param>
    /// <param name="IsChange">Something of it is published meanwhile; null: an office's profile.</param>
    public sealed record Row(string Number, string Title, string OfficeName, DateTime OpenedAt, DateOnly DueOn, DeskItemState State, bool? IsChange);

    public sealed record Result(Page<Row> Jobs, int Waiting, int SentBack);

    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var desk = await db.DemandDeskAsync(query.Counselor, ct);
        var items = db.DeskItems.AsNoTracking().Where(i => i.PlacementOfficeCode == desk && i.ClosedAt == null && i.Kind == DeskItemKind.JobCheck);
        var states = await items.GroupBy(i => i.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var (sentBack, waiting) = (states.Where(s => s.Key is DeskItemState.Waiting).Sum(s => s.Count), states.Where(s => s.Key is not DeskItemState.Waiting).Sum(s => s.Count));
        var count = query.SentBack ? sentBack : waiting;
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + Size - 1) / Size));
        var rows = await (query.SentBack ? items.Where(i => i.State == DeskItemState.Waiting) : items.Where(i => i.State != DeskItemState.Waiting))
            .OrderBy(i => i.DueOn).ThenBy(i => i.Id).Skip((page - 1) * Size).Take(Size)
            .Select(i => new { i.Number, i.Subject, i.Counterpart, i.OpenedAt, i.DueOn, i.State }).ToListAsync(ct);
        // An office's profile waits here under the office's number.
        var numbers = rows.Select(r => JobNumber.TryParse(r.Number, out var number) ? number : (JobNumber?)null).OfType<JobNumber>().ToList();
        var changes = await db.JobOffers.Where(j => numbers.Contains(j.Number) && j.ProposedCard != null).Select(j => j.Number).ToListAsync(ct);
        return new(new(
            [.. rows.Select(r => new Row(r.Number, r.Subject, r.Counterpart, r.OpenedAt, r.DueOn, r.State, JobNumber.TryParse(r.Number, out var number) ? changes.Contains(number) : null))],
            count, page, Size), waiting, sentBack);
    }
}
