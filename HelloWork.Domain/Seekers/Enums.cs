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
