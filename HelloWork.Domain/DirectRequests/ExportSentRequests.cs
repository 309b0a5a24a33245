using System.Runtime.CompilerServices;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>送信した直接リクエストを書き出す: all the office's, newest first, however many, with the state each had at one instant (DR-10).</summary>
public sealed class ExportSentRequests(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="State">Null: every state.</param>
    /// <param name="Job">Null: every job.</param>
    public sealed record Query(EmployerActor Employer, DirectRequestState? State = null, JobNumber? Job = null);

    /// <summary>So many are read at once, while the ones before are taken.</summary>
    public const int Step = 500;

    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<IAsyncEnumerable<SentRequest>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);
        return ReadAsync(query, clock.UtcNow(), ct);
    }

    /// <summary>What was sent by one instant stays in its place, whatever becomes of it meanwhile; so the state is compared here, not in the question.</summary>
    private async IAsyncEnumerable<SentRequest> ReadAsync(Query query, DateTime now, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var from = 0; ; from += Step)
        {
            // A context for each step: a reader that stays open for minutes would keep SQLite's journal from being emptied.
            await using var db = await contexts.CreateDbContextAsync(ct);
            var all = db.SentBy(query.Employer.Office).Where(r => r.SentAt <= now);
            if (query.Job is { } number)
                all = all.Where(r => db.JobOffers.Any(j => j.Id == r.JobOfferId && j.Number == number));
            var sent = await db.AsSentAsync(all, from, Step, now, ct);
            foreach (var request in sent.Where(r => query.State is null || r.State == query.State))
                yield return request;
            if (sent.Count < Step)
                yield break;
        }
    }
}
