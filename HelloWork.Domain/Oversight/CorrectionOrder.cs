using HelloWork.Domain.Common;
using HelloWork.Domain.Providers;

namespace HelloWork.Domain.Oversight;

/// <summary>是正要請 (OV-02): what a provider has to mend and by when, always together with a suspension. A suspended provider reads and answers it, and nothing else (OV-03).</summary>
public sealed class CorrectionOrder
{
    public const int LongestText = 2000;
    /// <summary>In UTF-16 units: room for an answer that is still too long to send.</summary>
    public const int DraftRoom = 8000;

    private CorrectionOrder() { }

    /// <param name="placementOfficeCode">The office that orders; null: the bureau.</param>
    public CorrectionOrder(ProviderSuspension suspension, ViolationKind kind, string? placementOfficeCode, Guid issuedBy, string text, DateOnly answerBy, DateTime now)
    {
        if (answerBy < Jst.DayOf(now))
            throw new ArgumentException("There is time to answer.", nameof(answerBy));
        Id = new CorrectionOrderId(NewId.Next());
        ProviderId = suspension.ProviderId;
        SuspensionId = suspension.Id;
        Kind = kind;
        PlacementOfficeCode = placementOfficeCode;
        IssuedBy = issuedBy;
        Text = text;
        AnswerBy = answerBy;
        IssuedAt = now;
    }

    public CorrectionOrderId Id { get; private set; }
    public ProviderId ProviderId { get; private set; }
    public Guid SuspensionId { get; private set; }
    public ViolationKind Kind { get; private set; }
    /// <summary>安定所番号 of the office that ordered; null: the bureau.</summary>
    public string? PlacementOfficeCode { get; private set; }
    public Guid IssuedBy { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>回答の期限: through the end of this Japanese day.</summary>
    public DateOnly AnswerBy { get; private set; }
    public DateTime IssuedAt { get; private set; }
    /// <summary>What the provider has typed and not sent yet.</summary>
    public string? Draft { get; private set; }
    public DateTime? DraftSavedAt { get; private set; }
    public string? Answer { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public int Version { get; private set; }

    public bool IsLateOn(DateOnly today) => AnsweredAt is null && AnswerBy < today;

    public void SaveDraft(string text, DateTime now)
    {
        DemandOpen();
        Draft = text;
        DraftSavedAt = now;
        Version++;
    }

    /// <summary>Also after the deadline: late is better than never, and the delay is on record.</summary>
    public void TakeAnswer(string text, Guid by, DateTime now)
    {
        DemandOpen();
        Answer = text;
        AnsweredAt = now;
        AnsweredBy = by;
        Draft = null;
        DraftSavedAt = null;
        Version++;
    }

    private void DemandOpen()
    {
        if (AnsweredAt is not null)
            throw new InvalidOperationException($"The order was answered at {AnsweredAt:O}.");
    }
}
