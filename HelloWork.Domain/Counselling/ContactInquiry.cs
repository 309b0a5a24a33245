using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.Counselling;

/// <summary>問い合わせ: an employer asks a placement office about a seeker who has no MyPage (SS-05); the desk answers (CO-03).</summary>
public sealed class ContactInquiry
{
    public const int LongestMessage = 1000;

    private ContactInquiry() { }

    public ContactInquiry(OfficeId office, Guid sender, SeekerId seeker, string placementOfficeCode, JobOfferId job, string message, DateTime now)
    {
        Id = new ContactInquiryId(NewId.Next());
        OfficeId = office;
        SenderAccountId = sender;
        SeekerId = seeker;
        PlacementOfficeCode = placementOfficeCode;
        JobOfferId = job;
        Message = message;
        SentAt = now;
    }

    public ContactInquiryId Id { get; private set; }
    public OfficeId OfficeId { get; private set; }
    public Guid SenderAccountId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public string PlacementOfficeCode { get; private set; } = "";
    public JobOfferId JobOfferId { get; private set; }
    public string Message { get; private set; } = "";
    public DateTime SentAt { get; private set; }
    /// <summary>Null: 回答待ち.</summary>
    public DateTime? AnsweredAt { get; private set; }
    public string? Answer { get; private set; }
}

/// <summary>相談: a seeker asks Hello Work for advice about a job or a request (AP-04); the desk answers.</summary>
public sealed class Consultation
{
    public const int LongestQuestion = 1000;

    private Consultation() { }

    public Consultation(SeekerId seeker, Guid account, string placementOfficeCode, JobOfferId job, DirectRequestId? request, string question, DateTime now)
    {
        Id = new ConsultationId(NewId.Next());
        SeekerId = seeker;
        AccountId = account;
        PlacementOfficeCode = placementOfficeCode;
        JobOfferId = job;
        DirectRequestId = request;
        Question = question;
        AskedAt = now;
    }

    public ConsultationId Id { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public Guid AccountId { get; private set; }
    public string PlacementOfficeCode { get; private set; } = "";
    public JobOfferId JobOfferId { get; private set; }
    public DirectRequestId? DirectRequestId { get; private set; }
    public string Question { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    /// <summary>Null: 回答待ち.</summary>
    public DateTime? AnsweredAt { get; private set; }
    public string? Answer { get; private set; }
}
