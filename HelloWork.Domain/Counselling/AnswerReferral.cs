using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>
/// オンライン職業紹介に返事をする: the seeker takes the referral up, and only then name and letter reach the employer (AP-01, AP-04); or
/// doesn't, and Hello Work sees why.
/// </summary>
public sealed class AnswerReferral(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Reason">As wished; only where it isn't taken up.</param>
    public sealed record Command(SeekerActor Seeker, ReferralId Referral, bool TakesUp, string? Reason);

    /// <returns>Null: answered.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<ReferralAnswerRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var reason = WrittenText.Tidy(command.Reason);
        return WrittenText.Fits(reason, Referral.LongestReason)
            ? contexts.WriteAsync(db => AnswerAsync(db, command, reason.Length == 0 ? null : reason, ct), ct)
            : Task.FromResult<ReferralAnswerRefusal?>(ReferralAnswerRefusal.ReasonTooLong);
    }

    private async Task<ReferralAnswerRefusal?> AnswerAsync(HelloWorkDbContext db, Command command, string? reason, CancellationToken ct)
    {
        await db.DemandAsync(command.Seeker, ct);
        var now = clock.UtcNow();
        var referral = await db.Referrals.SingleOrDefaultAsync(r => r.Id == command.Referral && r.SeekerId == command.Seeker.Seeker, ct);
        if (referral is null)
            return ReferralAnswerRefusal.NotFound;
        if (referral.Outcome is not null || referral.TakenUpAt is not null)
            return command.TakesUp && referral.State is ReferralState.Referred ? null : ReferralAnswerRefusal.Answered;
        var today = Jst.DayOf(now);
        if (command.TakesUp && !(await db.JobOffers.SingleAsync(j => j.Id == referral.JobOfferId, ct)).IsActiveOn(today))
            return ReferralAnswerRefusal.JobNotActive;
        if (command.TakesUp && !await db.SeekerRegistrations.OpenOn(today).AnyAsync(r => r.SeekerId == referral.SeekerId, ct))
            return ReferralAnswerRefusal.NoOpenRegistration;

        if (command.TakesUp)
        {
            referral.TakeUp(now);
            await db.TakenUpAsync(referral, now, ct);
        }
        else
        {
            referral.End(ReferralOutcome.DidNotApply, reason, ReferralSide.Seeker, now);
            await db.FinishDeskWorkAsync(DeskItemKind.Referral, referral.Id.Value, now, ct);
            await db.DropFormDraftsAsync(DraftForm.ReturnSlip, referral.Id.ToString(), ct);
        }
        await db.TellOfReferralAsync(referral, null, now, ct);
        db.Record(now, command.Seeker.Account, nameof(AnswerReferral), nameof(Referral), referral.Id, command.TakesUp ? "taken up" : "not taken up");
        return null;
    }
}

/// <summary>Why an answer isn't taken.</summary>
public enum ReferralAnswerRefusal
{
    NotFound = 1,
    Answered = 2,
    /// <summary>The job is over.</summary>
    JobNotActive = 3,
    /// <summary>求職登録が有効でない</summary>
    NoOpenRegistration = 4,
    /// <summary>Over 400 characters, or with characters that can't be shown.</summary>
    ReasonTooLong = 5,
}
