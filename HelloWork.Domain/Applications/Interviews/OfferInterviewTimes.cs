using HelloWork.Domain.Accounts.Drafts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>面接の日時を提案する: up to ten times to one applicant, who picks one (AP-05).</summary>
public sealed class OfferInterviewTimes(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    /// <param name="Interview">Drawn with the form: sent twice it is one offer.</param>
    /// <param name="Times">UTC; the same one twice counts once.</param>
    /// <param name="Place">An address, or where to join online.</param>
    /// <param name="Alongside">The employer knows that one of them meets another interview of the office.</param>
    public sealed record Command(EmployerActor Employer, SelfApplicationId Application, InterviewId Interview, IReadOnlyCollection<DateTime> Times, int Minutes, string Place, string? Note, bool Alongside = false);

    /// <returns>Null: offered.</returns>
    /// <exception cref="NotAllowedException">The account doesn't act for the office.</exception>
    public Task<OfferRefusal?> RunAsync(Command command, CancellationToken ct)
    {
        var (place, note) = (WrittenText.Tidy(command.Place), WrittenText.Tidy(command.Note));
        var refusal = command.Times.Count == 0 ? OfferRefusal.TimesMissing
            : command.Times.Distinct().Count() > Interview.MostTimes ? OfferRefusal.TooManyTimes
            : InterviewChecks.Of(command.Minutes, place) ?? (WrittenText.Fits(note, Interview.LongestWords) ? null : OfferRefusal.NoteTooLong);
        return refusal is not null ? Task.FromResult(refusal) : contexts.WriteAsync(db => OfferAsync(db, command, place, note.Length == 0 ? null : note, ct), ct);
    }

    private async Task<OfferRefusal?> OfferAsync(HelloWorkDbContext db, Command command, string place, string? note, CancellationToken ct)
    {
        await db.DemandAsync(command.Employer, ct);
        var now = clock.UtcNow();
        var application = await db.SentTo(command.Employer.Office).SingleOrDefaultAsync(a => a.Id == command.Application, ct);
        if (application is null)
            return OfferRefusal.NotFound;
        var draft = application.Id.ToString();
        if (await db.Interviews.Where(i => i.Id == command.Interview).Select(i => (SelfApplicationId?)i.SelfApplicationId).SingleOrDefaultAsync(ct) is { } offered)
        {
            if (offered != application.Id)
                return OfferRefusal.NotFound;
            await db.DropFormDraftAsync(command.Employer.Account, DraftForm.InterviewOffer, draft, ct);
            return null;
        }
        if (application.HasOutcome)
        {
            await db.DropFormDraftsAsync(DraftForm.InterviewOffer, draft, ct);
            return OfferRefusal.ApplicationEnded;
        }
        if (!await db.Seekers.WithMyPage().AnyAsync(s => s.Id == application.SeekerId, ct))
            return OfferRefusal.SeekerLeft;
        if (command.Times.Any(t => InterviewChecks.OfTime(t, now) is not null))
            return InterviewChecks.OfTime(command.Times.First(t => InterviewChecks.OfTime(t, now) is not null), now);
        if (!command.Alongside && (await db.TakenAsync(command.Employer.Office, command.Interview, now, ct)).Any(t => command.Times.Any(at => t.Meets(at, command.Minutes))))
            return OfferRefusal.OverlapsAgreed;
        var open = await db.Interviews.Whole().SingleOrDefaultAsync(i => i.SelfApplicationId == application.Id && i.State <= InterviewState.Agreed, ct);
        if (open?.StateAt(now) is InterviewState.Offered or InterviewState.Agreed)
            return open.StateAt(now) is InterviewState.Offered ? OfferRefusal.AlreadyOffered : OfferRefusal.AlreadyAgreed;
        open?.Close(now);
        // The place of the open one is free before the next takes it.
        await db.SaveChangesAsync(ct);

        var interview = new Interview(command.Interview, application, [.. command.Times.Distinct()], command.Minutes, place, note, command.Employer.Account, now);
        db.Interviews.Add(interview);
        await db.DropFormDraftAsync(command.Employer.Account, DraftForm.InterviewOffer, draft, ct);
        await db.TellSeekerAsync(MailKind.InterviewOffered, interview, now, ct);
        db.Record(now, command.Employer.Account, nameof(OfferInterviewTimes), nameof(SelfApplication), application.Id, $"interview {interview.Id}, {interview.Times.Count} times");
        await db.SignalAsync(application.Id, now, ct);
        return null;
    }
}

/// <summary>Why times aren't offered, or an interview isn't moved.</summary>
public enum OfferRefusal
{
    NotFound = 1,
    TimesMissing = 2,
    TooManyTimes = 3,
    /// <summary>A time that has passed.</summary>
    TimePassed = 4,
    /// <summary>More than 180 days ahead.</summary>
    TimeTooFar = 5,
    /// <summary>Shorter than 10 minutes or longer than 8 hours.</summary>
    MinutesOutOfRange = 6,
    PlaceMissing = 7,
    /// <summary>Over 300 characters, or with characters that can't be shown.</summary>
    PlaceTooLong = 8,
    /// <summary>Over 1,000 characters, or with characters that can't be shown.</summary>
    NoteTooLong = 9,
    /// <summary>The applicant hasn't answered the last ones yet.</summary>
    AlreadyOffered = 10,
    /// <summary>One is agreed on: it is moved or called off first.</summary>
    AlreadyAgreed = 11,
    /// <summary>採用, 不採用 or 取下げ</summary>
    ApplicationEnded = 12,
    /// <summary>The seeker's MyPage is closed.</summary>
    SeekerLeft = 13,
    ReasonMissing = 14,
    /// <summary>There is nothing agreed on to move (any more).</summary>
    NotAgreed = 15,
    /// <summary>Moved or called off since the page was read.</summary>
    ChangedMeanwhile = 16,
    /// <summary>Another interview of the office is agreed on for then; it may be meant so.</summary>
    OverlapsAgreed = 17,
}

/// <summary>What holds of every time and place, whoever asks.</summary>
public static class InterviewChecks
{
    internal static OfferRefusal? Of(int minutes, string place) =>
        minutes is < Interview.ShortestMinutes or > Interview.LongestMinutes ? OfferRefusal.MinutesOutOfRange
        : place.Length == 0 ? OfferRefusal.PlaceMissing
        : WrittenText.Fits(place, Interview.LongestPlace) ? null : OfferRefusal.PlaceTooLong;

    /// <param name="at">UTC</param>
    /// <returns>Null: it may be offered.</returns>
    public static OfferRefusal? OfTime(DateTime at, DateTime now) =>
        at <= now ? OfferRefusal.TimePassed : Jst.DayOf(at) > Jst.DayOf(now).AddDays(Interview.MostDaysAhead) ? OfferRefusal.TimeTooFar : null;
}
