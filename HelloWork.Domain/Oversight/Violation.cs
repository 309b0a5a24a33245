using HelloWork.Domain.Common;
using HelloWork.Domain.Providers;

namespace HelloWork.Domain.Oversight;

/// <summary>違反の記録: a violation that was confirmed by an office or the bureau, or that a deadline shows by itself. The bureau answers each (OV-02).</summary>
public sealed class Violation
{
    public const int LongestNote = 1000;

    private Violation() { }

    private Violation(ProviderId provider, ViolationKind kind, ViolationSource source, DateTime now)
    {
        Id = new ViolationId(NewId.Next());
        ProviderId = provider;
        Kind = kind;
        Source = source;
        RecordedAt = now;
    }

    /// <summary>An office confirmed a seeker's report.</summary>
    public static Violation Of(Complaint complaint, CorrectionOrder order, DateTime now) =>
        new(complaint.ProviderId, complaint.Kind, ViolationSource.Office, now) { ComplaintId = complaint.Id, OrderId = order.Id };

    /// <summary>A deadline for deletion has passed (PR-03, PR-04).</summary>
    public static Violation OfDeletion(ProviderId provider, Guid obtained, ViolationKind kind, DateTime now) =>
        new(provider, kind, ViolationSource.Deadline, now) { ObtainedProfileId = obtained };

    /// <summary>An order's deadline has passed without an answer.</summary>
    public static Violation OfOrder(CorrectionOrder order, DateTime now) =>
        new(order.ProviderId, ViolationKind.OrderUnanswered, ViolationSource.Deadline, now) { UnansweredOrderId = order.Id };

    /// <summary>The bureau found it itself.</summary>
    public static Violation OfBureau(ProviderId provider, ViolationKind kind, CorrectionOrder order, Guid officer, DateTime now)
    {
        var found = new Violation(provider, kind, ViolationSource.Bureau, now);
        found.Order(order, officer, now);
        return found;
    }

    public ViolationId Id { get; private set; }
    public ProviderId ProviderId { get; private set; }
    public ViolationKind Kind { get; private set; }
    public ViolationSource Source { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public ComplaintId? ComplaintId { get; private set; }
    public Guid? ObtainedProfileId { get; private set; }
    /// <summary>The order whose answer is missing.</summary>
    public CorrectionOrderId? UnansweredOrderId { get; private set; }
    /// <summary>The order that answers this violation.</summary>
    public CorrectionOrderId? OrderId { get; private set; }
    /// <summary>対応を終えた時; null: it waits for the bureau.</summary>
    public DateTime? HandledAt { get; private set; }
    public Guid? HandledBy { get; private set; }
    /// <summary>違反としない: it doesn't count for repetition.</summary>
    public bool Dismissed { get; private set; }
    public string? Note { get; private set; }
    public int Version { get; private set; }

    /// <summary>The bureau orders correction because of it.</summary>
    public void Order(CorrectionOrder order, Guid officer, DateTime now)
    {
        Handle(officer, now);
        OrderId = order.Id;
    }

    /// <summary>The office's order stands; nothing more is needed.</summary>
    public void Accept(Guid officer, DateTime now) => Handle(officer, now);

    public void Close(string note, bool dismissed, Guid officer, DateTime now)
    {
        Handle(officer, now);
        Note = note;
        Dismissed = dismissed;
    }

    private void Handle(Guid officer, DateTime now)
    {
        if (HandledAt is not null)
            throw new InvalidOperationException($"The violation was dealt with at {HandledAt:O}.");
        HandledAt = now;
        HandledBy = officer;
        Version++;
    }
}

/// <summary>違反行為の種類: the leaflet's two under the Employment Security Act and five under the terms, then those that a deadline shows. Stored: none is renumbered.</summary>
public enum ViolationKind
{
    /// <summary>求職の申込みをしたのに受理を断られた（職業安定法）</summary>
    ApplicationRefused = 1,
    /// <summary>団体へ登録した情報が第三者へ提供された（職業安定法）</summary>
    PassedToThirdParty = 2,
    /// <summary>職業紹介とは無関係な案内が送られてきた（利用規約）</summary>
    UnrelatedAdvertising = 11,
    /// <summary>派遣労働者としての登録の働きかけがあった（利用規約）</summary>
    DispatchSolicited = 12,
    /// <summary>事前の説明と承諾なしに有料サービスが提供された（利用規約）</summary>
    ChargedWithoutConsent = 13,
    /// <summary>虚偽の情報や不正の手段によって個人情報を取得された（利用規約）</summary>
    ObtainedByDeceit = 14,
    /// <summary>求職情報の削除・廃棄を求めたのに、対処状況の通知がなかった（利用規約）</summary>
    DeletionUnanswered = 15,
    /// <summary>期限までに求職情報が削除されていない; found by its deadline, not reported by seekers</summary>
    DeletionOverdue = 21,
    /// <summary>是正要請に期限までに答えていない</summary>
    OrderUnanswered = 22,
}

public static class ViolationKinds
{
    /// <summary>The leaflet's list, in its order: what a seeker can report (OV-01).</summary>
    public static readonly IReadOnlyList<ViolationKind> Reportable =
    [
        ViolationKind.ApplicationRefused, ViolationKind.PassedToThirdParty, ViolationKind.UnrelatedAdvertising, ViolationKind.DispatchSolicited,
        ViolationKind.ChargedWithoutConsent, ViolationKind.ObtainedByDeceit, ViolationKind.DeletionUnanswered,
    ];

    /// <summary>Under the Employment Security Act; the others break the terms of use.</summary>
    public static bool IsOfTheAct(this ViolationKind kind) => kind is ViolationKind.ApplicationRefused or ViolationKind.PassedToThirdParty;
}

/// <summary>どこからの記録か</summary>
public enum ViolationSource
{
    /// <summary>安定所が確認した通報</summary>
    Office = 1,
    /// <summary>期限の経過</summary>
    Deadline = 2,
    /// <summary>労働局</summary>
    Bureau = 3,
}
