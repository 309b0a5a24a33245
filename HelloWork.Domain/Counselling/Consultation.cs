using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.Counselling;

/// <summary>相談: a seeker asks Hello Work for advice about a job or a request (AP-04); the desk answers.</summary>
public sealed class Consultation
{
    public const int LongestQuestion = 1000;
    public const int LongestAnswer = 1000;

    private Consultation() { }

    public Consultation(SeekerId seeker, Guid account, string placementOfficeCode, JobOfferId job, DirectRequestId? request, string number, string question, DateTime now)
    {
        Id = new ConsultationId(NewId.Next());
        SeekerId = seeker;
        AccountId = account;
        PlacementOfficeCode = placementOfficeCode;
        JobOfferId = job;
        DirectRequestId = request;
        Number = number;
        Question = question;
        AskedAt = now;
    }

    public ConsultationId Id { get; private set; }
    /// <summary>相談番号, for instance <c>S-2603-0012</c>.</summary>
    public string Number { get; private set; } = "";
    public SeekerId SeekerId { get; private set; }
    public Guid AccountId { get; private set; }
    public string PlacementOfficeCode { get; private set; } = "";
    public JobOfferId JobOfferId { get; private set; }
    public DirectRequestId? DirectRequestId { get; private set; }
    public string Question { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    /// <summary>The Japanese day Hello Work contacted the employer for the seeker; null: not.</summary>
    public DateOnly? EmployerContactedOn { get; private set; }
    /// <summary>Null: 回答待ち.</summary>
    public DateTime? AnsweredAt { get; private set; }
    /// <summary>What the seeker reads.</summary>
    public string? Answer { get; private set; }
    public int Version { get; private set; }

    /// <param name="employerContactedOn">Null: the employer wasn't contacted.</param>
    public void AnswerWith(string answer, DateOnly? employerContactedOn, DateTime now)
    {
        if (AnsweredAt is not null)
            throw new InvalidOperationException($"Consultation {Number} was answered at {AnsweredAt:O}.");
        (Answer, EmployerContactedOn, AnsweredAt) = (answer, employerContactedOn, now);
        Version++;
    }
}
