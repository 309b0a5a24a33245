using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>Fills an empty database with the demo people and generated offers and seekers, in one transaction: all of it or nothing.</summary>
public sealed class DemoData(IDbContextFactory<HelloWorkDbContext> contexts, DemoCast cast, TimeProvider clock, ILogger<DemoData> log)
{
    public async Task FillIfEmptyAsync(int jobs, int seekers, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Users.AnyAsync(ct) || await db.Offices.AnyAsync(ct))
            return;

        log.LogInformation("Filling the empty database with demo data: {Jobs} job offers, {Seekers} seekers.", jobs, seekers);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var now = clock.UtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        cast.AddTo(db, now);
        db.Record(now, null, nameof(DemoData), "Database", "demo", $"{jobs} job offers, {seekers} seekers");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
