using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>届いた直接リクエストを開く: the first opening marks it read (既読), once; one that has ended stays as it ended.</summary>
public sealed class OpenReceivedRequest(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Query(SeekerActor Seeker, DirectRequestId Request);

    /// <returns>Null: there is none, or it is somebody else's.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<ReceivedRequest?> RunAsync(Query query, CancellationToken ct)
    {
        var request = await ReadAsync(query, ct);
        if (request is not { State: DirectRequestState.Unread })
            return request;
        await contexts.WriteAsync(db => MarkReadAsync(db, query, ct), ct);
        return await ReadAsync(query, ct);
    }

    private async Task<bool> MarkReadAsync(HelloWorkDbContext db, Query query, CancellationToken ct)
    {
        await db.DemandAsync(query.Seeker, ct);
        var now = clock.UtcNow();
        var context = await db.ReceivedBy(query.Seeker, query.Request).InContext(db).SingleAsync(ct);
        if (context.StateAt(now) is not DirectRequestState.Unread)
            return false;
        context.Request.MarkRead(now);
        db.Record(now, query.Seeker.Account, nameof(OpenReceivedRequest), nameof(DirectRequest), query.Request);
        await db.SignalAsync([context.Request], now, ct);
        return true;
    }

    private async Task<ReceivedRequest?> ReadAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        return await db.ReceivedAsync(query.Seeker, query.Request, clock.UtcNow(), ct);
    }
}

internal static class ReceivedRequests
{
    public static IQueryable<DirectRequest> ReceivedBy(this HelloWorkDbContext db, SeekerActor seeker, DirectRequestId id) => db.DirectRequests.Where(r => r.Id == id && r.SeekerId == seeker.Seeker);

    public static async Task<ReceivedRequest?> ReceivedAsync(this HelloWorkDbContext db, SeekerActor seeker, DirectRequestId id, DateTime now, CancellationToken ct)
    {
        var found = await (
            from context in db.ReceivedBy(seeker, id).AsNoTracking().InContext(db)
            join job in db.JobOffers on context.Request.JobOfferId equals job.Id
            join office in db.Offices on job.OfficeId equals office.Id
            select new { Context = context, job.Number, job.Title, Office = office.Name, job.EndReason }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;

        var request = found.Context.Request;
        return new ReceivedRequest
        {
            Id = request.Id,
            JobOffer = request.JobOfferId,
            State = found.Context.StateAt(now),
            Message = request.Message,
            SentAt = request.SentAt,
            ReadAt = request.ReadAt,
            LastDay = found.Context.Deadline.LastDay,
            Ends = found.Context.Deadline.Ends,
            EndedAt = request.EndedAt ?? request.ImpliedEnd(now, found.Context.Surroundings)?.At,
            DeclineReason = request.DeclineReason,
            Job = found.Number,
            JobTitle = found.Title,
            OfficeName = found.Office,
            JobEndReason = found.EndReason,
        };
    }
}

/// <summary>A request as its seeker reads it (DR-08).</summary>
public sealed record ReceivedRequest
{
    public required DirectRequestId Id { get; init; }
    public required DirectRequestState State { get; init; }
    public required string Message { get; init; }
    public required DateTime SentAt { get; init; }
    public required DateTime? ReadAt { get; init; }
    /// <summary>The last Japanese day on which an answer counts (DR-06, JO-05, DR-11).</summary>
    public required DateOnly LastDay { get; init; }
    /// <summary>What comes after that day without an answer: <see cref="DirectRequestEnd.Lapsed"/>, or the end of the job or of the registration.</summary>
    public DirectRequestEnd Ends { get; init; } = DirectRequestEnd.Lapsed;
    /// <summary>When it was answered or ended by itself; null while open.</summary>
    public required DateTime? EndedAt { get; init; }
    public required string? DeclineReason { get; init; }
    public required JobOfferId JobOffer { get; init; }
    public required JobNumber Job { get; init; }
    public required string JobTitle { get; init; }
    public required string OfficeName { get; init; }
    /// <summary>Why the job ended, where that is recorded; by its last day where it isn't.</summary>
    public required JobEndReason? JobEndReason { get; init; }

    public bool IsOpen => State is DirectRequestState.Unread or DirectRequestState.Read;
}
