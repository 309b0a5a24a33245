using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Checking;

/// <summary>確認のコメントを保存する: as typed so far. Leaves no audit row: the office sees none of it before the job is sent back.</summary>
public sealed class SaveCheckComments(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, JobNumber Job, JobComments Comments);

    public sealed record Result(DateTime? SavedAt, CheckRefusal? Refusal);

    /// <exception cref="NotAllowedException">The account isn't a counselor's, or works at no office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        var desk = await db.DemandDeskAsync(command.Counselor, ct);
        if (await db.JobAtDeskAsync(desk, command.Job, ct) is not { } at)
            return new Result(null, CheckRefusal.NotFound);
        if (at.Item.ClosedAt is not null)
            return new Result(null, CheckRefusal.NotWaiting);
        var comments = command.Comments.Tidied();
        // Four times what is sent, so that nothing typed is lost while it is shortened.
        if (comments.ByRow.Any(c => c.Value.Length > 16 * JobComments.Longest || !WrittenText.IsClean(c.Value)))
            return new Result(null, CheckRefusal.CommentTooLong);
        var check = await db.JobChecks.SingleOrDefaultAsync(c => c.JobOfferId == at.Job.Id, ct);
        if (check is null)
            db.JobChecks.Add(check = new JobCheck(at.Job.Id));
        check.Save(comments, now);
        if (at.Item.State is DeskItemState.New)
            at.Item.Move(DeskItemState.InProgress);
        return new Result(now, null);
    }, ct);
}
