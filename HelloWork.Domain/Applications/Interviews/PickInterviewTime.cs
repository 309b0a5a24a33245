using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>
/// 面接の日時を選ぶ: the applicant's, exactly one of those offered that is still to come and that nobody else of the
/// office's applicants has picked meanwhile; both sides get it for their calendars.
/// </summary>
public sealed class PickInterviewTime(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Time">Its number among those offered.</param>
    public sealed record Command(SeekerActor Seeker, InterviewId Interview, int Time);

    /// <returns>Null: it is agreed.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<PickRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(db => PickAsync(db, command, ct), ct);

    private async Task<PickRefusal?> PickAsync(HelloWorkDbContext db, Command command, CancellationToken ct)
    {
        await db.DemandAsync(command.Seeker, ct);
        var now = clock.UtcNow();
        var interview = await db.OfSeeker(command.Seeker.Seeker, command.Interview).Whole().SingleOrDefaultAsync(ct);
        if (interview is null)
            return PickRefusal.NotFound;
        if (interview.Times.SingleOrDefault(t => t.Number == command.Time) is not { } time)
            return PickRefusal.TimeMissing;
        if (interview.StateAt(now) is InterviewState.Agreed)
            return time.PickedAt is not null ? null : PickRefusal.AlreadyAgreed;
        if (interview.StateAt(now) is not InterviewState.Offered)
            return PickRefusal.NotOffered;
        if (time.StartsAt <= now)
            return PickRefusal.TimePassed;
        var office = await db.OfficeOfAsync(interview.SelfApplicationId, ct);
        if ((await db.TakenAsync(office, interview.Id, now, ct)).IsTaken(time.StartsAt, interview.Minutes, interview.Steps.Min(s => s.At)))
            return PickRefusal.TimeTaken;

        interview.Pick(time.Number, command.Seeker.Account, now);
        await db.CloseToOthersAsync(interview, office, now, ct);
        await db.AwaitResultAsync(interview, now, ct);
        await db.TellSeekerAsync(MailKind.InterviewAgreedToSeeker, interview, now, ct);
        await db.TellOfficeAsync(MailKind.InterviewAgreedToEmployer, interview, now, ct);
        db.Record(now, command.Seeker.Account, nameof(PickInterviewTime), nameof(SelfApplication), interview.SelfApplicationId, $"interview {interview.Id}, {time.StartsAt:O}");
        await db.SignalAsync(interview.SelfApplicationId, now, ct);
        return null;
    }
}

/// <summary>Why a time isn't picked, or the times aren't turned down.</summary>
public enum PickRefusal
{
    NotFound = 1,
    /// <summary>None was chosen.</summary>
    TimeMissing = 2,
    TimePassed = 3,
    /// <summary>Another time is agreed on already.</summary>
    AlreadyAgreed = 4,
    /// <summary>Called off, turned down, past, or the application has ended.</summary>
    NotOffered = 5,
    WordsMissing = 6,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    WordsTooLong = 7,
    /// <summary>Somebody else has agreed on this hour; the others can still be picked.</summary>
    TimeTaken = 8,
}
