using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>相談を開く: a seeker's question with the job and, where it came from one, the request (AP-04). Who looked is in the trail.</summary>
public sealed class OpenDeskConsultation(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Again">False for a page that is brought up to date while it is open: that is no opening of its own.</param>
    public sealed record Command(CounselorActor Counselor, ConsultationId Consultation, bool Again = true);

    /// <returns>Null: the counselor's office has no such consultation.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<DeskConsultation?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(async db =>
    {
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var consultation = await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == command.Consultation && c.PlacementOfficeCode == office, ct);
        if (consultation is null)
            return null;
        var (seeker, job) = (await db.DeskSeekerAsync(consultation.SeekerId, today, ct), await db.DeskJobAsync(consultation.JobOfferId, today, ct));
        var request = consultation.DirectRequestId is { } id ? await db.DirectRequests.AsNoTracking().Where(r => r.Id == id).InContext(db).SingleAsync(ct) : null;
        var due = await db.DeskItems.Where(i => i.Kind == DeskItemKind.Consultation && i.RecordId == consultation.Id.Value && i.ClosedAt == null)
            .Select(i => (DateOnly?)i.DueOn).SingleOrDefaultAsync(ct);
        await db.RecordOpeningAsync(now, command.Counselor.Account, nameof(OpenDeskConsultation), nameof(Consultation), consultation.Id, command.Again, ct, $"seeker {seeker.Number}");
        return new DeskConsultation(consultation, due, seeker, job, seeker.Statement is { } wishes ? JobFit.Of(wishes, job.Offer) : [],
            request?.Request.Message, request?.StateAt(now), request?.Deadline.LastDay);
    }, ct);
}

/// <param name="DueOn">Null: answered.</param>
/// <param name="RequestMessage">Null: no direct request is behind it.</param>
public sealed record DeskConsultation(Consultation Consultation, DateOnly? DueOn, DeskSeeker Seeker, DeskJob Job, IReadOnlyList<FitLine> Fit,
    string? RequestMessage, DirectRequestState? RequestState, DateOnly? RequestLastDay);
