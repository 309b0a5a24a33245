using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>紹介の前に確かめる: seeker and job side by side, why they can't be brought together, and what the counselor should know first (CO-04).</summary>
public sealed class PreviewReferral(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record Command(CounselorActor Counselor, RegistrationNumber Seeker, JobNumber Job);

    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<ReferralPreview> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var (found, refusal) = await db.ReferableAsync(office, command.Seeker, command.Job, today, ct);
        if (found is null)
            return new ReferralPreview(null, null, [], [], refusal);
        db.Record(now, command.Counselor.Account, nameof(PreviewReferral), nameof(SeekerRegistration), found.Registration.Id, $"job {command.Job}");
        var seeker = await db.DeskSeekerAsync(found.Registration.SeekerId, today, ct);
        var job = await db.DeskJobAsync(found.Job.Id, today, ct);
        return new ReferralPreview(seeker, job, seeker.Statement is { } wishes ? JobFit.Of(wishes, job.Offer) : [],
            refusal is null ? await db.ReferralWarningsAsync(found, now, ct) : [], refusal);
    }, ct);
}

/// <param name="Seeker">Null where seeker or job aren't found.</param>
public sealed record ReferralPreview(DeskSeeker? Seeker, DeskJob? Job, IReadOnlyList<FitLine> Fit, IReadOnlyList<ReferralWarning> Warnings, ReferralRefusal? Refusal);

/// <summary>What a counselor should know before referring; none of it forbids.</summary>
public enum ReferralWarning
{
    /// <summary>以前に同じ求人に紹介した</summary>
    ReferredBefore = 1,
    /// <summary>同じ求人にオンライン自主応募をしている</summary>
    AppliedOnline = 2,
    /// <summary>直接リクエストへの返事になる (AP-02)</summary>
    AnswersRequest = 3,
}

/// <summary>Why a referral isn't issued.</summary>
public enum ReferralRefusal
{
    /// <summary>The counselor's office has no registration of this number.</summary>
    SeekerNotFound = 1,
    RegistrationEnded = 2,
    JobNotFound = 3,
    /// <summary>有効中ではない</summary>
    JobNotActive = 4,
    /// <summary>A referral to this job awaits its outcome.</summary>
    AlreadyReferred = 5,
    /// <summary>オンライン職業紹介 needs a MyPage.</summary>
    SeekerHasNoMyPage = 6,
    WayMissing = 7,
    /// <summary>Over 400 characters, or with characters that can't be shown.</summary>
    NoteTooLong = 8,
    /// <summary>Something to know came up since the counselor looked: it is shown first.</summary>
    WarningsUnseen = 9,
}

internal sealed record Referable(SeekerRegistration Registration, JobOffer Job);

internal static class ReferralEligibility
{
    public static async Task<(Referable? Found, ReferralRefusal? Refusal)> ReferableAsync(this HelloWorkDbContext db, string office, RegistrationNumber seeker, JobNumber number, DateOnly today, CancellationToken ct)
    {
        var registration = await db.SeekerRegistrations.AsNoTracking().SingleOrDefaultAsync(r => r.Number == seeker && r.PlacementOfficeCode == office, ct);
        if (registration is null)
            return (null, ReferralRefusal.SeekerNotFound);
        var job = await db.JobOffers.AsNoTracking().SingleOrDefaultAsync(j => j.Number == number && j.Status != JobOfferStatus.AwaitingCheck, ct);
        if (job is null)
            return (null, ReferralRefusal.JobNotFound);
        var found = new Referable(registration, job);
        if (!registration.IsOpenOn(today))
            return (found, ReferralRefusal.RegistrationEnded);
        if (!job.IsActiveOn(today))
            return (found, ReferralRefusal.JobNotActive);
        return (found, await db.Referrals.AnyAsync(r => r.JobOfferId == job.Id && r.SeekerId == registration.SeekerId && r.OutcomeAt == null, ct) ? ReferralRefusal.AlreadyReferred : null);
    }

    public static async Task<IReadOnlyList<ReferralWarning>> ReferralWarningsAsync(this HelloWorkDbContext db, Referable found, DateTime now, CancellationToken ct)
    {
        var (job, seeker) = (found.Job.Id, found.Registration.SeekerId);
        var warnings = new List<ReferralWarning>();
        if (await db.Referrals.AnyAsync(r => r.JobOfferId == job && r.SeekerId == seeker, ct))
            warnings.Add(ReferralWarning.ReferredBefore);
        if (await db.SelfApplications.AnyAsync(a => a.JobOfferId == job && a.SeekerId == seeker && a.WithdrawnAt == null, ct))
            warnings.Add(ReferralWarning.AppliedOnline);
        var request = await db.DirectRequests.AsNoTracking().Where(r => r.JobOfferId == job && r.SeekerId == seeker).InContext(db).SingleOrDefaultAsync(ct);
        if (request is not null && request.IsOpenAt(now))
            warnings.Add(ReferralWarning.AnswersRequest);
        return warnings;
    }
}
