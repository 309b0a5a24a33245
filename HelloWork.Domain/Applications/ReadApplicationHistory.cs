using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>応募の経過を読む: what happened and when (AP-05), for a file. Neither papers nor messages are in it, so nothing counts as opened or read by it.</summary>
public sealed class ReadApplicationHistory(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    public sealed record BySeeker(SeekerActor Seeker, SelfApplicationId Application);
    public sealed record ByEmployer(EmployerActor Employer, SelfApplicationId Application);

    /// <returns>Null: there is none, or it is somebody else's.</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<ApplicationHistory?> RunAsync(BySeeker query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        return await ReadAsync(db, db.SelfApplications.Where(a => a.Id == query.Application && a.SeekerId == query.Seeker.Seeker), query.Application, ct);
    }

    /// <returns>Null: there is none, or it went to another office.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public async Task<ApplicationHistory?> RunAsync(ByEmployer query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Employer, ct);
        return await ReadAsync(db, db.SentTo(query.Employer.Office).Where(a => a.Id == query.Application), query.Application, ct);
    }

    private async Task<ApplicationHistory?> ReadAsync(HelloWorkDbContext db, IQueryable<SelfApplication> one, SelfApplicationId id, CancellationToken ct) =>
        await one.Select(a => new { a.ReadAt }).SingleOrDefaultAsync(ct) is { } found
            ? new(await db.StepsAsync(id, ct), found.ReadAt, await db.InterviewsAsync(id, clock.UtcNow(), ct)) : null;
}

/// <summary>What happened with an application.</summary>
/// <param name="Steps">Oldest first.</param>
/// <param name="ReadAt">When the employer first read it.</param>
/// <param name="Interviews">Oldest first.</param>
public sealed record ApplicationHistory(IReadOnlyList<StepView> Steps, DateTime? ReadAt, IReadOnlyList<InterviewView> Interviews);
