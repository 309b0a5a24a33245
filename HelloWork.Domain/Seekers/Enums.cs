namespace HelloWork.Domain.Seekers;

/// <summary>登録の種類</summary>
public enum RegistrationKind
{
    /// <summary>利用登録者: confirmed by Hello Work staff</summary>
    VerifiedAtOffice = 1,
    /// <summary>オンライン登録者: registered online, unchecked</summary>
    RegisteredOnline = 2,
}

/// <summary>求職登録が終わった理由</summary>
public enum RegistrationEndReason
{
    /// <summary>有効期間の満了</summary>
    LastDayPassed = 1,
    /// <summary>就職</summary>
    Employed = 2,
    /// <summary>本人の申し出</summary>
    Withdrawn = 3,
    /// <summary>その他</summary>
    Other = 4,
}

/// <summary>求職情報の提供先区分 (PV-02), the leaflet's four choices.</summary>
public enum ProvisionChoice
{
    /// <summary>④ どちらにも提供しない</summary>
    Neither = 0,
    /// <summary>① 地方自治体等と民間職業紹介事業者等の両方</summary>
    Both = 1,
    /// <summary>② 地方自治体等のみ</summary>
    LocalGovernmentsOnly = 2,
    /// <summary>③ 民間職業紹介事業者等のみ</summary>
    PrivateAgenciesOnly = 3,
}

/// <summary>希望する働き方: full-time or part-time.</summary>
public enum WorkingStyle
{
    /// <summary>フルタイム</summary>
    FullTime = 1,
    /// <summary>パート</summary>
    PartTime = 2,
    /// <summary>どちらでもよい</summary>
    Either = 3,
}

/// <summary>希望・条件の有無（検索用）: what a statement says yes to, the leaflets' fields without a text of their own.</summary>
[Flags]
public enum SeekerTraits
{
    None = 0,
    /// <summary>派遣でもよい</summary>
    AcceptsDispatch = 1 << 0,
    /// <summary>請負でもよい</summary>
    AcceptsContract = 1 << 1,
    /// <summary>週休二日制を希望</summary>
    WantsTwoDaysOffAWeek = 1 << 2,
    /// <summary>転居できる</summary>
    CanRelocate = 1 << 3,
    /// <summary>マイカー通勤を希望</summary>
    WantsCarCommuting = 1 << 4,
    /// <summary>海外で勤務できる</summary>
    CanWorkAbroad = 1 << 5,
    /// <summary>Uターン・Iターンを希望</summary>
    WantsToReturnToRegion = 1 << 6,
    /// <summary>自動車免許あり</summary>
    HasDrivingLicence = 1 << 7,
}

/// <summary>検索対象: where in a profile the words are looked for.</summary>
public enum SeekerWordScope
{
    /// <summary>希望する仕事・職種</summary>
    WishedWork = 1,
    /// <summary>経験した仕事</summary>
    Experience = 2,
    /// <summary>学歴・免許・資格</summary>
    Licence = 3,
    /// <summary>専門知識・アピール</summary>
    Appeal = 4,
    /// <summary>希望勤務地・勤務時間・そのほかの条件</summary>
    Conditions = 5,
}

/// <summary>新着: changed since.</summary>
public enum SeekerSince
{
    /// <summary>当日・前日</summary>
    Yesterday = 2,
    /// <summary>1週間以内</summary>
    Week = 7,
    /// <summary>30日以内</summary>
    Month = 30,
}
