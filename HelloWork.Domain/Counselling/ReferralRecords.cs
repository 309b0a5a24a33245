using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>職業紹介 with what its letter says. Name and registration number go to the employer with it, as on paper.</summary>
/// <param name="Counselor">担当者</param>
public sealed record ReferralView(Referral Referral, RegistrationNumber Registration, string SeekerName, string SeekerNameKana, bool SeekerHasMyPage, DeskJob Job, string Counselor);

/// <summary>One line of a list of referrals.</summary>
/// <param name="SeekerName">Null where the list names nobody.</param>
public sealed record ReferralItem(ReferralId Id, string Number, ReferralWay Way, ReferralState State, DateTime IssuedAt, DateTime? TakenUpAt, DateTime? OutcomeAt,
    JobNumber Job, string JobTitle, string OfficeName, RegistrationNumber Registration, string? SeekerName);

/// <summary>How referrals are read and what a change of one does around it. Access is the caller's to demand.</summary>
internal static class ReferralRecords
{
    public static async Task<ReferralView?> ViewAsync(this HelloWorkDbContext db, IQueryable<Referral> one, DateOnly today, CancellationToken ct)
    {
        var referral = await one.AsNoTracking().SingleOrDefaultAsync(ct);
        if (referral is null)
            return null;
        var person = await db.Seekers.AsNoTracking().SingleAsync(s => s.Id == referral.SeekerId, ct);
        var number = await db.SeekerRegistrations.Where(r => r.Id == referral.RegistrationId).Select(r => r.Number).SingleAsync(ct);
        var counselor = await db.Users.Where(u => u.Id == referral.CounselorId).Select(u => u.DisplayName).SingleAsync(ct);
        return new(referral, number, person.Details.Name, person.Details.NameKana, person.HasMyPage, await db.DeskJobAsync(referral.JobOfferId, today, ct), counselor);
    }

    public static async Task<Page<ReferralItem>> ListAsync(this HelloWorkDbContext db, IQueryable<Referral> referrals, bool named, int page, int size, CancellationToken ct)
    {
        var count = await referrals.CountAsync(ct);
        page = Math.Max(page, 1);
        var rows = await (
            from referral in referrals.AsNoTracking()
            join job in db.JobOffers on referral.JobOfferId equals job.Id
            join office in db.Offices on referral.OfficeId equals office.Id
            join registration in db.SeekerRegistrations on referral.RegistrationId equals registration.Id
            join seeker in db.Seekers on referral.SeekerId equals seeker.Id
            orderby referral.OutcomeAt != null, referral.IssuedAt descending, referral.Id
            select new { referral, job.Number, job.Title, Office = office.Name, Registration = registration.Number, seeker.Details })
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new(rows.ConvertAll(r => new ReferralItem(r.referral.Id, r.referral.Number, r.referral.Way, r.referral.State, r.referral.IssuedAt, r.referral.TakenUpAt,
            r.referral.OutcomeAt, r.Number, r.Title, r.Office, r.Registration, named ? r.Details.Name : null)), count, page, size);
    }

    /// <summary>The seeker's answer by way of a referral: a request that still waits for it is answered with it (AP-02), and the employer's people are told.</summary>
    public static async Task TakenUpAsync(this HelloWorkDbContext db, Referral referral, DateTime now, CancellationToken ct)
    {
        var request = await db.DirectRequests.Where(r => r.JobOfferId == referral.JobOfferId && r.SeekerId == referral.SeekerId).InContext(db).SingleOrDefaultAsync(ct);
        if (request is not null && request.IsOpenAt(now))
        {
            request.Request.MarkApplied(now);
            referral.Answers(request.Request.Id);
            await db.SignalAsync([request.Request], now, ct);
        }
        var job = await db.JobOffers.Where(j => j.Id == referral.JobOfferId).Select(j => j.Number).SingleAsync(ct);
        var office = referral.OfficeId;
        foreach (var member in await db.OfficeMembers.Where(m => m.OfficeId == office && db.Users.Any(a => a.Id == m.AccountId && a.DisabledAt == null)).Select(m => m.AccountId).ToListAsync(ct))
            db.Tell(MailKind.ReferralToEmployer, member, referral.Id, now, ("job", job.Value));
    }

    /// <summary>The open pages of the seeker, the employer and the desk, and the seeker's mail where there is a MyPage to read in.</summary>
    public static async Task TellOfReferralAsync(this HelloWorkDbContext db, Referral referral, MailKind? toSeeker, DateTime now, CancellationToken ct)
    {
        var account = await db.Seekers.WithMyPage().Where(s => s.Id == referral.SeekerId).Select(s => s.AccountId).SingleOrDefaultAsync(ct);
        if (account is { } seeker && toSeeker is { } kind)
        {
            var job = await db.JobOffers.Where(j => j.Id == referral.JobOfferId).Select(j => j.Number).SingleAsync(ct);
            db.Tell(kind, seeker, referral.Id, now, ("job", job.Value));
        }
        var desk = await db.SeekerRegistrations.Where(r => r.Id == referral.RegistrationId).Select(r => r.PlacementOfficeCode).SingleAsync(ct);
        await db.SignalAsync([LiveTopic.Organisation(referral.OfficeId.Value), LiveTopic.Desk(desk), .. account is { } own ? [LiveTopic.Account(own)] : Array.Empty<LiveTopic>()], now, ct);
    }
}
