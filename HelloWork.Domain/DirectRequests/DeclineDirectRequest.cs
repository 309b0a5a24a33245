using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>直接リクエストを辞退する, with a reason or without (DR-08). Against an application or the deadline exactly one wins.</summary>
public sealed class DeclineDirectRequest(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Reason">Read by the employer; may be left out.</param>
    public sealed record Command(SeekerActor Seeker, DirectRequestId Request, string? Reason);

    /// <returns>Null: declined.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<DeclineRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var reason = WrittenText.Tidy(command.Reason);
        if (!WrittenText.Fits(reason, DirectRequest.LongestDeclineReason))
            return Task.FromResult<DeclineRefusal?>(DeclineRefusal.ReasonTooLong);
        return contexts.WriteAsync(db => DeclineAsync(db, command, reason, ct), ct);
    }

    private async Task<DeclineRefusal?> DeclineAsync(HelloWorkDbContext db, Command command, string reason, CancellationToken ct)
    {
        await db.DemandAsync(command.Seeker, ct);
        var now = clock.UtcNow();
        var context = await db.DirectRequests.Where(r => r.Id == command.Request && r.SeekerId == command.Seeker.Seeker).InContext(db).SingleOrDefaultAsync(ct);
        if (context is null)
            return DeclineRefusal.NotFound;
        if (!context.IsOpenAt(now))
            return (DeclineRefusal)context.StateAt(now);

        var request = context.Request;
        request.Decline(reason, now);
        db.Tell(MailKind.DirectRequestDeclined, request.SenderAccountId, request.Id, now, ("request", request.Id.ToString()));
        db.Record(now, command.Seeker.Account, nameof(DeclineDirectRequest), nameof(DirectRequest), request.Id);
        await db.SignalAsync([request], now, ct);
        return null;
    }
}

/// <summary>Why a request can't be declined; from 3 on the state it is in, with the numbers of <see cref="DirectRequestState"/>.</summary>
public enum DeclineRefusal
{
    NotFound = 1,
    /// <summary>Over 400 characters, or with characters that can't be shown.</summary>
    ReasonTooLong = 2,
    AlreadyApplied = 3,
    AlreadyDeclined = 4,
    /// <summary>期限切れ（辞退扱い）</summary>
    Lapsed = 5,
    JobEnded = 6,
    RegistrationEnded = 7,
}
