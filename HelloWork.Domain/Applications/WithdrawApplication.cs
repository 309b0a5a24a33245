using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>応募を取り下げる: the seeker's, before the outcome, with a reason or without (AP-05).</summary>
public sealed class WithdrawApplication(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Reason">Read by the employer; may be left out.</param>
    public sealed record Command(SeekerActor Seeker, SelfApplicationId Application, string? Reason);

    /// <returns>Null: withdrawn.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<WithdrawRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var reason = WrittenText.Tidy(command.Reason);
        if (!WrittenText.Fits(reason, SelfApplication.LongestNote))
            return Task.FromResult<WithdrawRefusal?>(WithdrawRefusal.ReasonTooLong);
        return contexts.WriteAsync(db => WithdrawAsync(db, command, reason, ct), ct);
    }

    private async Task<WithdrawRefusal?> WithdrawAsync(HelloWorkDbContext db, Command command, string reason, CancellationToken ct)
    {
        await db.DemandAsync(command.Seeker, ct);
        var now = clock.UtcNow();
        var application = await db.SelfApplications.Include(a => a.Steps).SingleOrDefaultAsync(a => a.Id == command.Application && a.SeekerId == command.Seeker.Seeker, ct);
        if (application is null)
            return WithdrawRefusal.NotFound;
        if (application.HasOutcome)
            return application.Status is ApplicationStatus.Withdrawn ? WithdrawRefusal.AlreadyWithdrawn : WithdrawRefusal.OutcomeRecorded;

        application.Withdraw(command.Seeker.Account, reason.Length == 0 ? null : reason, now);
        await db.LapseInterviewsAsync(application, command.Seeker.Account, fromSeeker: true, now, ct);
        await db.RemoveDocumentsAsync(application, ct);
        var office = await db.JobOffers.Where(j => j.Id == application.JobOfferId).Select(j => j.OfficeId).SingleAsync(ct);
        foreach (var member in await db.MembersOfAsync(office, ct))
            db.Tell(MailKind.ApplicationWithdrawn, member, application.Id, now, ("application", application.Id.ToString()));
        db.Record(now, command.Seeker.Account, nameof(WithdrawApplication), nameof(SelfApplication), application.Id);
        await db.SignalAsync(application.Id, now, ct);
        return null;
    }
}

/// <summary>Why an application can't be withdrawn.</summary>
public enum WithdrawRefusal
{
    NotFound = 1,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    ReasonTooLong = 2,
    /// <summary>採用 or 不採用 has been recorded.</summary>
    OutcomeRecorded = 3,
    AlreadyWithdrawn = 4,
}
