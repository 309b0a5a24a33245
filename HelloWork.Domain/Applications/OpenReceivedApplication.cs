using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>届いた応募を開く: only the office it went to may; who opened the personal data first and when is on record.</summary>
public sealed class OpenReceivedApplication(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(EmployerActor Employer, SelfApplicationId Application);

    /// <returns>Null: there is none, or it went to another office.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<ApplicationView?> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);
        if (!await One(db, query).AnyAsync(ct))
            return null;
        // Recorded before it is shown: nobody reads papers without a trace.
        if (!await Openings(db, query).AnyAsync(ct))
            await contexts.WriteAsync(d => RecordOpeningAsync(d, query, ct), ct);
        var view = await db.ViewAsync(One(db, query), query.Employer.Account, clock.UtcNow(), ct);
        if (view is not null && view.Messages.Any(m => m.FromSeeker && m.ReadAt is null))
            await contexts.WriteAsync(d => MarkReadAsync(d, query, ct), ct);
        return view;
    }

    private static IQueryable<SelfApplication> One(HelloWorkDbContext db, Query query) =>
        db.SentTo(query.Employer.Office).Where(a => a.Id == query.Application);

    private static IQueryable<AuditEntry> Openings(HelloWorkDbContext db, Query query)
    {
        var (record, account) = (query.Application.ToString(), query.Employer.Account);
        return db.AuditEntries.Where(e => e.RecordType == nameof(SelfApplication) && e.RecordId == record && e.Act == nameof(OpenReceivedApplication) && e.AccountId == account);
    }

    private async Task<bool> RecordOpeningAsync(HelloWorkDbContext db, Query query, CancellationToken ct)
    {
        await db.DemandAsync(query.Employer, ct);
        var application = await One(db, query).SingleAsync(ct);
        if (await Openings(db, query).AnyAsync(ct))
            return false;
        var now = clock.UtcNow();
        application.MarkRead(now);
        db.Record(now, query.Employer.Account, nameof(OpenReceivedApplication), nameof(SelfApplication), query.Application);
        await db.SignalAsync(query.Application, now, ct);
        return true;
    }

    private async Task<int> MarkReadAsync(HelloWorkDbContext db, Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var unread = await db.ApplicationMessages.Where(m => m.SelfApplicationId == query.Application && m.FromSeeker && m.ReadAt == null).ToListAsync(ct);
        foreach (var message in unread)
            message.MarkRead(now);
        if (unread.Count > 0)
            await db.SignalAsync(query.Application, now, ct);
        return unread.Count;
    }
}
