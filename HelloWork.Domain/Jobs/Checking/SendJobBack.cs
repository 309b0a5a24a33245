using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs.Drafting;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Checking;

/// <summary>求人を差し戻す: the office is told, line by line, what to mend; what is published stays (JO-01, CO-02).</summary>
public sealed class SendJobBack(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Version">The job that was looked at.</param>
    public sealed record Command(CounselorActor Counselor, JobNumber Job, int Version, JobComments Comments);

    /// <returns>Null when done.</returns>
    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public Task<CheckRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync<CheckRefusal?>(async db =>
    {
        var now = clock.UtcNow();
        var desk = await db.DemandDeskAsync(command.Counselor, ct);
        if (await db.JobAtDeskAsync(desk, command.Job, ct) is not { } at)
            return CheckRefusal.NotFound;
        var check = await db.JobChecks.SingleOrDefaultAsync(c => c.JobOfferId == at.Job.Id, ct);
        if (at.Bar(command.Version, check) is { } bar)
            return bar;
        var comments = command.Comments.Tidied();
        if (comments.ByRow.Count == 0)
            return CheckRefusal.NoComments;
        if (comments.TooLong().Any())
            return CheckRefusal.CommentTooLong;

        if (check is null)
            db.JobChecks.Add(check = new JobCheck(at.Job.Id));
        check.SendBack(comments, command.Counselor.Account, now);
        at.Item.Move(DeskItemState.Waiting);
        // A job of a file has no draft yet; the office mends it in one.
        if (!await db.JobDrafts.AnyAsync(d => d.JobOfferId == at.Job.Id, ct))
            db.JobDrafts.Add(new JobDraft(new JobDraftId(NewId.Next()), at.Job.OfficeId, JobDraftOrigin.Change, at.Job, at.Job.Number, JobDraftValues.Of(at.Job.ProposedCard ?? at.Job.Card), now));
        await db.TellOfficeAsync(MailKind.JobOfferSentBack, at.Job, now, ct);
        db.Record(now, command.Counselor.Account, nameof(SendJobBack), nameof(JobOffer), at.Job.Id, $"{at.Job.Number} {comments.ByRow.Count} comments");
        await db.SignalAsync([LiveTopic.Organisation(at.Job.OfficeId.Value)], now, ct);
        return null;
    }, ct);
}

internal static class CheckMails
{
    /// <summary>Tells everybody who acts for the office. The check's instant makes it a mail of its own.</summary>
    public static async Task TellOfficeAsync(this HelloWorkDbContext db, MailKind kind, JobOffer job, DateTime now, CancellationToken ct)
    {
        foreach (var member in await db.OfficeMembers.Where(m => m.OfficeId == job.OfficeId).Select(m => m.AccountId).ToListAsync(ct))
            db.Tell(kind, member, $"{job.Id}:{now:yyyyMMddHHmmssfffffff}", now, ("job", job.Number.Value));
    }
}
