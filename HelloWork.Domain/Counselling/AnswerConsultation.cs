using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Counselling;

/// <summary>相談に回答する (AP-04): the seeker reads it in MyPage. A request it is about goes on.</summary>
public sealed class AnswerConsultation(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="EmployerContactedOn">The day the office contacted the employer for the seeker; null: it didn't.</param>
    public sealed record Command(CounselorActor Counselor, ConsultationId Consultation, string? Answer, DateOnly? EmployerContactedOn);

    /// <returns>Null: answered.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act as a counselor or works at no office.</exception>
    public Task<ConsultationRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var answer = WrittenText.Tidy(command.Answer);
        if (answer.Length == 0)
            return Task.FromResult<ConsultationRefusal?>(ConsultationRefusal.AnswerMissing);
        if (!WrittenText.Fits(answer, Consultation.LongestAnswer))
            return Task.FromResult<ConsultationRefusal?>(ConsultationRefusal.AnswerTooLong);
        return contexts.WriteAsync(db => AnswerAsync(db, command, answer, ct), ct);
    }

    private async Task<ConsultationRefusal?> AnswerAsync(HelloWorkDbContext db, Command command, string answer, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var office = await db.DemandDeskAsync(command.Counselor, ct);
        var consultation = await db.Consultations.SingleOrDefaultAsync(c => c.Id == command.Consultation && c.PlacementOfficeCode == office, ct);
        if (consultation is null)
            return ConsultationRefusal.NotFound;
        if (consultation.AnsweredAt is not null)
            return consultation.Answer == answer ? null : ConsultationRefusal.Answered;
        if (command.EmployerContactedOn is { } day && (day < Jst.DayOf(consultation.AskedAt) || day > Jst.DayOf(now)))
            return ConsultationRefusal.DayImpossible;

        consultation.AnswerWith(answer, command.EmployerContactedOn, now);
        await db.FinishDeskWorkAsync(DeskItemKind.Consultation, consultation.Id.Value, now, ct);
        if (await db.Seekers.WithMyPage().AnyAsync(s => s.Id == consultation.SeekerId && s.AccountId == consultation.AccountId, ct))
        {
            var job = await db.JobOffers.Where(j => j.Id == consultation.JobOfferId).Select(j => j.Number).SingleAsync(ct);
            db.Tell(MailKind.ConsultationAnswered, consultation.AccountId, consultation.Id, now, ("job", job.Value));
        }
        await db.DropDeskDraftAsync(command.Counselor, DeskDraftForm.ConsultationAnswer, consultation.Id.Value, ct);
        db.Record(now, command.Counselor.Account, nameof(AnswerConsultation), nameof(Consultation), consultation.Id, command.EmployerContactedOn is null ? null : "employer contacted");
        await db.SignalAsync([LiveTopic.Account(consultation.AccountId)], now, ct);
        return null;
    }
}

/// <summary>Why a consultation isn't answered.</summary>
public enum ConsultationRefusal
{
    /// <summary>The counselor's office has none like it.</summary>
    NotFound = 1,
    /// <summary>It was answered, perhaps by a colleague.</summary>
    Answered = 2,
    AnswerMissing = 3,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    AnswerTooLong = 4,
    /// <summary>A day before the question came, or one to come.</summary>
    DayImpossible = 5,
}
