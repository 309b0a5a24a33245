using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>リクエスト状況: the office's sent requests with the state each has now (DR-10).</summary>
public sealed class ListSentRequests(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public const int Size = 30;

    /// <param name="State">Null: every state.</param>
    /// <param name="Job">Null: every job.</param>
    public sealed record Query(EmployerActor Employer, DirectRequestState? State = null, JobNumber? Job = null, int Page = 1);

    /// <param name="ByState">Every state with its count, for the job of the query or all jobs.</param>
    /// <param name="Now">The instant the states hold for, in UTC.</param>
    public sealed record Result(Page<SentRequest> Sent, IReadOnlyDictionary<DirectRequestState, int> ByState, DateTime Now);

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<Result> RunAsync(Query query, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);

        var all = db.SentBy(query.Employer.Office);
        if (query.Job is { } number)
            all = all.Where(r => db.JobOffers.Any(j => j.Id == r.JobOfferId && j.Number == number));
        var states = await all.StatesAsync(db, now, ct);
        var wanted = query.State is { } state ? states.Having(all, state) : all;

        var count = query.State is { } one ? states.Counts[one] : states.Counts.Values.Sum();
        var page = Math.Clamp(query.Page, 1, Math.Max(1, (count + Size - 1) / Size));
        var sent = await db.AsSentAsync(wanted, (page - 1) * Size, Size, now, ct);
        return new Result(new Page<SentRequest>(sent, count, page, Size), states.Counts, now);
    }
}

/// <summary>A sent request as the employer sees it: by public number, never by name.</summary>
/// <param name="SeekerId">For watching the profile, never for showing.</param>
/// <param name="SeekerShown">The profile can still be opened.</param>
/// <param name="ExpiresAt">UTC: when it ends by itself, whatever ends it. For watching, never for showing: it may be the end of a registration.</param>
/// <param name="LastDay">The last Japanese day on which an answer counts, as the employer is told it.</param>
/// <param name="EndedAt">UTC; null while it is open.</param>
public sealed record SentRequest(
    DirectRequestId Id, SeekerId SeekerId, PublicNumber Seeker, bool SeekerShown, JobNumber Job, string JobTitle, string Message,
    DateTime SentAt, DateTime? ReadAt, DateTime ExpiresAt, DateOnly LastDay, DirectRequestState State, DateTime? EndedAt, string? DeclineReason)
{
    /// <summary>What comes after <see cref="LastDay"/> without an answer: the seven days are over, or the job is.</summary>
    public DirectRequestEnd Ends { get; init; } = DirectRequestEnd.Lapsed;
}
