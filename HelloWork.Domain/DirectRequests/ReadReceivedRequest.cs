using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>届いた直接リクエストを、開かずに読む: for a calendar or a file, which a program may fetch by itself. It doesn't become 既読 by it.</summary>
public sealed class ReadReceivedRequest(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(SeekerActor Seeker, DirectRequestId Request);

    /// <returns>Null: there is none, or it is somebody else's.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<ReceivedRequest?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        return await db.ReceivedAsync(query.Seeker, query.Request, clock.UtcNow(), ct);
    }
}
