using HelloWork.Domain.Common;

namespace HelloWork.Domain.Applications.Interviews;

/// <summary>
/// 面接の日時の調整: up to ten times that an employer offers to one applicant, of which the applicant picks one, and what becomes of it (AP-05).
/// One that is open stands on an application at a time; what happened to it stays in its steps.
/// </summary>
public sealed class Interview
{
    public const int MostTimes = 10;
    public const int ShortestMinutes = 10;
    public const int LongestMinutes = 480;
    public const int LongestPlace = 300;
    public const int LongestWords = 1000;
    /// <summary>How far ahead a time may lie.</summary>
    public const int MostDaysAhead = 180;

    private readonly List<InterviewTime> _times = [];
    private readonly List<InterviewStep> _steps = [];

    private Interview() { }

    /// <param name="id">Drawn with the form, so that one sent twice is one offer.</param>
    /// <param name="times">UTC, each of them once.</param>
    public Interview(InterviewId id, SelfApplication application, IReadOnlyCollection<DateTime> times, int minutes, string place, string? note, Guid account, DateTime now)
    {
        if (times.Count is 0 or > MostTimes || times.Distinct().Count() != times.Count || times.Any(t => t <= now))
            throw new ArgumentException($"One to {MostTimes} different times to come are offered.", nameof(times));
        Id = id;
        SelfApplicationId = application.Id;
        Number = application.NextInterview();
        _times.AddRange(times.Order().Select((at, i) => new InterviewTime(id, (short)(i + 1), at)));
        (Minutes, Place, Note) = (minutes, place, note);
        RemindAt = Reminding.ChoiceMomentFor(LastTime, now);
        Move(InterviewState.Offered, InterviewStepKind.Offered, fromSeeker: false, account, null, now);
    }

    public InterviewId Id { get; private set; }
    public SelfApplicationId SelfApplicationId { get; private set; }
    /// <summary>The how-manieth of its application.</summary>
    public short Number { get; private set; }
    /// <summary>As recorded; what time alone has changed since is told by <see cref="StateAt"/>.</summary>
    public InterviewState State { get; private set; }
    public int Minutes { get; private set; }
    /// <summary>場所: an address, or where to join online; text, as the employer wrote it.</summary>
    public string Place { get; private set; } = "";
    public string? Note { get; private set; }
    /// <summary>UTC: the time agreed on, also of one called off afterwards; null while there is none.</summary>
    public DateTime? StartsAt { get; private set; }
    /// <summary>UTC: when both sides are to be reminded of what they agreed on, or the applicant of choosing; null: not (any more).</summary>
    public DateTime? RemindAt { get; private set; }
    /// <summary>Grows with each change of what stands in both calendars (RFC 5545's SEQUENCE).</summary>
    public int Sequence { get; private set; }
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<InterviewTime> Times => _times;
    public IReadOnlyList<InterviewStep> Steps => _steps;

    /// <summary>UTC: until when one of the times can be picked.</summary>
    public DateTime LastTime => _times.Max(t => t.StartsAt);

    public DateTime? EndsAt => StartsAt?.AddMinutes(Minutes);

    public InterviewState StateAt(DateTime now) => State switch
    {
        InterviewState.Agreed when EndsAt <= now => InterviewState.Over,
        InterviewState.Offered when _times.TrueForAll(t => t.StartsAt <= now) => InterviewState.Lapsed,
        _ => State,
    };

    /// <summary>日時を選ぶ: the applicant's, one of those offered; the others are closed by it.</summary>
    public void Pick(short number, Guid account, DateTime now)
    {
        Demand(InterviewState.Offered, now);
        var picked = _times.Single(t => t.Number == number);
        if (picked.StartsAt <= now)
            throw new InvalidOperationException($"Time {number} of interview {Id} has passed.");
        picked.Pick(now);
        Agree(picked.StartsAt, now);
        Move(InterviewState.Agreed, InterviewStepKind.Agreed, fromSeeker: true, account, null, now);
    }

    /// <summary>合う日時がない: the applicant's, with words on what would suit.</summary>
    public void SayNoneSuits(Guid account, string words, DateTime now)
    {
        Demand(InterviewState.Offered, now);
        RemindAt = null;
        Move(InterviewState.NoneSuits, InterviewStepKind.NoneSuits, fromSeeker: true, account, words, now);
    }

    /// <summary>日時や場所を変える: the employer's, of one agreed on that is still to come.</summary>
    public void Reschedule(DateTime startsAt, int minutes, string place, string reason, Guid account, DateTime now)
    {
        Demand(InterviewState.Agreed, now);
        if (startsAt <= now)
            throw new ArgumentException("An interview is moved to a time to come.", nameof(startsAt));
        (Minutes, Place) = (minutes, place);
        Sequence++;
        Agree(startsAt, now);
        Move(InterviewState.Agreed, InterviewStepKind.Moved, fromSeeker: false, account, reason, now);
    }

    /// <summary>取りやめる: by either side what was agreed on, by the employer also what was only offered.</summary>
    public void CallOff(bool fromSeeker, Guid account, string reason, DateTime now)
    {
        if (StateAt(now) is not InterviewState.Agreed && (fromSeeker || StateAt(now) is not InterviewState.Offered))
            throw new InvalidOperationException($"Interview {Id} is {StateAt(now)}; there is nothing to call off.");
        End();
        Move(InterviewState.CalledOff, InterviewStepKind.CalledOff, fromSeeker, account, reason, now);
    }

