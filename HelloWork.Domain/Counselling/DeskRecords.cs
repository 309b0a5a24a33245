using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>求職者, as a counselor sees them beside a question or a referral: enough to reach them.</summary>
/// <param name="Registration">The open registration, else the last.</param>
/// <param name="OpenUntil">Null: no registration is open.</param>
public sealed record DeskSeeker(SeekerId Id, SeekerRegistrationId Registration, RegistrationNumber Number, string PlacementOfficeCode, DateOnly? OpenUntil, PersonalDetails Details,
    SeekerStatement? Statement, bool HasMyPage);

/// <summary>求人, as a counselor sees it: with the office's name whatever the disclosure.</summary>
public sealed record DeskJob(JobOffer Offer, string OfficeName, bool IsActive);

/// <summary>How the desk reads the people and jobs its records are about. Access is the caller's to demand.</summary>
internal static class DeskRecords
{
    public static async Task<DeskSeeker> DeskSeekerAsync(this HelloWorkDbContext db, SeekerId seeker, DateOnly today, CancellationToken ct)
    {
        var registration = await db.SeekerRegistrations.AsNoTracking().Where(r => r.SeekerId == seeker)
            .OrderBy(r => r.EndedAt != null).ThenByDescending(r => r.LastDay).FirstAsync(ct);
        var person = await db.Seekers.AsNoTracking().SingleAsync(s => s.Id == seeker, ct);
        var statement = await db.SeekerProfiles.AsNoTracking().Where(p => p.SeekerId == seeker).Select(p => p.Statement).SingleOrDefaultAsync(ct);
        return new(seeker, registration.Id, registration.Number, registration.PlacementOfficeCode, registration.IsOpenOn(today) ? registration.LastDay : null, person.Details, statement,
            person.HasMyPage);
    }

    public static async Task<DeskJob> DeskJobAsync(this HelloWorkDbContext db, JobOfferId job, DateOnly today, CancellationToken ct)
    {
        var offer = await db.JobOffers.AsNoTracking().Include(j => j.Places).SingleAsync(j => j.Id == job, ct);
        return new(offer, await db.Offices.Where(o => o.Id == offer.OfficeId).Select(o => o.Name).SingleAsync(ct), offer.IsActiveOn(today));
    }
}
