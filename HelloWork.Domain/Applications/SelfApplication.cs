using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.Applications;

/// <summary>オンライン自主応募: goes to the employer directly, without Hello Work in between; it is no referral (AP-01, AP-03).</summary>
public sealed class SelfApplication
{
    public const int LongestMotivation = 1000;
    public const int LongestNote = 1000;

    private readonly List<ApplicationStep> _steps = [];

    private SelfApplication() { }

    public SelfApplication(JobOffer job, SeekerId seeker, DirectRequestId? request, ApplicationPapers papers, Guid account, DateTime now)
    {
        Id = new SelfApplicationId(NewId.Next());
        JobOfferId = job.Id;
        SeekerId = seeker;
        DirectRequestId = request;
        Papers = papers;
        AppliedAt = now;
        Await(job.Card.Selection.DaysToDocumentResult is { } days ? Jst.DayOf(now).AddDays(days) : null, now);
        Move(ApplicationStatus.Applied, account, null, now);
    }

    public SelfApplicationId Id { get; private set; }
    public JobOfferId JobOfferId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    /// <summary>The request it answers, where it came within the request's validity (AP-02).</summary>
    public DirectRequestId? DirectRequestId { get; private set; }
    /// <summary>Exactly what the seeker saw before sending, unchanged ever after.</summary>
    public ApplicationPapers Papers { get; private set; } = null!;
    public DateTime AppliedAt { get; private set; }
    public ApplicationStatus Status { get; private set; }
    public DateTime? ReadAt { get; private set; }
    /// <summary>Null while the application stands; one that stands per job and seeker.</summary>
    public DateTime? WithdrawnAt { get; private set; }
    /// <summary>いつまでに返事をするか, as the employer has promised; null: no promise is open.</summary>
    public DateOnly? AnswerBy { get; private set; }
    /// <summary>By when the job card promises a result, of the papers or of the interview; a promise to this applicant goes before it. Null: none is open.</summary>
    public DateOnly? ResultBy { get; private set; }
    /// <summary>UTC: when the employer is to be reminded of the promise that counts; null: not (any more).</summary>
    public DateTime? RemindAnswerAt { get; private set; }
    /// <summary>How many times 面接の日時 were offered; each offer has its number.</summary>
    public short Interviews { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ApplicationStep> Steps => _steps;

    /// <summary>The day by which the applicant may count on an answer; null: none is promised.</summary>
    public DateOnly? AnswerDue => AnswerBy ?? ResultBy;

    public bool HasOutcome => Status is ApplicationStatus.Hired or ApplicationStatus.NotHired or ApplicationStatus.Withdrawn;

    public void MarkRead(DateTime now)
    {
        if (ReadAt is not null)
            return;
        ReadAt = now;
        Version++;
    }

    /// <summary>選考の段階や結果を登録する (AP-05). After an outcome nothing moves any more.</summary>
    public void RecordStep(ApplicationStatus step, Guid account, string? note, DateTime now)
    {
        if (step is ApplicationStatus.Applied or ApplicationStatus.Withdrawn)
            throw new ArgumentException($"{step} isn't the employer's to record.", nameof(step));
        if (step is ApplicationStatus.NotHired && string.IsNullOrWhiteSpace(note))
            throw new ArgumentException("Not hired needs a reason (AP-05).", nameof(note));
        DemandNoOutcome();
        // That the papers are being read is no answer yet.
        if (step is ApplicationStatus.Interview && Interviews > 0)
            KeepPromiseOfPapers(now);
        else if (step is not ApplicationStatus.DocumentScreening)
            KeepPromise();
        Move(step, account, note, now);
    }

    /// <summary>応募を取り下げる: the seeker's, before the outcome (AP-05).</summary>
    public void Withdraw(Guid account, string? note, DateTime now)
    {
        DemandNoOutcome();
        WithdrawnAt = now;
        KeepPromise();
        Move(ApplicationStatus.Withdrawn, account, note, now);
    }

    /// <summary>返事の予定日を伝える: the employer's, before the outcome.</summary>
    public void PromiseAnswer(DateOnly by, DateTime now)
    {
        DemandNoOutcome();
        if (by < Jst.DayOf(now))
            throw new ArgumentException("A promise is for a day to come.", nameof(by));
        AnswerBy = by;
        RemindAnswerAt = AnswerPromises.ReminderFor(by, now);
        Version++;
    }

    /// <summary>面接選考結果までの日数: with an interview agreed on, moved or called off the day moves by which the job card promises its result.</summary>
    /// <param name="by">Null: the card promises none, or there is no interview.</param>
    public void AwaitResult(DateOnly? by, DateTime now)
    {
        DemandNoOutcome();
        Await(by, now);
        Version++;
    }

    private void Await(DateOnly? by, DateTime now)
    {
        ResultBy = by;
        if (AnswerBy is null)
            RemindAnswerAt = by is { } day && day >= Jst.DayOf(now) ? AnswerPromises.ReminderFor(day, now) : null;
    }

    /// <summary>The reminder has been written.</summary>
    public void MarkAnswerReminded()
    {
        RemindAnswerAt = null;
        Version++;
    }

    private void KeepPromise()
    {
        AnswerBy = null;
        ResultBy = null;
        RemindAnswerAt = null;
    }

    /// <summary>That there is an interview was said; what comes after it is still owed.</summary>
    private void KeepPromiseOfPapers(DateTime now)
    {
        if (AnswerBy is null)
            return;
        AnswerBy = null;
        Await(ResultBy, now);
    }

    /// <summary>The number of the next interview. It counts as a change, so that nothing is offered beside an outcome.</summary>
    public short NextInterview()
    {
        DemandNoOutcome();
        KeepPromise();
        Version++;
        return ++Interviews;
    }

    private void DemandNoOutcome()
    {
        if (HasOutcome)
            throw new InvalidOperationException($"Application {Id} has its outcome: {Status}.");
    }

    private void Move(ApplicationStatus status, Guid account, string? note, DateTime now)
    {
        Status = status;
        Version++;
        _steps.Add(new ApplicationStep(Id, (short)(_steps.Count + 1), status, account, note, now));
    }
}

/// <summary>応募の状態</summary>
public enum ApplicationStatus
{
    /// <summary>応募済み（返事待ち）</summary>
    Applied = 1,
    /// <summary>書類選考中</summary>
    DocumentScreening = 2,
    /// <summary>面接</summary>
    Interview = 3,
    /// <summary>採用</summary>
    Hired = 4,
    /// <summary>不採用</summary>
    NotHired = 5,
    /// <summary>取下げ</summary>
    Withdrawn = 6,
}

/// <summary>応募の履歴: one step, never changed (AP-05).</summary>
public sealed class ApplicationStep
{
    private ApplicationStep() { }

    internal ApplicationStep(SelfApplicationId application, short number, ApplicationStatus status, Guid account, string? note, DateTime at)
    {
        SelfApplicationId = application;
        Number = number;
        Status = status;
        AccountId = account;
        Note = note;
        At = at;
    }

    public SelfApplicationId SelfApplicationId { get; private set; }
    public short Number { get; private set; }
    public ApplicationStatus Status { get; private set; }
    public Guid AccountId { get; private set; }
    public string? Note { get; private set; }
    public DateTime At { get; private set; }
}
