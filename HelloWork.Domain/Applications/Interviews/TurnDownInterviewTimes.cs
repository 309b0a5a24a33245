using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>合う日時がないと伝える: the applicant's, with words on when it would suit, so that the employer can offer others.</summary>
public sealed class TurnDownInterviewTimes(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(SeekerActor Seeker, InterviewId Interview, string Words);

    /// <returns>Null: the employer has been told.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<PickRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var words = WrittenText.Tidy(command.Words);
        if (words.Length == 0)
            return Task.FromResult<PickRefusal?>(PickRefusal.WordsMissing);
        if (!WrittenText.Fits(words, Interview.LongestWords))
            return Task.FromResult<PickRefusal?>(PickRefusal.WordsTooLong);
        return contexts.WriteAsync(db => TurnDownAsync(db, command, words, ct), ct);
    }

    private async Task<PickRefusal?> TurnDownAsync(HelloWorkDbContext db, Command command, string words, CancellationToken ct)
    {
        await db.DemandAsync(command.Seeker, ct);
        var now = clock.UtcNow();
        var interview = await db.OfSeeker(command.Seeker.Seeker, command.Interview).Whole().SingleOrDefaultAsync(ct);
        if (interview is null)
            return PickRefusal.NotFound;
        if (interview.State is InterviewState.NoneSuits)
            return null;
        if (interview.StateAt(now) is not InterviewState.Offered)
            return interview.StateAt(now) is InterviewState.Agreed ? PickRefusal.AlreadyAgreed : PickRefusal.NotOffered;

        interview.SayNoneSuits(command.Seeker.Account, words, now);
        await db.TellOfficeAsync(MailKind.InterviewNoneSuits, interview, now, ct);
        db.Record(now, command.Seeker.Account, nameof(TurnDownInterviewTimes), nameof(SelfApplication), interview.SelfApplicationId, $"interview {interview.Id}");
        await db.SignalAsync(interview.SelfApplicationId, now, ct);
        return null;
    }
}
