namespace HelloWork.Domain.Seekers;

/// <summary>
/// 求職情報: what a seeker says of wishes, career and abilities. The leaflet's 23 fields of the registration form (求職申込書) and
/// 13 of the publication form (求職公開申込書); the same wish stands in both forms and once here. Never who the person is (SS-03, PV-03).
/// </summary>
public sealed record SeekerStatement
{
    /// <summary>希望する仕事</summary>
    public string? WishedWork { get; init; }
    /// <summary>あっせんを予定する職業の職業分類</summary>
    public IReadOnlyList<string> OccupationCodes { get; init; } = [];
    /// <summary>あっせんを予定する産業の産業分類</summary>
    public IReadOnlyList<string> IndustryCodes { get; init; } = [];
    /// <summary>希望就業形態</summary>
    public WorkingStyle Style { get; init; } = WorkingStyle.FullTime;
    /// <summary>希望勤務時間</summary>
    public string? WishedHours { get; init; }
    /// <summary>正社員希望</summary>
    public bool WantsRegular { get; init; }
    /// <summary>派遣の可否</summary>
    public bool AcceptsDispatch { get; init; }
    /// <summary>請負の可否</summary>
    public bool AcceptsContract { get; init; }
    /// <summary>希望休日</summary>
    public string? WishedDaysOff { get; init; }
    /// <summary>週休二日制の希望</summary>
    public bool WantsTwoDaysOffAWeek { get; init; }
    /// <summary>希望勤務地</summary>
    public IReadOnlyList<WishedPlace> Places { get; init; } = [];
    /// <summary>通勤方法</summary>
    public string? CommutingMeans { get; init; }
    /// <summary>通勤時間の限度（分）</summary>
    public int? CommutingMinutes { get; init; }
    /// <summary>転居の可否</summary>
    public bool CanRelocate { get; init; }
    /// <summary>マイカー通勤希望</summary>
    public bool WantsCarCommuting { get; init; }
    /// <summary>海外勤務の可否</summary>
    public bool CanWorkAbroad { get; init; }
    /// <summary>広域就業希望地</summary>
    public string? WiderArea { get; init; }
    /// <summary>Uターン・Iターン希望</summary>
    public bool WantsToReturnToRegion { get; init; }
    /// <summary>希望月収（円）</summary>
    public int? WishedMonthlyIncome { get; init; }
    /// <summary>希望時間額（円）</summary>
    public int? WishedHourlyIncome { get; init; }
    /// <summary>条件・その他の希望</summary>
    public string? OtherWishes { get; init; }
    /// <summary>学歴・訓練等受講歴</summary>
    public string? Education { get; init; }
    /// <summary>自動車免許</summary>
    public string? DrivingLicence { get; init; }
    /// <summary>免許・資格・特技</summary>
    public IReadOnlyList<string> Licences { get; init; } = [];
    /// <summary>免許・資格コード</summary>
    public IReadOnlyList<string> LicenceCodes { get; init; } = [];
    /// <summary>経験した主な仕事</summary>
    public IReadOnlyList<PastWork> PastWork { get; init; } = [];
    /// <summary>退職時（現在）の税込み月収（円）; for providers only, never on the page employers see.</summary>
    public int? LastMonthlyIncome { get; init; }
    /// <summary>専門知識・技術・能力の内容</summary>
    public string? Expertise { get; init; }
    /// <summary>アピールポイント</summary>
    public string? Appeal { get; init; }
    /// <summary>アピールしたい仕事の経験</summary>
    public string? AppealExperience { get; init; }
    /// <summary>その他特記事項</summary>
    public string? Remarks { get; init; }
}

/// <summary>希望勤務地: a prefecture, or a municipality in it.</summary>
public sealed record WishedPlace(string PrefectureCode, string? MunicipalityCode);

/// <summary>経験した主な仕事: what and for how long (months).</summary>
public sealed record PastWork(string Work, int? Months, string? Details = null);
