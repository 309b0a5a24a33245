using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>職業紹介をする (CO-04): issues the referral letter, or offers the referral in the seeker's MyPage. Its outcome is awaited at the desk.</summary>
public sealed class IssueReferral(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int DaysToOutcome = 14;

    /// <param name="Note">連絡事項 on the letter, as wished.</param>
    /// <param name="Seen">What the counselor was told beforehand: nothing is issued past what they know.</param>
    public sealed record Command(CounselorActor Counselor, RegistrationNumber Seeker, JobNumber Job, ReferralWay Way, string? Note, IReadOnlyList<ReferralWarning> Seen);

    /// <param name="Issued">Null when refused.</param>
    public sealed record Result(ReferralId? Issued, ReferralRefusal? Refusal);

    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<Result> RunAsync(Command command, CancellationToken ct)
    {
        var note = WrittenText.Tidy(command.Note);
        if (!Enum.IsDefined(command.Way))
            return Task.FromResult(new Result(null, ReferralRefusal.WayMissing));
        if (!WrittenText.Fits(note, Referral.LongestNote))
            return Task.FromResult(new Result(null, ReferralRefusal.NoteTooLong));
        return contexts.WriteAsync(db => IssueAsync(db, command, note.Length == 0 ? null : note, ct), ct);
    }

    private async Task<Result> IssueAsync(HelloWorkDbContext db, Command command, string? note, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var (found, refusal) = await db.ReferableAsync(office, command.Seeker, command.Job, today, ct);
        if (refusal is not null)
            return new(null, refusal);
        if (command.Way is ReferralWay.Online && !await db.Seekers.WithMyPage().AnyAsync(s => s.Id == found!.Registration.SeekerId, ct))
            return new(null, ReferralRefusal.SeekerHasNoMyPage);
        if ((await db.ReferralWarningsAsync(found!, now, ct)).Except(command.Seen).Any())
            return new(null, ReferralRefusal.WarningsUnseen);

        var (registration, job) = found!;
        var referral = new Referral(registration, job, command.Counselor.Account, await db.NextDeskNumberAsync('R', now, ct), command.Way, note, now);
        db.Referrals.Add(referral);
        if (command.Way is ReferralWay.AtWindow)
            await db.TakenUpAsync(referral, now, ct);
        await db.QueueAsync(new DeskWork(office, DeskItemKind.Referral, referral.Id.Value, referral.Number, job.Title, registration.Number.Value, today.AddDays(DaysToOutcome)), now, ct);
        await db.MoveDeskWorkAsync(DeskItemKind.Referral, referral.Id.Value, DeskItemState.Waiting, now, ct);
        await db.TellOfReferralAsync(referral, MailKind.ReferralArrived, now, ct);
        db.Record(now, command.Counselor.Account, nameof(IssueReferral), nameof(Referral), referral.Id, $"{command.Way} seeker {registration.Number} job {job.Number}");
        return new(referral.Id, null);
    }
}
