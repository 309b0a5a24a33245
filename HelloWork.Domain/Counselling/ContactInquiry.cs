using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.Counselling;

/// <summary>問い合わせ: an employer asks a placement office about a seeker who has no MyPage (SS-05); the desk checks, tells the seeker and answers (CO-03).</summary>
public sealed class ContactInquiry
{
    public const int LongestMessage = 1000;
    public const int LongestAnswer = 1000;

    private ContactInquiry() { }

    public ContactInquiry(OfficeId office, Guid sender, SeekerId seeker, string placementOfficeCode, JobOfferId job, string number, string message, DateTime now)
    {
        Id = new ContactInquiryId(NewId.Next());
        OfficeId = office;
        SenderAccountId = sender;
        SeekerId = seeker;
        PlacementOfficeCode = placementOfficeCode;
        JobOfferId = job;
        Number = number;
        Message = message;
        SentAt = now;
    }

    public ContactInquiryId Id { get; private set; }
    /// <summary>問い合わせ番号, for instance <c>Q-2603-0418</c>.</summary>
    public string Number { get; private set; } = "";
    public OfficeId OfficeId { get; private set; }
    public Guid SenderAccountId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public string PlacementOfficeCode { get; private set; } = "";
    public JobOfferId JobOfferId { get; private set; }
    public string Message { get; private set; } = "";
    public DateTime SentAt { get; private set; }
    /// <summary>When a counselor had compared wishes and conditions.</summary>
    public DateTime? CheckedAt { get; private set; }
    /// <summary>The Japanese day the seeker was told on.</summary>
    public DateOnly? ToldOn { get; private set; }
    public TellingWay? ToldBy { get; private set; }
    public InquiryResult? Result { get; private set; }
    /// <summary>Null: 回答待ち.</summary>
    public DateTime? AnsweredAt { get; private set; }
    /// <summary>What the employer reads.</summary>
    public string? Answer { get; private set; }
    public int Version { get; private set; }

    public InquiryState State => AnsweredAt is not null ? InquiryState.Answered
        : ToldOn is not null ? InquiryState.SeekerTold
        : CheckedAt is not null ? InquiryState.Checked
        : InquiryState.Waiting;

    /// <summary>希望と条件を確かめた.</summary>
    public void Check(DateTime now)
    {
        DemandOpen();
        CheckedAt ??= now;
        Version++;
    }

    /// <summary>求職者に伝えた; telling once more, in another way, takes the place of the first.</summary>
    public void Tell(TellingWay way, DateOnly on)
    {
        DemandOpen();
        if (CheckedAt is null)
            throw new InvalidOperationException($"Inquiry {Number} isn't checked: the seeker is told after that.");
        (ToldBy, ToldOn) = (way, on);
        Version++;
    }

    /// <summary>What has to be done before this answer, or null.</summary>
    public InquiryState? MissingBefore(InquiryResult result) => result switch
    {
        _ when CheckedAt is null => InquiryState.Checked,
        InquiryResult.WishesToApply or InquiryResult.DoesNotWish when ToldOn is null => InquiryState.SeekerTold,
        _ => null,
    };

    public void AnswerWith(InquiryResult result, string answer, DateTime now)
    {
        DemandOpen();
        if (MissingBefore(result) is { } missing)
            throw new InvalidOperationException($"Inquiry {Number} can't be answered with {result} before it is {missing}.");
        (Result, Answer, AnsweredAt) = (result, answer, now);
        Version++;
    }

    private void DemandOpen()
    {
        if (AnsweredAt is not null)
            throw new InvalidOperationException($"Inquiry {Number} was answered at {AnsweredAt:O}.");
    }
}

/// <summary>問い合わせの進み具合, as the employer sees it.</summary>
public enum InquiryState
{
    /// <summary>回答待ち</summary>
    Waiting = 1,
    /// <summary>希望と条件を確認済み</summary>
    Checked = 2,
    /// <summary>求職者に連絡済み</summary>
    SeekerTold = 3,
    /// <summary>回答あり</summary>
    Answered = 4,
}

/// <summary>問い合わせの結果. Stored: none is renumbered.</summary>
public enum InquiryResult : byte
{
    /// <summary>応募を希望している</summary>
    WishesToApply = 1,
    /// <summary>応募を希望していない</summary>
    DoesNotWish = 2,
    /// <summary>連絡がつかなかった</summary>
    NotReached = 3,
    /// <summary>希望と条件が合わない: the seeker wasn't told</summary>
    DoesNotFit = 4,
}

/// <summary>伝えた方法. Stored: none is renumbered.</summary>
public enum TellingWay : byte
{
    /// <summary>電話</summary>
    Phone = 1,
    /// <summary>手紙</summary>
    Letter = 2,
    /// <summary>窓口</summary>
    Window = 3,
}
