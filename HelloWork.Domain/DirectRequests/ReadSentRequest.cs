using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>送信した直接リクエストを読む: one of the office's, or null.</summary>
public sealed class ReadSentRequest(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<SentRequest?> RunAsync(EmployerActor employer, DirectRequestId id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(employer, ct);
        return (await db.AsSentAsync(db.SentBy(employer.Office).Where(r => r.Id == id), 0, 1, clock.UtcNow(), ct)).SingleOrDefault();
    }
}
