using HelloWork.Domain.Accounts;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>選んだ受付を確かめる (CO-06): the picked items as they are now, before something is done to all of them.</summary>
public sealed class ListDeskSelection(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public const int MostAtOnce = 200;

    public sealed record Query(CounselorActor Reader, IReadOnlyCollection<DeskItemId> Items);

    public sealed record Result(string PlacementOfficeCode, IReadOnlyList<DeskRow> Rows, IReadOnlyList<DeskColleague> Colleagues);

    /// <returns>Those of the counselor's office alone; another's isn't there.</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var office = await db.DemandDeskAsync(query.Reader, ct);
        List<DeskItemId> picked = [.. query.Items.Distinct().Take(MostAtOnce)];
        var rows = await db.AtDesk(office).AsNoTracking().Where(i => picked.Contains(i.Id)).OrderBy(i => i.DueOn).ThenBy(i => i.Id).AsRows(db).ToListAsync(ct);
        return new(office, rows, await db.ColleaguesAsync(office, ct));
    }
}
