using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.DirectRequests;

/// <summary>直接リクエスト: an employer asks one seeker to consider one job. It can't be edited or withdrawn (DR-04).</summary>
public sealed class DirectRequest
{
    /// <summary>1件の求人につき10人まで (DR-02).</summary>
    public const int MostPerJob = 10;
    public const int LongestMessage = 1000;
    public const int LongestDeclineReason = 400;
    private const int DaysToAnswer = 7;

    private DirectRequest() { }

    public DirectRequest(JobOffer job, SeekerId seeker, Guid sender, byte slot, string message, DateTime now)
    {
        if (slot is < 1 or > MostPerJob)
            throw new ArgumentOutOfRangeException(nameof(slot), slot, "A job offer has ten places (DR-02).");

        Id = new DirectRequestId(NewId.Next());
        JobOfferId = job.Id;
        SeekerId = seeker;
        SenderAccountId = sender;
        Slot = slot;
        Message = message;
        SentAt = now;
        ExpiresAt = DeadlineOf(now);
    }

    public DirectRequestId Id { get; private set; }
    public JobOfferId JobOfferId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public Guid SenderAccountId { get; private set; }
    /// <summary>Which of the job's ten places it took, 1 to 10; a place is never freed (DR-02).</summary>
    public byte Slot { get; private set; }
    public string Message { get; private set; } = "";
    public DateTime SentAt { get; private set; }
    /// <summary>24:00 of the last day (DR-06): the first instant at which an answer is too late.</summary>
    public DateTime ExpiresAt { get; private set; }
    public DateTime? ReadAt { get; private set; }
    /// <summary>Null while nobody has answered and no end has been recorded; <see cref="StateAt"/> tells the truth in between.</summary>
    public DirectRequestEnd? End { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public string? DeclineReason { get; private set; }
    public int Version { get; private set; }

    /// <summary>7日間, counted from the day after sending: sent on 22 March at any hour, it ends on 29 March 24:00 (DR-06).</summary>
    public static DateTime DeadlineOf(DateTime sentAt) => Jst.EndOf(Jst.DayOf(sentAt).AddDays(DaysToAnswer));

    /// <summary>Of the seven days (DR-06). What people are told is <see cref="DeadlineIn"/>, which may come before.</summary>
    public DateOnly LastDay => Jst.DayOf(ExpiresAt).AddDays(-1);

    /// <summary>
    /// The state at an instant, to the second and whether or not the scheduler runs (DR-09): what was recorded, or else the first of
    /// deadline, end of the job and end of the registration that has passed. On a tie the deadline counts.
    /// </summary>
    public DirectRequestState StateAt(DateTime now, RequestSurroundings around)
    {
        if ((End ?? ImpliedEnd(now, around)?.End) is { } end)
            return (DirectRequestState)end;
        return ReadAt is null ? DirectRequestState.Unread : DirectRequestState.Read;
    }

    /// <summary>The end that has come by itself by <paramref name="now"/> and when, or null. Only asked while none is recorded.</summary>
    public (DirectRequestEnd End, DateTime At)? ImpliedEnd(DateTime now, RequestSurroundings around) =>
        DeadlineIn(around) is var deadline && deadline.At <= now ? (deadline.Ends, deadline.At) : null;

    /// <summary>
    /// 回答期限: where it ends if nobody answers, as known now: with its seven days (DR-06), or before them with the job (JO-05) or the registration (DR-11).
    /// On a tie the seven days count.
    /// </summary>
    public RequestDeadline DeadlineIn(RequestSurroundings around)
    {
        var first = new RequestDeadline(DirectRequestEnd.Lapsed, ExpiresAt);
        if (around.JobEndedAt < first.At)
            first = new(DirectRequestEnd.JobEnded, around.JobEndedAt.Value);
        if (around.RegistrationEndedAt < first.At)
            first = new(DirectRequestEnd.RegistrationEnded, around.RegistrationEndedAt.Value);
        return first;
    }

    /// <summary>UTC: when its end was foretold, the last time.</summary>
    public DateTime? EndForetoldAt { get; private set; }

    public void Foretell(DateTime now)
    {
        EndForetoldAt = now;
        Version++;
    }

    public void MarkRead(DateTime now)
    {
        if (ReadAt is not null)
            return;
        ReadAt = now;
        Version++;
    }

    /// <summary>応募済み (AP-02). The caller has asked <see cref="StateAt"/> first.</summary>
    public void MarkApplied(DateTime now) => Answer(DirectRequestEnd.Applied, now);

    /// <summary>辞退 (DR-08).</summary>
    public void Decline(string? reason, DateTime now)
    {
        Answer(DirectRequestEnd.Declined, now);
        DeclineReason = string.IsNullOrWhiteSpace(reason) ? null : reason;
    }

    /// <summary>Records an end that came by itself: the deadline, the job or the registration (DR-09, JO-05, DR-11).</summary>
    public void RecordEnd(DirectRequestEnd end, DateTime at)
    {
        if (End is not null)
            throw new InvalidOperationException($"Request {Id} has ended as {End}.");
        if (end is DirectRequestEnd.Applied or DirectRequestEnd.Declined)
            throw new ArgumentException("An answer is the seeker's to give.", nameof(end));
        End = end;
        EndedAt = at;
        Version++;
    }

    private void Answer(DirectRequestEnd end, DateTime now)
    {
        if (End is not null)
            throw new InvalidOperationException($"Request {Id} has ended as {End}.");
        if (now >= ExpiresAt)
            throw new InvalidOperationException($"Request {Id} lapsed at {ExpiresAt:O}; an answer at that very instant is too late.");
        End = end;
        EndedAt = now;
        ReadAt ??= now;
        Version++;
    }
}

/// <summary>How a request ended.</summary>
public enum DirectRequestEnd
{
    /// <summary>応募済み</summary>
    Applied = 3,
    /// <summary>辞退</summary>
    Declined = 4,
    /// <summary>期限切れ（辞退扱い）</summary>
    Lapsed = 5,
    /// <summary>求人終了</summary>
    JobEnded = 6,
    /// <summary>登録終了: registration ended or MyPage closed (DR-11)</summary>
    RegistrationEnded = 7,
}

/// <summary>直接リクエストの状態, as both sides see it (DR-10). Ends keep the numbers of <see cref="DirectRequestEnd"/>.</summary>
public enum DirectRequestState
{
    /// <summary>未読</summary>
    Unread = 1,
    /// <summary>既読</summary>
    Read = 2,
    /// <summary>応募済み</summary>
    Applied = 3,
    /// <summary>辞退</summary>
    Declined = 4,
    /// <summary>期限切れ（辞退扱い）</summary>
    Lapsed = 5,
    /// <summary>求人終了</summary>
    JobEnded = 6,
    /// <summary>登録終了</summary>
    RegistrationEnded = 7,
}

/// <summary>When the things a request hangs on end or ended, in UTC: known ends and last days still ahead alike.</summary>
public readonly record struct RequestSurroundings(DateTime? JobEndedAt, DateTime? RegistrationEndedAt);

/// <summary>回答期限: which end comes first where nobody answers, and when.</summary>
/// <param name="At">UTC: the first instant at which an answer is too late.</param>
public sealed record RequestDeadline(DirectRequestEnd Ends, DateTime At)
{
    /// <summary>The last Japanese day on which an answer counts.</summary>
    public DateOnly LastDay => Jst.DayOf(At.AddTicks(-1));
}

/// <summary>リクエストの下書き: what an employer has typed for one seeker, kept until sent (nothing typed is lost).</summary>
public sealed class DirectRequestDraft
{
    /// <summary>In UTF-16 units: room for a message that is still too long to send.</summary>
    public const int Room = 4000;

    private DirectRequestDraft() { }

    public DirectRequestDraft(Guid account, SeekerId seeker)
    {
        AccountId = account;
        SeekerId = seeker;
    }

    public Guid AccountId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public JobOfferId? JobOfferId { get; private set; }
    public string Message { get; private set; } = "";
    /// <summary>注意事項を確認しました, as ticked so far (DR-05).</summary>
    public bool NoticeConfirmed { get; private set; }
    public DateTime SavedAt { get; private set; }

    public void Save(JobOfferId? job, string message, bool noticeConfirmed, DateTime now)
    {
        JobOfferId = job;
        Message = message;
        NoticeConfirmed = noticeConfirmed;
        SavedAt = now;
    }
}
