using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.Oversight;

/// <summary>通報 (OV-01): a seeker tells the office of their registration what a provider did, with messages of the conversation as evidence.</summary>
public sealed class Complaint
{
    public const int LongestSituation = 2000;
    public const int LongestAnswer = 1000;

    private readonly List<ComplaintEvidence> _evidence = [];

    private Complaint() { }

    /// <param name="id">Drawn with the form: sent twice it is one report.</param>
    public Complaint(ComplaintId id, string number, Conversation conversation, Guid reporter, string placementOfficeCode, ViolationKind kind, string situation, IEnumerable<Guid> evidence, DateTime now)
    {
        if (!ViolationKinds.Reportable.Contains(kind))
            throw new ArgumentException("Not of the leaflet's list.", nameof(kind));
        Id = id;
        Number = number;
        ConversationId = conversation.Id;
        ProviderId = conversation.ProviderId;
        SeekerId = conversation.SeekerId;
        ReporterAccountId = reporter;
        PlacementOfficeCode = placementOfficeCode;
        Kind = kind;
        Situation = situation;
        ReceivedAt = now;
        _evidence.AddRange(evidence.Distinct().Select(message => new ComplaintEvidence(id, message)));
    }

    public ComplaintId Id { get; private set; }
    /// <summary>受付番号, for instance C-2603-0004</summary>
    public string Number { get; private set; } = "";
    public ConversationId ConversationId { get; private set; }
    public ProviderId ProviderId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public Guid ReporterAccountId { get; private set; }
    /// <summary>求職申込みを行ったハローワーク</summary>
    public string PlacementOfficeCode { get; private set; } = "";
    public ViolationKind Kind { get; private set; }
    /// <summary>状況, in the seeker's words</summary>
    public string Situation { get; private set; } = "";
    public DateTime ReceivedAt { get; private set; }
    /// <summary>Null: 確認中.</summary>
    public ComplaintDecision? Decision { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    /// <summary>What the seeker is told; with <see cref="ComplaintDecision.NotAViolation"/> the reason.</summary>
    public string? Answer { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ComplaintEvidence> Evidence => _evidence;

    public void Decide(ComplaintDecision decision, string answer, Guid counselor, DateTime now)
    {
        if (DecidedAt is not null)
            throw new InvalidOperationException($"{Number} was decided at {DecidedAt:O}.");
        Decision = decision;
        Answer = answer;
        DecidedBy = counselor;
        DecidedAt = now;
        Version++;
    }
}

/// <summary>証拠: a message of the conversation. Messages never change, so it is the message itself.</summary>
public sealed class ComplaintEvidence
{
    private ComplaintEvidence() { }

    internal ComplaintEvidence(ComplaintId complaint, Guid message)
    {
        ComplaintId = complaint;
        MessageId = message;
    }

    public ComplaintId ComplaintId { get; private set; }
    public Guid MessageId { get; private set; }
}

/// <summary>通報への対応の結果</summary>
public enum ComplaintDecision
{
    /// <summary>違反とは認められない</summary>
    NotAViolation = 1,
    /// <summary>是正を要請し、利用を停止した</summary>
    Ordered = 2,
}