    /// <summary>Ends with its application: the outcome was recorded, or the seeker withdrew. One that has taken place stays so.</summary>
    /// <returns>Whether a time that both had agreed on falls away.</returns>
    public bool LapseWithApplication(Guid account, bool fromSeeker, DateTime now)
    {
        if (!IsOpen)
            return false;
        if (StateAt(now) is InterviewState.Over)
        {
            Close(now);
            return false;
        }
        var agreed = State is InterviewState.Agreed;
        End();
        Move(InterviewState.Lapsed, InterviewStepKind.Lapsed, fromSeeker, account, null, now);
        return agreed;
    }

    /// <summary>Records what time alone has made of it, before the next one is offered.</summary>
    public void Close(DateTime now)
    {
        if (!IsOpen || StateAt(now) is not (InterviewState.Over or InterviewState.Lapsed))
            throw new InvalidOperationException($"Interview {Id} is {StateAt(now)} and goes on.");
        (State, RemindAt) = (StateAt(now), null);
        Version++;
    }

    /// <summary>One of the times offered has gone to somebody else; whoever is still to choose is reminded before the last that is left.</summary>
    /// <param name="last">UTC; null: none is left.</param>
    internal void LoseTimes(DateTime? last, DateTime now)
    {
        if (RemindAt is not null && last is { } until)
            RemindAt = Reminding.ChoiceMomentFor(until, now) ?? RemindAt;
        Version++;
    }

    /// <summary>The reminder has been written, or is too late to be.</summary>
    public void MarkReminded()
    {
        RemindAt = null;
        Version++;
    }

    /// <summary>As recorded: asks for an answer or holds a time.</summary>
    public bool IsOpen => State is InterviewState.Offered or InterviewState.Agreed;

    private void Agree(DateTime startsAt, DateTime now)
    {
        StartsAt = startsAt;
        RemindAt = Reminding.MomentFor(startsAt, now);
    }

    private void End()
    {
        RemindAt = null;
        if (StartsAt is not null)
            Sequence++;
    }

    private void Demand(InterviewState state, DateTime now)
    {
        if (StateAt(now) != state)
            throw new InvalidOperationException($"Interview {Id} is {StateAt(now)}, not {state}.");
    }

    private void Move(InterviewState state, InterviewStepKind kind, bool fromSeeker, Guid account, string? words, DateTime now)
    {
        (State, ChangedAt) = (state, now);
        Version++;
        _steps.Add(new InterviewStep(Id, (short)(_steps.Count + 1), kind, fromSeeker, account, words, StartsAt, StartsAt is null ? null : Minutes, now));
    }
}

/// <summary>面接の予定の状態</summary>
public enum InterviewState
{
    /// <summary>候補の日時を提案中</summary>
    Offered = 1,
    /// <summary>日時が決まった</summary>
    Agreed = 2,
    /// <summary>合う日時がない</summary>
    NoneSuits = 3,
    /// <summary>取りやめ</summary>
    CalledOff = 4,
    /// <summary>終了: every time offered has passed, or the application ended before.</summary>
    Lapsed = 5,
    /// <summary>済み: its time has passed.</summary>
    Over = 6,
}

/// <summary>候補の日時: one of those offered, to one applicant only.</summary>
public sealed class InterviewTime
{
    private InterviewTime() { }

    internal InterviewTime(InterviewId interview, short number, DateTime startsAt)
    {
        InterviewId = interview;
        Number = number;
        StartsAt = startsAt;
    }

    public InterviewId InterviewId { get; private set; }
    public short Number { get; private set; }
    /// <summary>UTC</summary>
    public DateTime StartsAt { get; private set; }
    /// <summary>At most one of an interview's times has it.</summary>
    public DateTime? PickedAt { get; private set; }

    internal void Pick(DateTime now) => PickedAt = now;
}

/// <summary>面接の調整の履歴: one step, never changed (AP-05).</summary>
public sealed class InterviewStep
{
    private InterviewStep() { }

    internal InterviewStep(InterviewId interview, short number, InterviewStepKind kind, bool fromSeeker, Guid account, string? words, DateTime? startsAt, int? minutes, DateTime at)
    {
        InterviewId = interview;
        Number = number;
        Kind = kind;
        FromSeeker = fromSeeker;
        AccountId = account;
        Words = words;
        (StartsAt, Minutes) = (startsAt, minutes);
        At = at;
    }

    public InterviewId InterviewId { get; private set; }
    public short Number { get; private set; }
    public InterviewStepKind Kind { get; private set; }
    public bool FromSeeker { get; private set; }
    public Guid AccountId { get; private set; }
    /// <summary>The reason, or what the applicant wrote when none suited.</summary>
    public string? Words { get; private set; }
    /// <summary>UTC: the time agreed on after this step, or that fell away with it.</summary>
    public DateTime? StartsAt { get; private set; }
    /// <summary>How long from <see cref="StartsAt"/>; null also where the step is older than this note.</summary>
    public int? Minutes { get; private set; }
    public DateTime At { get; private set; }
}

public enum InterviewStepKind
{
    Offered = 1,
    Agreed = 2,
    NoneSuits = 3,
    Moved = 4,
    CalledOff = 5,
    Lapsed = 6,
}
