namespace HelloWork.Domain.Providers;

/// <summary>利用団体の種類 (PR-01).</summary>
public enum ProviderKind
{
    /// <summary>有料職業紹介事業者</summary>
    PaidAgency = 1,
    /// <summary>無料職業紹介事業者</summary>
    FreeAgency = 2,
    /// <summary>学校等</summary>
    School = 3,
    /// <summary>特別の法人</summary>
    SpecialCorporation = 4,
    /// <summary>地方自治体</summary>
    LocalGovernment = 11,
    /// <summary>都道府県ナースセンター</summary>
    NurseCentre = 12,
    /// <summary>福祉人材センター</summary>
    WelfareCentre = 13,
    /// <summary>保育士・保育所支援センター</summary>
    NurseryCentre = 14,
}

/// <summary>提供先の区分: the two kinds between which a seeker chooses (PV-02).</summary>
public enum ProviderGroup
{
    /// <summary>民間職業紹介事業者等; schools and special corporations count here</summary>
    PrivateAgencies = 1,
    /// <summary>地方自治体等</summary>
    LocalGovernments = 2,
}

/// <summary>取り扱う求人の何か: by what seekers set receive conditions (PV-06).</summary>
public enum HandlingKind
{
    /// <summary>地域: a prefecture's code, 01 to 47</summary>
    Prefecture = 1,
    /// <summary>業種: a division of the industries, A to T</summary>
    Industry = 2,
    /// <summary>職種: a major group of the occupations, 01 to 15</summary>
    Occupation = 3,
}

/// <summary>利用団体のいまの立場: computed, whether or not anybody has recorded a suspension's end (OV-03).</summary>
public enum ProviderStanding
{
    /// <summary>利用できる</summary>
    Good = 1,
    /// <summary>利用停止中: may only read and answer the order</summary>
    Suspended = 2,
    /// <summary>利用解除</summary>
    Removed = 3,
}
