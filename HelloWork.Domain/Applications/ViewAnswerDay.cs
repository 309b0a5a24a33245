using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>返事の予定日を見る: by itself, for a calendar; nothing is read or opened by it.</summary>
public sealed class ViewAnswerDay(IDbContextFactory<HelloWorkDbContext> contexts)
{
    public sealed record BySeeker(SeekerActor Seeker, SelfApplicationId Application);
    public sealed record ByEmployer(EmployerActor Employer, SelfApplicationId Application);

    /// <returns>Null: there is none, or it is somebody else's.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<AnswerDay?> RunAsync(BySeeker query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        return await ReadAsync(db, db.SelfApplications.Where(a => a.Id == query.Application && a.SeekerId == query.Seeker.Seeker), ct);
    }

    /// <returns>Null: there is none, or it is another office's.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<AnswerDay?> RunAsync(ByEmployer query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);
        return await ReadAsync(db, db.SentTo(query.Employer.Office).Where(a => a.Id == query.Application), ct);
    }

    private static Task<AnswerDay?> ReadAsync(HelloWorkDbContext db, IQueryable<SelfApplication> one, CancellationToken ct) => (
        from application in one.AsNoTracking()
        where application.AnswerBy != null
        join job in db.JobOffers on application.JobOfferId equals job.Id
        join office in db.Offices on job.OfficeId equals office.Id
        select new AnswerDay(application.Id, job.Number, job.Title, office.Name, application.AnswerBy!.Value, application.Version)).SingleOrDefaultAsync(ct)!;
}

/// <param name="By">返事の予定日, as promised to the applicant (AP-05).</param>
/// <param name="Version">Grows with each change of it.</param>
public sealed record AnswerDay(SelfApplicationId Application, JobNumber Job, string JobTitle, string OfficeName, DateOnly By, int Version);
