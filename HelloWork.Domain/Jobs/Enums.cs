namespace HelloWork.Domain.Jobs;

/// <summary>求人の状態. «Ended» is read from the last day as well: see <see cref="JobOffer.IsActiveOn"/>.</summary>
public enum JobOfferStatus
{
    /// <summary>確認待ち: a counselor's check comes first (JO-01).</summary>
    AwaitingCheck = 1,
    /// <summary>有効中</summary>
    Active = 2,
    /// <summary>終了</summary>
    Ended = 3,
}

/// <summary>求人が終わった理由 (JO-05).</summary>
public enum JobEndReason
{
    /// <summary>紹介期限日を過ぎた</summary>
    LastDayPassed = 1,
    /// <summary>充足: filled</summary>
    Filled = 2,
    /// <summary>取消し: withdrawn by the employer</summary>
    Withdrawn = 3,
}

/// <summary>公開範囲 (JO-02): who sees the office's name.</summary>
public enum Disclosure
{
    /// <summary>1 事業所名等を含む求人情報を公開する</summary>
    NameToAll = 1,
    /// <summary>2 ハローワークの求職者に限定して、事業所名等を含む求人情報を公開する</summary>
    NameToSeekers = 2,
    /// <summary>3 事業所名等を含まない求人情報を公開する</summary>
    WithoutName = 3,
    /// <summary>4 求人情報を公開しない</summary>
    NotPublic = 4,
}

/// <summary>雇用形態, as the job search offers it.</summary>
public enum EmploymentType
{
    /// <summary>正社員</summary>
    Regular = 1,
    /// <summary>正社員以外</summary>
    NonRegular = 2,
    /// <summary>有期雇用派遣労働者</summary>
    FixedTermDispatch = 3,
    /// <summary>無期雇用派遣労働者</summary>
    PermanentDispatch = 4,
    /// <summary>パート労働者</summary>
    Part = 5,
    /// <summary>有期雇用派遣パート</summary>
    PartFixedTermDispatch = 6,
    /// <summary>無期雇用派遣パート</summary>
    PartPermanentDispatch = 7,
}

/// <summary>賃金の単位: what the searched wage is paid for. Daily and yearly wages are turned into monthly ones for searching.</summary>
public enum WageUnit
{
    Month = 1,
    Hour = 2,
}

/// <summary>派遣・請負等 (JO-03).</summary>
public enum StaffingKind
{
    /// <summary>派遣・請負ではない</summary>
    None = 0,
    /// <summary>労働者派遣</summary>
    Dispatch = 1,
    /// <summary>請負</summary>
    Contract = 2,
}

/// <summary>Why a job offer can't take online self-applications (JO-02, JO-03). The form and the composer say it in words.</summary>
public enum SelfApplicationBar
{
    /// <summary>公開範囲 3 or 4: the office's name isn't shown.</summary>
    OfficeNameNotShown = 1,
    /// <summary>Dispatch or contract whose actual workplace isn't named.</summary>
    WorkplaceNotNamed = 2,
}
