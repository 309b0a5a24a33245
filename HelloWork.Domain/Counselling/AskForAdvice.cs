using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>
/// ハローワークに相談する: a question about a job, mostly about a direct request for it, to the office of the seeker's registration (AP-04).
/// It answers nothing: the request goes on.
/// </summary>
public sealed class AskForAdvice(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int DaysToAnswer = 3;

    public sealed record Command(SeekerActor Seeker, JobNumber Job, string Question);

    /// <returns>Null: it waits for an answer (回答待ち).</returns>
    /// <exception cref="NotAllowedException">The account isn't this seeker's MyPage.</exception>
    public Task<AdviceRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var question = WrittenText.Tidy(command.Question);
        if (question.Length == 0)
            return Task.FromResult<AdviceRefusal?>(AdviceRefusal.QuestionMissing);
        if (!WrittenText.Fits(question, Consultation.LongestQuestion))
            return Task.FromResult<AdviceRefusal?>(AdviceRefusal.QuestionTooLong);
        return contexts.WriteAsync(db => AskAsync(db, command, question, ct), ct);
    }

    private async Task<AdviceRefusal?> AskAsync(HelloWorkDbContext db, Command command, string question, CancellationToken ct)
    {
        await db.DemandAsync(command.Seeker, ct);
        var now = clock.UtcNow();
        var seeker = command.Seeker.Seeker;
        var job = await db.JobOffers.Where(j => j.Number == command.Job && j.Status != JobOfferStatus.AwaitingCheck)
            .Select(j => new { j.Id, j.Title, j.Disclosure, Request = db.DirectRequests.FirstOrDefault(r => r.JobOfferId == j.Id && r.SeekerId == seeker) })
            .SingleOrDefaultAsync(ct);
        if (job is null || (job.Disclosure is Disclosure.NotPublic && job.Request is null))
            return AdviceRefusal.JobNotFound;
        // The open registration's office, else the one of the last: even where it has run out somebody there knows the person.
        var office = await db.SeekerRegistrations.Where(r => r.SeekerId == seeker)
            .OrderBy(r => r.EndedAt != null).ThenByDescending(r => r.LastDay).Select(r => r.PlacementOfficeCode).FirstOrDefaultAsync(ct);
        if (office is null)
            return AdviceRefusal.NeverRegistered;
        if (await db.Consultations.AnyAsync(c => c.SeekerId == seeker && c.JobOfferId == job.Id && c.AnsweredAt == null, ct))
            return AdviceRefusal.AlreadyWaiting;

        var request = job.Request is { } asked ? await db.DirectRequests.Where(r => r.Id == asked.Id).InContext(db).SingleAsync(ct) : null;
        var number = await db.NextDeskNumberAsync('S', now, ct);
        var consultation = new Consultation(seeker, command.Seeker.Account, office, job.Id, job.Request?.Id, number, question, now);
        db.Consultations.Add(consultation);
        var registration = await db.SeekerRegistrations.Where(r => r.SeekerId == seeker).OrderByDescending(r => r.LastDay).Select(r => r.Number).FirstAsync(ct);
        await db.QueueAsync(new DeskWork(office, DeskItemKind.Consultation, consultation.Id.Value, number, job.Title, registration.Value, DueOn(Jst.DayOf(now), request, now)), now, ct);
        db.Record(now, command.Seeker.Account, nameof(AskForAdvice), nameof(Consultation), consultation.Id, $"job {command.Job} office {office}");
        return null;
    }

    /// <summary>開庁日で3日, and while the request it is about can still be answered: the advice is for deciding.</summary>
    private static DateOnly DueOn(DateOnly today, RequestInContext? request, DateTime now)
    {
        var due = DeskQueue.DueAfterOpenDays(today, DaysToAnswer);
        if (request is null || !request.IsOpenAt(now))
            return due;
        var lastOpen = JapaneseHolidays.OpenDayUntil(request.Deadline.LastDay);
        return lastOpen < today ? today : lastOpen < due ? lastOpen : due;
    }
}

/// <summary>Why a question isn't taken.</summary>
public enum AdviceRefusal
{
    QuestionMissing = 1,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    QuestionTooLong = 2,
    JobNotFound = 3,
    /// <summary>No registration, so no office that knows the person.</summary>
    NeverRegistered = 4,
    /// <summary>A question about this job waits for its answer.</summary>
    AlreadyWaiting = 5,
}
