using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.DirectRequests;

/// <summary>直接リクエストを送る (DR-01 to DR-05). However many send at once: ten per job, one per job and seeker.</summary>
public sealed class SendDirectRequest(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="NoticeConfirmed">注意事項を確認しました (DR-05).</param>
    public sealed record Command(EmployerActor Sender, JobNumber Job, PublicNumber Seeker, string Message, bool NoticeConfirmed);

    /// <param name="Sent">Null when refused.</param>
    public sealed record Result(DirectRequestId? Sent, SendRefusal? Refusal, JobBar? Bar)
    {
        public static Result No(SendRefusal refusal) => new(null, refusal, null);
    }

    /// <exception cref="NotAllowedException">The sender doesn't act for the office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var refusal = Check(command.Message) ?? (command.NoticeConfirmed ? null : SendRefusal.NoticeNotConfirmed);
        if (refusal is { } no)
            return Task.FromResult(Result.No(no));

        return contexts.WriteAsync(db => SendAsync(db, command, WrittenText.Tidy(command.Message), ct), ct);
    }

    /// <summary>What is wrong with a message as typed, or null: asked before the confirmation and again on sending.</summary>
    public static SendRefusal? Check(string? typed)
    {
        var message = WrittenText.Tidy(typed);
        if (message.Length == 0)
            return SendRefusal.MessageMissing;
        return WrittenText.Fits(message, DirectRequest.LongestMessage) ? null : SendRefusal.MessageTooLong;
    }

    private async Task<Result> SendAsync(HelloWorkDbContext db, Command command, string message, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        await db.DemandAsync(command.Sender, ct);

        var job = await db.JobOffers.SingleOrDefaultAsync(j => j.Number == command.Job && j.OfficeId == command.Sender.Office, ct);
        if (job is null)
            return Result.No(SendRefusal.JobNotFound);

        var seeker = await db.ShownToEmployers(today).Where(p => p.PublicNumber == command.Seeker)
            .Select(p => new { p.SeekerId, Reachable = db.ReachableByEmployers(today).Any(r => r.SeekerId == p.SeekerId) })
            .SingleOrDefaultAsync(ct);
        if (seeker is null)
            return Result.No(SendRefusal.SeekerNotShown);
        if (!seeker.Reachable)
            return Result.No(SendRefusal.SeekerHasNoMyPage);

        // A place is never freed (DR-02), so the next one is the count; the unique key decides between two who both counted nine.
        var asked = await db.DirectRequests.CountAsync(r => r.JobOfferId == job.Id, ct);
        var already = await db.DirectRequests.AnyAsync(r => r.JobOfferId == job.Id && r.SeekerId == seeker.SeekerId, ct);
        if (JobEligibility.BarOf(job, today, already, asked) is { } bar)
            return new Result(null, SendRefusal.JobBarred, bar);

        var request = new DirectRequest(job, seeker.SeekerId, command.Sender.Account, (byte)(asked + 1), message, now);
        db.DirectRequests.Add(request);
        var draft = await db.DirectRequestDrafts.FindAsync([command.Sender.Account, seeker.SeekerId], ct);
        if (draft is not null)
            db.DirectRequestDrafts.Remove(draft);
        var recipient = await db.Seekers.Where(s => s.Id == seeker.SeekerId).Select(s => s.AccountId!.Value).SingleAsync(ct);
        db.Tell(MailKind.DirectRequestArrived, recipient, request.Id, now, ("job", job.Number.Value), ("request", request.Id.ToString()));
        db.Record(now, command.Sender.Account, nameof(SendDirectRequest), nameof(DirectRequest), request.Id, $"job {job.Number} place {request.Slot}");
        await db.SignalAsync([request], now, ct);
        return new Result(request.Id, null, null);
    }
}

/// <summary>Why a request isn't sent.</summary>
public enum SendRefusal
{
    MessageMissing = 1,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    MessageTooLong = 2,
    NoticeNotConfirmed = 3,
    /// <summary>No such job of this office.</summary>
    JobNotFound = 4,
    /// <summary>The seeker isn't shown to employers (any more).</summary>
    SeekerNotShown = 5,
    SeekerHasNoMyPage = 6,
    /// <summary>One of DR-01's reasons: see <see cref="JobBar"/>.</summary>
    JobBarred = 7,
}
