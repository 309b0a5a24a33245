using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>面接の予定を見る: by itself, for a calendar.</summary>
public sealed class ViewInterview(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record BySeeker(SeekerActor Seeker, InterviewId Interview);
    public sealed record ByEmployer(EmployerActor Employer, InterviewId Interview);

    /// <returns>Null: there is none, or it is somebody else's.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<InterviewOfJob?> RunAsync(BySeeker query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        return await ReadAsync(db, db.OfSeeker(query.Seeker.Seeker, query.Interview), ct);
    }

    /// <returns>Null: there is none, or it is another office's.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<InterviewOfJob?> RunAsync(ByEmployer query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);
        return await ReadAsync(db, db.OfOffice(query.Employer.Office, query.Interview), ct);
    }

    private async Task<InterviewOfJob?> ReadAsync(HelloWorkDbContext db, IQueryable<Interview> one, CancellationToken ct)
    {
        var interview = await one.AsNoTracking().Whole().SingleOrDefaultAsync(ct);
        if (interview is null)
            return null;
        var job = await (
            from application in db.SelfApplications
            join offer in db.JobOffers on application.JobOfferId equals offer.Id
            join office in db.Offices on offer.OfficeId equals office.Id
            where application.Id == interview.SelfApplicationId
            select new { offer.Number, offer.Title, office.Name }).SingleAsync(ct);
        return new(InterviewView.Of(interview, clock.UtcNow()), interview.SelfApplicationId, job.Number, job.Title, job.Name);
    }
}

public sealed record InterviewOfJob(InterviewView Interview, SelfApplicationId Application, JobNumber Job, string JobTitle, string OfficeName);
