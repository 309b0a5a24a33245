using HelloWork.Domain.Accounts;
using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>紹介の結果を記録する (CO-04): by the employer, or by a counselor from the return slip (採否通知) or a call. All three see it.</summary>
public sealed class RecordReferralOutcome(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Reason">Needed for 不採用.</param>
    public sealed record FromEmployer(EmployerActor Employer, ReferralId Referral, ReferralOutcome Outcome, string? Reason);

    /// <param name="Reason">Needed for 不採用.</param>
    public sealed record FromDesk(CounselorActor Counselor, ReferralId Referral, ReferralOutcome Outcome, string? Reason);

    /// <returns>Null: recorded.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<OutcomeRefusal?> RunAsync(FromEmployer command, CancellationToken ct) => CheckedAsync(command.Outcome, command.Reason, (db, reason) => RecordAsync(db, async () =>
    {
        await db.DemandAsync(command.Employer, ct);
        // What the seeker hasn't taken up isn't the employer's to know.
        return db.Referrals.Where(r => r.Id == command.Referral && r.OfficeId == command.Employer.Office && r.TakenUpAt != null);
    }, command.Outcome, reason, ReferralSide.Employer, command.Employer.Account, ct), ct);

    /// <returns>Null: recorded.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<OutcomeRefusal?> RunAsync(FromDesk command, CancellationToken ct) => CheckedAsync(command.Outcome, command.Reason, (db, reason) => RecordAsync(db, async () =>
    {
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        return db.Referrals.Where(r => r.Id == command.Referral && r.PlacementOfficeCode == office);
    }, command.Outcome, reason, ReferralSide.PlacementOffice, command.Counselor.Account, ct), ct);

    private Task<OutcomeRefusal?> CheckedAsync(ReferralOutcome outcome, string? typed, Func<HelloWorkDbContext, string?, Task<OutcomeRefusal?>> record, CancellationToken ct)
    {
        var reason = WrittenText.Tidy(typed);
        if (!Enum.IsDefined(outcome))
            return Task.FromResult<OutcomeRefusal?>(OutcomeRefusal.OutcomeMissing);
        if (outcome is ReferralOutcome.NotHired && reason.Length == 0)
            return Task.FromResult<OutcomeRefusal?>(OutcomeRefusal.ReasonMissing);
        if (!WrittenText.Fits(reason, Referral.LongestReason))
            return Task.FromResult<OutcomeRefusal?>(OutcomeRefusal.ReasonTooLong);
        return contexts.WriteAsync(db => record(db, reason.Length == 0 ? null : reason), ct);
    }

    private async Task<OutcomeRefusal?> RecordAsync(HelloWorkDbContext db, Func<Task<IQueryable<Referral>>> own, ReferralOutcome outcome, string? reason, ReferralSide side, Guid account, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var referral = await (await own()).SingleOrDefaultAsync(ct);
        if (referral is null)
            return OutcomeRefusal.NotFound;
        if (referral.Outcome is null && referral.TakenUpAt is null && outcome is not ReferralOutcome.DidNotApply)
            return OutcomeRefusal.NotTakenUp;
        // Sent, or nothing is left to be sent.
        await db.DropFormDraftsAsync(DraftForm.ReferralOutcome, referral.Id.ToString(), ct);
        await db.DropFormDraftsAsync(DraftForm.ReturnSlip, referral.Id.ToString(), ct);
        if (referral.Outcome is not null)
            return (referral.Outcome, referral.OutcomeReason, referral.OutcomeFrom) == (outcome, reason, side) ? null : OutcomeRefusal.OutcomeRecorded;

        referral.End(outcome, reason, side, now);
        await db.FinishDeskWorkAsync(DeskItemKind.Referral, referral.Id.Value, now, ct);
        await db.TellOfReferralAsync(referral, MailKind.ReferralOutcomeRecorded, now, ct);
        db.Record(now, account, nameof(RecordReferralOutcome), nameof(Referral), referral.Id, $"{outcome} by {side}");
        return null;
    }
}

/// <summary>Why an outcome isn't recorded.</summary>
public enum OutcomeRefusal
{
    NotFound = 1,
    OutcomeMissing = 2,
    /// <summary>不採用 needs its reason.</summary>
    ReasonMissing = 3,
    /// <summary>Over 400 characters, or with characters that can't be shown.</summary>
    ReasonTooLong = 4,
    /// <summary>One stands already.</summary>
    OutcomeRecorded = 5,
    /// <summary>The seeker hasn't taken it up: nobody was hired through it.</summary>
    NotTakenUp = 6,
}
