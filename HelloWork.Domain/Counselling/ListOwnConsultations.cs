using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>自分の相談の一覧: what a seeker asked, newest first, with the answer or 回答待ち (AP-04).</summary>
public sealed class ListOwnConsultations(IDbContextFactory<HelloWorkDbContext> contexts)
{
    private const int Most = 20;

    /// <param name="Job">Only about this job.</param>
    /// <param name="WaitingOnly">Only those without an answer.</param>
    public sealed record Query(SeekerActor Seeker, JobNumber? Job = null, bool WaitingOnly = false);

    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public async Task<IReadOnlyList<OwnConsultation>> RunAsync(Query query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.DemandAsync(query.Seeker, ct);
        var own = db.Consultations.AsNoTracking().Where(c => c.SeekerId == query.Seeker.Seeker);
        if (query.Job is { } number)
            own = own.Where(c => db.JobOffers.Any(j => j.Id == c.JobOfferId && j.Number == number));
        if (query.WaitingOnly)
            own = own.Where(c => c.AnsweredAt == null);
        return await (
            from consultation in own
            join job in db.JobOffers on consultation.JobOfferId equals job.Id
            orderby consultation.AskedAt descending, consultation.Id
            select new OwnConsultation(consultation.Id, job.Number, job.Title, consultation.DirectRequestId, consultation.PlacementOfficeCode,
                consultation.Question, consultation.AskedAt, consultation.EmployerContactedOn, consultation.AnsweredAt, consultation.Answer)).Take(Most).ToListAsync(ct);
    }
}

/// <param name="AnsweredAt">Null: 回答待ち.</param>
public sealed record OwnConsultation(ConsultationId Id, JobNumber Job, string JobTitle, DirectRequests.DirectRequestId? Request, string PlacementOfficeCode,
    string Question, DateTime AskedAt, DateOnly? EmployerContactedOn, DateTime? AnsweredAt, string? Answer);
