using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Applications.Interviews;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>選考の段階や結果を登録する (AP-05). The seeker reads it, note included.</summary>
public sealed class RecordApplicationStep(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Seen">How many steps the employer had before their eyes: nothing is recorded past what they know.</param>
    /// <param name="Note">Needed for 不採用, otherwise as wished.</param>
    public sealed record Command(EmployerActor Employer, SelfApplicationId Application, ApplicationStatus Step, string? Note, int Seen);

    /// <returns>Null: recorded.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<StepRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var note = WrittenText.Tidy(command.Note);
        if (command.Step is not (ApplicationStatus.DocumentScreening or ApplicationStatus.Interview or ApplicationStatus.Hired or ApplicationStatus.NotHired))
            return Task.FromResult<StepRefusal?>(StepRefusal.StepMissing);
        if (command.Step is ApplicationStatus.NotHired && note.Length == 0)
            return Task.FromResult<StepRefusal?>(StepRefusal.ReasonMissing);
        if (!WrittenText.Fits(note, SelfApplication.LongestNote))
            return Task.FromResult<StepRefusal?>(StepRefusal.NoteTooLong);
        return contexts.WriteAsync(db => RecordAsync(db, command, note.Length == 0 ? null : note, ct), ct);
    }

    private async Task<StepRefusal?> RecordAsync(HelloWorkDbContext db, Command command, string? note, CancellationToken ct)
    {
        await db.DemandAsync(command.Employer, ct);
        var now = clock.UtcNow();
        var application = await db.SentTo(command.Employer.Office).Include(a => a.Steps).SingleOrDefaultAsync(a => a.Id == command.Application, ct);
        if (application is null)
            return StepRefusal.NotFound;
        var isSent = WasThis(application, command, note);
        if (isSent || application.HasOutcome)
        {
            await db.DropFormDraftAsync(command.Employer.Account, DraftForm.ApplicationStep, application.Id.ToString(), ct);
            return isSent ? null : application.Status is ApplicationStatus.Withdrawn ? StepRefusal.Withdrawn : StepRefusal.OutcomeRecorded;
        }
        if (application.Steps.Count != command.Seen)
            return StepRefusal.ChangedMeanwhile;

        application.RecordStep(command.Step, command.Employer.Account, note, now);
        if (application.HasOutcome)
            await db.LapseInterviewsAsync(application, command.Employer.Account, fromSeeker: false, now, ct);
        else
            await db.DropFormDraftAsync(command.Employer.Account, DraftForm.ApplicationStep, application.Id.ToString(), ct);
        await db.RemoveDocumentsAsync(application, ct);
        if (await db.Seekers.WithMyPage().Where(s => s.Id == application.SeekerId).Select(s => s.AccountId).SingleOrDefaultAsync(ct) is { } seeker)
            db.Tell(MailKind.ApplicationOutcome, seeker, $"{application.Id}:{application.Steps.Count}", now,
                ("application", application.Id.ToString()), ("status", command.Step.ToString()));
        db.Record(now, command.Employer.Account, nameof(RecordApplicationStep), nameof(SelfApplication), application.Id, $"{command.Step}");
        await db.SignalAsync(application.Id, now, ct);
        return null;
    }

    /// <summary>The same form sent twice is recorded once.</summary>
    private static bool WasThis(SelfApplication application, Command command, string? note) =>
        application.Steps.Count == command.Seen + 1 && application.Steps.MaxBy(s => s.Number) is { } last
        && last.Status == command.Step && last.Note == note && last.AccountId == command.Employer.Account;
}

/// <summary>Why a step isn't recorded.</summary>
public enum StepRefusal
{
    NotFound = 1,
    /// <summary>None chosen, or none that is the employer's to record.</summary>
    StepMissing = 2,
    /// <summary>不採用 needs its reason.</summary>
    ReasonMissing = 3,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    NoteTooLong = 4,
    /// <summary>採用 or 不採用 stands already.</summary>
    OutcomeRecorded = 5,
    /// <summary>The seeker withdrew.</summary>
    Withdrawn = 6,
    /// <summary>A colleague recorded a step since the page was read.</summary>
    ChangedMeanwhile = 7,
}
