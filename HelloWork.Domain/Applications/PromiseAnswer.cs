using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications;

/// <summary>返事の予定日を伝える: by when the employer will answer an application; the seeker is told, also when it is put off (AP-05).</summary>
public sealed class PromiseAnswer(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>How far ahead the day may lie.</summary>
    public const int MostDaysAhead = 60;

    /// <param name="By">The last Japanese day on which the answer comes.</param>
    public sealed record Command(EmployerActor Employer, SelfApplicationId Application, DateOnly By);

    /// <returns>Null: promised.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<PromiseRefusal?> RunAsync(Command command, CancellationToken ct) => contexts.WriteAsync(db => PromiseAsync(db, command, ct), ct);

    private async Task<PromiseRefusal?> PromiseAsync(HelloWorkDbContext db, Command command, CancellationToken ct)
    {
        await db.DemandAsync(command.Employer, ct);
        var now = clock.UtcNow();
        var today = Jst.DayOf(now);
        var application = await db.SentTo(command.Employer.Office).SingleOrDefaultAsync(a => a.Id == command.Application, ct);
        if (application is null)
            return PromiseRefusal.NotFound;
        if (application.HasOutcome)
            return PromiseRefusal.OutcomeRecorded;
        if (application.AnswerBy == command.By)
            return null;
        if (command.By < today)
            return PromiseRefusal.DayPassed;
        if (command.By > today.AddDays(MostDaysAhead))
            return PromiseRefusal.DayTooFar;

        application.PromiseAnswer(command.By, now);
        if (await db.Seekers.WithMyPage().Where(s => s.Id == application.SeekerId).Select(s => s.AccountId).SingleOrDefaultAsync(ct) is { } seeker)
            db.Tell(MailKind.AnswerPromised, seeker, $"{application.Id.Value:N}:{application.Version}", now, AnswerPromises.FactsOf(application));
        db.Record(now, command.Employer.Account, nameof(PromiseAnswer), nameof(SelfApplication), application.Id, $"{command.By:yyyy-MM-dd}");
        await db.SignalAsync(application.Id, now, ct);
        return null;
    }
}

/// <summary>Why a day isn't promised.</summary>
public enum PromiseRefusal
{
    NotFound = 1,
    DayPassed = 2,
    /// <summary>More than 60 days ahead.</summary>
    DayTooFar = 3,
    OutcomeRecorded = 4,
}

/// <summary>
/// 返事の予定日に知らせる: who promised an answer, to the applicant or on the job card, and hasn't given it is reminded in the morning of that day, once per promise. An outcome,
/// an interview or times for one are answers; 書類選考中 is none.
/// </summary>
public sealed class RemindOfAnswers(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <summary>Right at any time, any number of times and several at once.</summary>
    /// <returns>How many applications were gone through.</returns>
    public Task<int> RunAsync(CancellationToken ct) => contexts.SweepAsync(db => StepAsync(db, ct), ct);

    private async Task<int> StepAsync(HelloWorkDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var due = await db.SelfApplications.Where(a => a.RemindAnswerAt != null && a.RemindAnswerAt <= now)
            .OrderBy(a => a.RemindAnswerAt).ThenBy(a => a.Id).Take(Sweeping.RowsPerStep).ToListAsync(ct);
        var jobs = due.Select(a => a.JobOfferId).Distinct().ToList();
        var offices = await db.JobOffers.Where(j => jobs.Contains(j.Id)).Select(j => new { j.Id, j.OfficeId }).ToDictionaryAsync(j => j.Id, j => j.OfficeId, ct);
        foreach (var application in due)
        {
            application.MarkAnswerReminded();
            foreach (var member in await db.MembersOfAsync(offices[application.JobOfferId], ct))
                db.Tell(application.AnswerBy is null ? MailKind.ResultOwed : MailKind.AnswerOwed, member, $"{application.Id.Value:N}:{application.Version}", now, AnswerPromises.FactsOf(application));
            db.Record(now, null, nameof(RemindOfAnswers), nameof(SelfApplication), application.Id, $"{application.AnswerDue:yyyy-MM-dd}");
        }
        return due.Count;
    }
}

internal static class AnswerPromises
{
    /// <returns>UTC; a promise for today that comes later in the day needs no reminder before the next morning.</returns>
    public static DateTime ReminderFor(DateOnly by, DateTime now) =>
        Jst.MorningOf(by) is var at && at > now ? at : Jst.MorningOf(by.AddDays(1));

    public static (string, string)[] FactsOf(SelfApplication application) =>
        [("application", application.Id.ToString()), ("day", application.AnswerDue!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];
}
