using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>受付の数: what waits at the counselor's office, by kind, for the menu (CO-06). What waits for somebody else's answer isn't counted.</summary>
public sealed class CountDeskWork(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <param name="PlacementOfficeCode">安定所番号</param>
    public sealed record Result(string PlacementOfficeCode, IReadOnlyDictionary<DeskItemKind, int> Counts);

    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public async Task<Result> RunAsync(CounselorActor reader, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var office = await db.DemandDeskAsync(reader, ct);
        var counts = await db.AtDesk(office).Where(i => i.ClosedAt == null && i.State != DeskItemState.Waiting)
            .GroupBy(i => i.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(office, counts);
    }
}
