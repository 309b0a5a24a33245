using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>
/// 直接リクエストの終了を記録する: writes down what has ended by itself, by deadline (DR-09), with the job (JO-05) or with the
/// registration or MyPage (DR-11), as of the moment it really ended, and tells both sides. Every reader knows the end without it.
/// </summary>
public sealed class LapseDirectRequests(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Right at any time, any number of times and several at once: each end is recorded, told and audited once.</summary>
    /// <returns>How many ends were recorded.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(db => StepAsync(db, ct), ct);

    private async Task<int> StepAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var ended = await db.EndedUnrecordedAt(now).InContext(db)
            .OrderBy(r => r.Request.ExpiresAt).ThenBy(r => r.Request.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        var seekers = ended.Select(r => r.Request.SeekerId).Distinct().ToList();
        var accounts = await db.Seekers.Where(s => seekers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.AccountId, ct);

        foreach (var (request, around) in ended.Select(r => (r.Request, r.Surroundings)))
        {
            var (end, at) = request.ImpliedEnd(now, around)
                ?? throw new InvalidOperationException($"Request {request.Id} was read as ended, but nothing it hangs on has.");
            request.RecordEnd(end, at);

            var (toSeeker, toEmployer) = MailsOf(end);
            if (accounts[request.SeekerId] is { } account)
                db.Tell(toSeeker, account, request.Id, now, ("request", request.Id.ToString()));
            db.Tell(toEmployer, request.SenderAccountId, request.Id, now, ("request", request.Id.ToString()));
            db.Record(now, null, nameof(LapseDirectRequests), nameof(DirectRequest), request.Id, $"{end} at {at:O}");
        }
        await db.SignalAsync([.. ended.Select(r => r.Request)], now, ct);
        return ended.Count;
    }

    private static (MailKind ToSeeker, MailKind ToEmployer) MailsOf(DirectRequestEnd end) => end switch
    {
        DirectRequestEnd.Lapsed => (MailKind.DirectRequestLapsedToSeeker, MailKind.DirectRequestLapsedToEmployer),
        DirectRequestEnd.JobEnded => (MailKind.DirectRequestJobEndedToSeeker, MailKind.DirectRequestJobEndedToEmployer),
        DirectRequestEnd.RegistrationEnded => (MailKind.DirectRequestRegistrationEndedToSeeker, MailKind.DirectRequestRegistrationEndedToEmployer),
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "An answer is the seeker's to give."),
    };
}
