using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>受付の混みぐあいを見る: what waits at the counselor's office by kind and age, and what came and was finished day by day.</summary>
public sealed class ReadDeskLoad(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public async Task<DeskLoad> RunAsync(CounselorActor reader, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var office = await db.DemandDeskAsync(reader, ct);
        return await db.AtDesk(office).AsNoTracking().LoadAsync(office, clock.TodayInJapan(), ct);
    }
}
