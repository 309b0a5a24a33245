using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Desk;

/// <summary>The placement office whose queue a counselor works at: what an open page watches.</summary>
public sealed class FindDesk(IDbContextFactory<HelloWorkDbContext> contexts)
{
    /// <returns>安定所番号</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public async Task<string> RunAsync(CounselorActor counselor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.DemandDeskAsync(counselor, ct);
    }
}
