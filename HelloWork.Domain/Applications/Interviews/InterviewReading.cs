using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>面接の予定, as both sides read it.</summary>
public sealed record InterviewView
{
    public required InterviewId Id { get; init; }
    public required short Number { get; init; }
    /// <summary>As of the moment it was read.</summary>
    public required InterviewState State { get; init; }
    /// <summary>UTC: the time agreed on, or that fell away.</summary>
    public required DateTime? StartsAt { get; init; }
    public required int Minutes { get; init; }
    public required string Place { get; init; }
    public required string? Note { get; init; }
    /// <summary>UTC: when both sides will be reminded of what they agreed on; null: not (any more).</summary>
    public DateTime? RemindAt { get; init; }
    public required int Sequence { get; init; }
    public required DateTime ChangedAt { get; init; }
    /// <summary>Earliest first.</summary>
    public required IReadOnlyList<InterviewTimeView> Times { get; init; }
    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<InterviewStepView> Steps { get; init; }

    /// <summary>What was agreed on meets another interview of the office. The employer's to know.</summary>
    public bool Overlaps { get; init; }

    /// <summary>Asks for an answer, or is still to come.</summary>
    public bool IsOpen => State is InterviewState.Offered or InterviewState.Agreed;

    /// <summary>UTC: when time alone changes what can be done; null: never.</summary>
    public DateTime? ChangesByItselfAt => State switch
    {
        InterviewState.Offered => Times.Where(t => t.IsToCome).Min(t => (DateTime?)t.StartsAt),
        InterviewState.Agreed => StartsAt?.AddMinutes(Minutes),
        _ => null,
    };

    internal static InterviewView Of(Interview interview, DateTime now) => new()
    {
        Id = interview.Id,
        Number = interview.Number,
        State = interview.StateAt(now),
        StartsAt = interview.StartsAt,
        Minutes = interview.Minutes,
        Place = interview.Place,
        Note = interview.Note,
        RemindAt = interview.StateAt(now) is InterviewState.Agreed ? interview.RemindAt : null,
        Sequence = interview.Sequence,
        ChangedAt = interview.ChangedAt,
        Times = [.. interview.Times.OrderBy(t => t.Number).Select(t => new InterviewTimeView(t.Number, t.StartsAt, t.StartsAt > now))],
        Steps = [.. interview.Steps.OrderBy(s => s.Number).Select(s => new InterviewStepView(s.Kind, s.FromSeeker, s.Words, s.StartsAt, s.At))],
    };
}

/// <param name="StartsAt">UTC</param>
/// <param name="IsToCome">Hasn't passed.</param>
public sealed record InterviewTimeView(short Number, DateTime StartsAt, bool IsToCome)
{
    /// <summary>Meets an interview of the office that is agreed on. The employer's to know.</summary>
    public bool Overlaps { get; init; }

    /// <summary>Somebody else has agreed on this hour since it was offered.</summary>
    public bool IsTaken { get; init; }

    public bool CanBePicked => IsToCome && !IsTaken;
}

/// <param name="StartsAt">UTC: the time agreed on after this step, or that fell away with it.</param>
public sealed record InterviewStepView(InterviewStepKind Kind, bool FromSeeker, string? Words, DateTime? StartsAt, DateTime At);

/// <summary>An open interview at a glance, for lists.</summary>
/// <param name="At">UTC: the time agreed on, or the last of those offered.</param>
public sealed record InterviewGlance(InterviewState State, DateTime At);

internal static class InterviewReading
{
    /// <summary>The open interview of each of these applications, as recorded: the reader compares its time with the day.</summary>
    public static Task<Dictionary<SelfApplicationId, InterviewGlance>> GlancesAsync(this HelloWorkDbContext db, IReadOnlyCollection<SelfApplicationId> applications, CancellationToken ct) =>
        db.Interviews.AsNoTracking().Where(i => applications.Contains(i.SelfApplicationId) && i.State <= InterviewState.Agreed)
            .Select(i => new { i.SelfApplicationId, i.State, At = i.StartsAt ?? i.Times.Max(t => t.StartsAt) })
            .ToDictionaryAsync(i => i.SelfApplicationId, i => new InterviewGlance(i.State, i.At), ct);

    /// <summary>Offered to the seeker, with a time still to come: where others have taken it, the seeker still has to say that none suits.</summary>
    public static IQueryable<Interview> ToPick(this HelloWorkDbContext db, SeekerId seeker, DateTime now) =>
        db.Interviews.Where(i => i.State == InterviewState.Offered && i.Times.Any(t => t.StartsAt > now)
            && db.SelfApplications.Any(a => a.Id == i.SelfApplicationId && a.SeekerId == seeker));

    public static IQueryable<Interview> Whole(this IQueryable<Interview> interviews) => interviews.Include(i => i.Times).Include(i => i.Steps).AsSplitQuery();

    public static IQueryable<Interview> OfSeeker(this HelloWorkDbContext db, SeekerId seeker, InterviewId id) =>
        db.Interviews.Where(i => i.Id == id && db.SelfApplications.Any(a => a.Id == i.SelfApplicationId && a.SeekerId == seeker));

    public static IQueryable<Interview> OfOffice(this HelloWorkDbContext db, OfficeId office, InterviewId id) =>
        db.Interviews.Where(i => i.Id == id && db.SentTo(office).Any(a => a.Id == i.SelfApplicationId));
}
