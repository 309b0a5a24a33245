using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>面接の日時や場所を変える: the employer's, with a reason; the applicant may call it off if that doesn't suit.</summary>
public sealed class MoveInterview(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Seen">The sequence the employer had before their eyes.</param>
    /// <param name="StartsAt">UTC</param>
    /// <param name="Alongside">The employer knows that it meets another interview of the office.</param>
    public sealed record Command(EmployerActor Employer, InterviewId Interview, int Seen, DateTime StartsAt, int Minutes, string Place, string Reason, bool Alongside = false);

    /// <returns>Null: moved.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<OfferRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var (place, reason) = (WrittenText.Tidy(command.Place), WrittenText.Tidy(command.Reason));
        var refusal = InterviewChecks.Of(command.Minutes, place)
            ?? (reason.Length == 0 ? OfferRefusal.ReasonMissing : WrittenText.Fits(reason, Interview.LongestWords) ? null : OfferRefusal.NoteTooLong);
        return refusal is not null ? Task.FromResult(refusal) : contexts.WriteAsync(db => MoveAsync(db, command, place, reason, ct), ct);
    }

    private async Task<OfferRefusal?> MoveAsync(HelloWorkDbContext db, Command command, string place, string reason, CancellationToken ct)
    {
        await db.DemandAsync(command.Employer, ct);
        var now = clock.UtcNow();
        var interview = await db.OfOffice(command.Employer.Office, command.Interview).Whole().SingleOrDefaultAsync(ct);
        if (interview is null)
            return OfferRefusal.NotFound;
        if (interview.StateAt(now) is not InterviewState.Agreed)
        {
            await db.DropFormDraftsAsync(DraftForm.InterviewMove, interview.Id.ToString(), ct);
            return OfferRefusal.NotAgreed;
        }
        if (WasThis(interview, command, place, reason))
        {
            await db.DropFormDraftAsync(command.Employer.Account, DraftForm.InterviewMove, interview.Id.ToString(), ct);
            return null;
        }
        if (interview.Sequence != command.Seen)
            return OfferRefusal.ChangedMeanwhile;
        if (InterviewChecks.OfTime(command.StartsAt, now) is { } bar)
            return bar;
        if (!command.Alongside && (await db.TakenAsync(command.Employer.Office, interview.Id, now, ct)).Any(t => t.Meets(command.StartsAt, command.Minutes)))
            return OfferRefusal.OverlapsAgreed;

        var (from, to) = (interview.StartsAt!.Value, interview.EndsAt!.Value);
        interview.Reschedule(command.StartsAt, command.Minutes, place, reason, command.Employer.Account, now);
        await db.DropFormDraftAsync(command.Employer.Account, DraftForm.InterviewMove, interview.Id.ToString(), ct);
        await db.OpenToOthersAsync(interview.Id, command.Employer.Office, from, to, now, ct);
        await db.CloseToOthersAsync(interview, command.Employer.Office, now, ct);
        await db.AwaitResultAsync(interview, now, ct);
        await db.TellSeekerAsync(MailKind.InterviewMovedToSeeker, interview, now, ct);
        await db.TellOfficeAsync(MailKind.InterviewMovedToEmployer, interview, now, ct);
        db.Record(now, command.Employer.Account, nameof(MoveInterview), nameof(SelfApplication), interview.SelfApplicationId, $"interview {interview.Id}, {command.StartsAt:O}");
        await db.SignalAsync(interview.SelfApplicationId, now, ct);
        return null;
    }

    /// <summary>The same form sent twice moves it once.</summary>
    private static bool WasThis(Interview interview, Command command, string place, string reason) =>
        interview.Sequence == command.Seen + 1 && (interview.StartsAt, interview.Minutes, interview.Place) == (command.StartsAt, command.Minutes, place)
        && interview.Steps.MaxBy(s => s.Number) is { Kind: InterviewStepKind.Moved } last && (last.Words, last.AccountId) == (reason, command.Employer.Account);
}
