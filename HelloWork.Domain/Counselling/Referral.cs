using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;

namespace HelloWork.Domain.Counselling;

/// <summary>
/// 職業紹介: a counselor refers a seeker to an active job, with a referral letter (紹介状) (CO-04). At the window it holds at once; online
/// (オンライン職業紹介) it is offered in MyPage, and holds from when the seeker takes it up: only then the employer sees it.
/// </summary>
public sealed class Referral
{
    public const int LongestNote = 400;
    public const int LongestReason = 400;

    private Referral() { }

    public Referral(SeekerRegistration registration, JobOffer job, Guid counselor, string number, ReferralWay way, string? note, DateTime now)
    {
        Id = new ReferralId(NewId.Next());
        Number = number;
        PlacementOfficeCode = registration.PlacementOfficeCode;
        CounselorId = counselor;
        SeekerId = registration.SeekerId;
        RegistrationId = registration.Id;
        JobOfferId = job.Id;
        OfficeId = job.OfficeId;
        Way = way;
        Note = note;
        IssuedAt = now;
        if (way is ReferralWay.AtWindow)
            TakenUpAt = now;
    }

    public ReferralId Id { get; private set; }
    /// <summary>紹介番号, for instance <c>R-2603-1120</c>.</summary>
    public string Number { get; private set; } = "";
    public string PlacementOfficeCode { get; private set; } = "";
    public Guid CounselorId { get; private set; }
    public SeekerId SeekerId { get; private set; }
    public SeekerRegistrationId RegistrationId { get; private set; }
    public JobOfferId JobOfferId { get; private set; }
    public OfficeId OfficeId { get; private set; }
    public ReferralWay Way { get; private set; }
    /// <summary>連絡事項 on the letter.</summary>
    public string? Note { get; private set; }
    public DateTime IssuedAt { get; private set; }
    /// <summary>When the seeker took it up; null: offered online and not answered yet.</summary>
    public DateTime? TakenUpAt { get; private set; }
    /// <summary>The request it answered, where it was taken up within the request's validity (AP-02).</summary>
    public DirectRequestId? DirectRequestId { get; private set; }
    public ReferralOutcome? Outcome { get; private set; }
    public DateTime? OutcomeAt { get; private set; }
    public string? OutcomeReason { get; private set; }
    public ReferralSide? OutcomeFrom { get; private set; }
    public int Version { get; private set; }

    public ReferralState State => Outcome switch
    {
        ReferralOutcome.Hired => ReferralState.Hired,
        ReferralOutcome.NotHired => ReferralState.NotHired,
        ReferralOutcome.DidNotApply => ReferralState.DidNotApply,
        _ => TakenUpAt is null ? ReferralState.Offered : ReferralState.Referred,
    };

    public void TakeUp(DateTime now)
    {
        DemandAwaited();
        if (TakenUpAt is not null)
            throw new InvalidOperationException($"Referral {Number} was taken up at {TakenUpAt:O}.");
        TakenUpAt = now;
        Version++;
    }

    /// <summary>Notes the request that this referral answered (AP-02).</summary>
    public void Answers(DirectRequestId request)
    {
        DirectRequestId = request;
        Version++;
    }

    /// <summary>結果を記録する. 不採用 needs its reason; a referral that wasn't taken up has no other outcome than 応募しなかった.</summary>
    public void End(ReferralOutcome outcome, string? reason, ReferralSide from, DateTime now)
    {
        DemandAwaited();
        if (outcome is ReferralOutcome.NotHired && string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("Not hired needs a reason.", nameof(reason));
        if (TakenUpAt is null && outcome is not ReferralOutcome.DidNotApply)
            throw new InvalidOperationException($"Referral {Number} wasn't taken up.");
        (Outcome, OutcomeReason, OutcomeFrom, OutcomeAt) = (outcome, reason, from, now);
        Version++;
    }

    private void DemandAwaited()
    {
        if (Outcome is not null)
            throw new InvalidOperationException($"Referral {Number} has its outcome: {Outcome}.");
    }
}

/// <summary>紹介の方法. Stored: none is renumbered.</summary>
public enum ReferralWay : byte
{
    /// <summary>窓口で紹介状を渡す</summary>
    AtWindow = 1,
    /// <summary>オンライン職業紹介</summary>
    Online = 2,
}

/// <summary>紹介の結果. Stored: none is renumbered.</summary>
public enum ReferralOutcome : byte
{
    /// <summary>採用</summary>
    Hired = 1,
    /// <summary>不採用</summary>
    NotHired = 2,
    /// <summary>応募しなかった</summary>
    DidNotApply = 3,
}

/// <summary>結果を記録した人</summary>
public enum ReferralSide : byte
{
    /// <summary>求人者</summary>
    Employer = 1,
    /// <summary>ハローワーク</summary>
    PlacementOffice = 2,
    /// <summary>求職者</summary>
    Seeker = 3,
}

/// <summary>紹介の状態, as all three see it.</summary>
public enum ReferralState
{
    /// <summary>求職者の返事待ち</summary>
    Offered = 1,
    /// <summary>紹介済み（結果待ち）</summary>
    Referred = 2,
    /// <summary>採用</summary>
    Hired = 3,
    /// <summary>不採用</summary>
    NotHired = 4,
    /// <summary>応募しなかった</summary>
    DidNotApply = 5,
}
