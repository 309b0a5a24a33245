using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>面接を取りやめる: either side, with a reason, what was agreed on and is still to come; the employer also times nobody has picked yet.</summary>
public sealed class CallOffInterview(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record FromSeeker(SeekerActor Seeker, InterviewId Interview, string Reason);
    public sealed record FromEmployer(EmployerActor Employer, InterviewId Interview, string Reason);

    /// <returns>Null: called off.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<CallOffRefusal?> RunAsync(FromSeeker command, CancellationToken ct) => CheckedAsync(command.Reason, (db, reason) => CallOffAsync(db, async () =>
    {
        await db.DemandAsync(command.Seeker, ct);
        return db.OfSeeker(command.Seeker.Seeker, command.Interview);
    }, fromSeeker: true, command.Seeker.Account, reason, ct), ct);

    /// <returns>Null: called off.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<CallOffRefusal?> RunAsync(FromEmployer command, CancellationToken ct) => CheckedAsync(command.Reason, (db, reason) => CallOffAsync(db, async () =>
    {
        await db.DemandAsync(command.Employer, ct);
        return db.OfOffice(command.Employer.Office, command.Interview);
    }, fromSeeker: false, command.Employer.Account, reason, ct), ct);

    private Task<CallOffRefusal?> CheckedAsync(string typed, Func<HelloWorkDbContext, string, Task<CallOffRefusal?>> callOff, CancellationToken ct)
    {
        var reason = WrittenText.Tidy(typed);
        if (reason.Length == 0)
            return Task.FromResult<CallOffRefusal?>(CallOffRefusal.ReasonMissing);
        if (!WrittenText.Fits(reason, Interview.LongestWords))
            return Task.FromResult<CallOffRefusal?>(CallOffRefusal.ReasonTooLong);
        return contexts.WriteAsync(db => callOff(db, reason), ct);
    }

    private async Task<CallOffRefusal?> CallOffAsync(HelloWorkDbContext db, Func<Task<IQueryable<Interview>>> demand, bool fromSeeker, Guid account, string reason, CancellationToken ct)
    {
        var interview = await (await demand()).Whole().SingleOrDefaultAsync(ct);
        if (interview is null)
            return CallOffRefusal.NotFound;
        var now = clock.UtcNow();
        var state = interview.StateAt(now);
        // Sent twice. Where the other side was faster, the reason typed here isn't taken, and its page says so.
        if (state is InterviewState.CalledOff && interview.Steps.MaxBy(s => s.Number) is { } last && (last.AccountId, last.Words) == (account, reason))
            return null;
        if (state is not InterviewState.Agreed && (fromSeeker || state is not InterviewState.Offered))
            return CallOffRefusal.NothingToCallOff;

        interview.CallOff(fromSeeker, account, reason, now);
        await db.DropFormDraftsAsync(DraftForm.InterviewMove, interview.Id.ToString(), ct);
        if (state is InterviewState.Agreed)
        {
            await db.AwaitResultAsync(interview, now, ct);
            await db.TellCalledOffAsync(interview, now, ct);
        }
        else
            await db.TellSeekerAsync(MailKind.InterviewTimesWithdrawn, interview, now, ct);
        db.Record(now, account, nameof(CallOffInterview), nameof(SelfApplication), interview.SelfApplicationId, $"interview {interview.Id}");
        await db.SignalAsync(interview.SelfApplicationId, now, ct);
        return null;
    }
}

/// <summary>Why an interview isn't called off.</summary>
public enum CallOffRefusal
{
    NotFound = 1,
    ReasonMissing = 2,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    ReasonTooLong = 3,
    /// <summary>It is over, or nothing was agreed on.</summary>
    NothingToCallOff = 4,
}
