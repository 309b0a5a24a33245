namespace HelloWork.Domain.Jobs;

/// <summary>
/// 求人票: everything a job offer says, in the card's own blocks and order (domain reference §1.7). An immutable document;
/// the columns that rules and search need are derived from it in one place, <see cref="JobOffer.Revise"/>.
/// Amounts are yen, times <c>HH:mm</c>. A field nobody filled is null and isn't shown.
/// </summary>
public sealed record JobCard
{
    public HeaderBlock Header { get; init; } = new();
    public OfficeBlock Office { get; init; } = new();
    public WorkBlock Work { get; init; } = new();
    public PayBlock Pay { get; init; } = new();
    public HoursBlock Hours { get; init; } = new();
    public ConditionsBlock Conditions { get; init; } = new();
    public CompanyBlock Company { get; init; } = new();
    public SelectionBlock Selection { get; init; } = new();
    public RemarksBlock Remarks { get; init; } = new();

    /// <summary>0 求人の基本</summary>
    public sealed record HeaderBlock
    {
        /// <summary>求人区分（一般、新卒・既卒、季節、出稼ぎ、障害のある方のための求人）</summary>
        public string? Kind { get; init; }
        /// <summary>フルタイム／パート</summary>
        public string? FullOrPart { get; init; }
        public Disclosure Disclosure { get; init; } = Disclosure.NameToAll;
        /// <summary>オンライン自主応募の受付</summary>
        public bool AcceptsSelfApplication { get; init; }
        /// <summary>産業分類（中分類、2けた）</summary>
        public string? IndustryCode { get; init; }
        public string? IndustryName { get; init; }
        /// <summary>トライアル雇用併用の希望</summary>
        public string? TrialEmployment { get; init; }
    }

    /// <summary>1 求人事業所</summary>
    public sealed record OfficeBlock
    {
        /// <summary>事業所名</summary>
        public string? Name { get; init; }
        /// <summary>事業所名カナ</summary>
        public string? NameKana { get; init; }
        public string? PostalCode { get; init; }
        /// <summary>所在地</summary>
        public string? Address { get; init; }
        public string? Homepage { get; init; }
    }

    /// <summary>2 仕事内容</summary>
    public sealed record WorkBlock
    {
        /// <summary>職種</summary>
        public string Title { get; init; } = "";
        /// <summary>仕事の内容</summary>
        public string? Description { get; init; }
        /// <summary>従事すべき業務の変更の範囲</summary>
        public string? ScopeOfChange { get; init; }
        /// <summary>職業分類（<c>NNN-NN</c>）</summary>
        public string? OccupationCode { get; init; }
        public IReadOnlyList<string> FurtherOccupationCodes { get; init; } = [];
        /// <summary>雇用形態</summary>
        public EmploymentType EmploymentType { get; init; } = EmploymentType.Regular;
        /// <summary>正社員以外の名称</summary>
        public string? NonRegularName { get; init; }
        /// <summary>正社員登用の有無</summary>
        public string? PromotionToRegular { get; init; }
        /// <summary>正社員登用の実績（過去3年間）</summary>
        public string? PromotionRecord { get; init; }
        /// <summary>派遣・請負等</summary>
        public StaffingKind Staffing { get; init; }
        /// <summary>労働者派遣事業の許可番号</summary>
        public string? DispatchLicence { get; init; }
        /// <summary>就業先事業所を明示できる (JO-03)</summary>
        public bool WorkplaceNamed { get; init; } = true;
        /// <summary>雇用期間の定め</summary>
        public string? TermLimit { get; init; }
        /// <summary>雇用期間（期間または終期）</summary>
        public string? Term { get; init; }
        /// <summary>契約更新の可能性</summary>
        public string? Renewal { get; init; }
        /// <summary>契約更新の条件</summary>
        public string? RenewalConditions { get; init; }
        public IReadOnlyList<Workplace> Workplaces { get; init; } = [];
        /// <summary>就業場所に関する特記事項</summary>
        public string? WorkplaceRemarks { get; init; }
        /// <summary>就業場所の変更の範囲</summary>
        public string? WorkplaceScopeOfChange { get; init; }
        /// <summary>最寄り駅</summary>
        public string? NearestStation { get; init; }
        /// <summary>最寄り駅から就業場所までの交通手段</summary>
        public string? AccessMeans { get; init; }
        /// <summary>所要時間（分）</summary>
        public int? AccessMinutes { get; init; }
        /// <summary>在宅勤務</summary>
        public string? WorkFromHome { get; init; }
        /// <summary>受動喫煙対策</summary>
        public string? SmokePrevention { get; init; }
        /// <summary>受動喫煙対策に関する特記事項</summary>
        public string? SmokePreventionRemarks { get; init; }
        /// <summary>マイカー通勤</summary>
        public string? CarCommuting { get; init; }
        /// <summary>駐車場</summary>
        public string? CarPark { get; init; }
        /// <summary>転勤の可能性</summary>
        public string? Transfer { get; init; }
        /// <summary>転勤の範囲</summary>
        public string? TransferArea { get; init; }
        /// <summary>UIJターン</summary>
        public string? ReturnToRegion { get; init; }
        /// <summary>年齢</summary>
        public string? Age { get; init; }
        public int? AgeFrom { get; init; }
        public int? AgeTo { get; init; }
        /// <summary>年齢制限該当事由</summary>
        public string? AgeLimitGround { get; init; }
        /// <summary>年齢制限の理由</summary>
        public string? AgeLimitReason { get; init; }
        /// <summary>学歴</summary>
        public string? Education { get; init; }
        /// <summary>学歴の専攻科目等</summary>
        public string? EducationMajor { get; init; }
        /// <summary>必要な経験等</summary>
        public string? Experience { get; init; }
        /// <summary>必要な経験・知識・技能等の詳細</summary>
        public string? ExperienceDetails { get; init; }
        /// <summary>必要なPCスキル</summary>
        public string? ComputerSkills { get; init; }
        /// <summary>普通自動車運転免許</summary>
        public string? DrivingLicence { get; init; }
        /// <summary>必要な免許・資格</summary>
        public IReadOnlyList<RequiredLicence> Licences { get; init; } = [];
        /// <summary>その他の免許・資格</summary>
        public string? OtherLicences { get; init; }
        /// <summary>試用期間</summary>
        public string? TrialPeriod { get; init; }
        /// <summary>試用期間の長さ</summary>
        public string? TrialPeriodLength { get; init; }
        /// <summary>試用期間中の労働条件</summary>
        public string? TrialConditions { get; init; }
    }

    /// <summary>就業場所. Codes where they are known; the address as written.</summary>
    public sealed record Workplace
    {
        public string? PrefectureCode { get; init; }
        public string? MunicipalityCode { get; init; }
        public string? PostalCode { get; init; }
        public string? Address { get; init; }
    }

    /// <summary>必要な免許・資格</summary>
    public sealed record RequiredLicence(string Name, string? Necessity, string? Code = null);

    /// <summary>3 賃金・手当</summary>
    public sealed record PayBlock
    {
        /// <summary>賃金形態（月給、日給、時給、年俸制、その他）</summary>
        public string? Form { get; init; }
        /// <summary>賃金形態の補足</summary>
        public string? FormRemarks { get; init; }
        /// <summary>a＋b（固定残業代があるときは a＋b＋c）の下限</summary>
        public int? TotalFrom { get; init; }
        public int? TotalTo { get; init; }
        /// <summary>a 基本給（月額平均）または時間額の下限</summary>
        public int? BaseFrom { get; init; }
        public int? BaseTo { get; init; }
        /// <summary>b 定額的に支払われる手当</summary>
        public IReadOnlyList<Allowance> FixedAllowances { get; init; } = [];
        /// <summary>c 固定残業代の有無</summary>
        public string? FixedOvertime { get; init; }
        public int? FixedOvertimeFrom { get; init; }
        public int? FixedOvertimeTo { get; init; }
        /// <summary>固定残業代に関する特記事項</summary>
        public string? FixedOvertimeRemarks { get; init; }
        /// <summary>d その他の手当等付記事項（合計に入れない）</summary>
        public string? OtherAllowances { get; init; }
        /// <summary>月平均労働日数</summary>
        public decimal? MonthlyWorkingDays { get; init; }
        /// <summary>通勤手当</summary>
        public string? CommutingAllowance { get; init; }
        /// <summary>通勤手当の上限額など</summary>
        public string? CommutingAllowanceAmount { get; init; }
        /// <summary>賃金締切日</summary>
        public string? ClosingDay { get; init; }
        /// <summary>賃金支払日</summary>
        public string? PayDay { get; init; }
        /// <summary>昇給</summary>
        public string? PayRise { get; init; }
        /// <summary>昇給の前年度実績</summary>
        public string? PayRiseRecord { get; init; }
        /// <summary>賞与</summary>
        public string? Bonus { get; init; }
        /// <summary>賞与の前年度実績</summary>
        public string? BonusRecord { get; init; }
    }

    /// <summary>定額的に支払われる手当</summary>
    public sealed record Allowance(string Name, int? From, int? To);

    /// <summary>4 労働時間</summary>
    public sealed record HoursBlock
    {
        /// <summary>就業時間1〜3</summary>
        public IReadOnlyList<Shift> Shifts { get; init; } = [];
        /// <summary>又は〜の間の○時間</summary>
        public string? OrBetween { get; init; }
        /// <summary>変形労働時間制の単位</summary>
        public string? FlexibleSystem { get; init; }
        /// <summary>就業時間に関する特記事項</summary>
        public string? Remarks { get; init; }
        /// <summary>週所定労働日数</summary>
        public string? DaysPerWeek { get; init; }
        /// <summary>時間外労働の有無</summary>
        public string? Overtime { get; init; }
        /// <summary>月平均時間外労働時間</summary>
        public int? OvertimeHoursPerMonth { get; init; }
        /// <summary>36協定における特別条項</summary>
        public string? SpecialOvertimeClause { get; init; }
        /// <summary>特別な事情・期間等</summary>
        public string? SpecialOvertimeCircumstances { get; init; }
        /// <summary>休憩時間（分）</summary>
        public int? BreakMinutes { get; init; }
        /// <summary>年間休日数</summary>
        public int? DaysOffPerYear { get; init; }
        /// <summary>休日</summary>
        public string? DaysOff { get; init; }
        /// <summary>週休二日制</summary>
        public string? TwoDaysOffAWeek { get; init; }
        /// <summary>休日に関するその他</summary>
        public string? DaysOffRemarks { get; init; }
        /// <summary>6か月経過後の年次有給休暇日数</summary>
        public int? PaidLeaveAfterSixMonths { get; init; }
    }

    /// <summary>就業時間: from and to, <c>HH:mm</c>.</summary>
    public sealed record Shift(string From, string To);

    /// <summary>5 その他の労働条件等</summary>
    public sealed record ConditionsBlock
    {
        /// <summary>加入保険等（雇用、労災、健康、厚生年金、公務災害補償、財形）</summary>
        public IReadOnlyList<string> Insurance { get; init; } = [];
        /// <summary>企業年金</summary>
        public string? CompanyPension { get; init; }
        /// <summary>退職金共済</summary>
        public string? RetirementMutualAid { get; init; }
        /// <summary>退職金制度</summary>
        public string? RetirementAllowance { get; init; }
        /// <summary>退職金を受けるための勤続年数</summary>
        public string? RetirementAllowanceAfterYears { get; init; }
        /// <summary>定年制</summary>
        public string? RetirementAge { get; init; }
        /// <summary>再雇用制度</summary>
        public string? Reemployment { get; init; }
        /// <summary>勤務延長</summary>
        public string? ExtendedEmployment { get; init; }
        /// <summary>入居可能住宅</summary>
        public string? Housing { get; init; }
        /// <summary>利用可能託児施設</summary>
        public string? Childcare { get; init; }
        /// <summary>託児施設に関する特記事項</summary>
        public string? ChildcareRemarks { get; init; }
    }

    /// <summary>6 会社の情報</summary>
    public sealed record CompanyBlock
    {
        public int? EmployeesInCompany { get; init; }
        public int? EmployeesAtWorkplace { get; init; }
        public int? WomenAtWorkplace { get; init; }
        public int? PartTimersAtWorkplace { get; init; }
        /// <summary>設立年（西暦）</summary>
        public int? FoundedYear { get; init; }
        /// <summary>資本金</summary>
        public string? Capital { get; init; }
        /// <summary>労働組合</summary>
        public string? LabourUnion { get; init; }
        /// <summary>事業内容</summary>
        public string? Business { get; init; }
        /// <summary>会社の特長</summary>
        public string? Features { get; init; }
        /// <summary>役職</summary>
        public string? RepresentativeTitle { get; init; }
        /// <summary>代表者名</summary>
        public string? Representative { get; init; }
        /// <summary>法人番号（13けた）</summary>
        public string? CorporateNumber { get; init; }
        /// <summary>就業規則（フルタイム）</summary>
        public string? WorkRulesFullTime { get; init; }
        /// <summary>就業規則（パートタイム）</summary>
        public string? WorkRulesPartTime { get; init; }
        /// <summary>育児休業取得実績</summary>
        public string? ChildcareLeaveRecord { get; init; }
        /// <summary>介護休業取得実績</summary>
        public string? FamilyCareLeaveRecord { get; init; }
        /// <summary>看護休暇取得実績</summary>
        public string? NursingLeaveRecord { get; init; }
        /// <summary>外国人雇用実績</summary>
        public string? ForeignEmployeesRecord { get; init; }
        /// <summary>職務給制度</summary>
        public string? JobBasedPay { get; init; }
        /// <summary>復職制度</summary>
        public string? ReturnToWork { get; init; }
    }

    /// <summary>7 選考等</summary>
    public sealed record SelectionBlock
    {
        /// <summary>採用人数</summary>
        public int? Headcount { get; init; }
        /// <summary>募集理由</summary>
        public string? Reason { get; init; }
        /// <summary>選考方法</summary>
        public IReadOnlyList<string> Methods { get; init; } = [];
        /// <summary>面接予定回数</summary>
        public int? Interviews { get; init; }
        /// <summary>選考結果通知のタイミング</summary>
        public string? ResultTiming { get; init; }
        /// <summary>書類選考結果までの日数</summary>
        public int? DaysToDocumentResult { get; init; }
        /// <summary>面接選考結果までの日数</summary>
        public int? DaysToInterviewResult { get; init; }
        /// <summary>求職者への通知方法</summary>
        public string? NotificationMeans { get; init; }
        /// <summary>選考日時等</summary>
        public string? Schedule { get; init; }
        public string? PlacePostalCode { get; init; }
        /// <summary>選考場所</summary>
        public string? PlaceAddress { get; init; }
        public string? PlaceStation { get; init; }
        /// <summary>応募書類等</summary>
        public IReadOnlyList<string> Documents { get; init; } = [];
        /// <summary>応募書類の送付方法</summary>
        public string? DocumentsBy { get; init; }
        /// <summary>応募書類の返戻</summary>
        public string? DocumentsReturn { get; init; }
        /// <summary>担当者の課係名・役職名</summary>
        public string? ContactPosition { get; init; }
        public string? ContactNameKana { get; init; }
        /// <summary>担当者</summary>
        public string? ContactName { get; init; }
        public string? ContactPhone { get; init; }
        public string? ContactExtension { get; init; }
        public string? ContactFax { get; init; }
        public string? ContactEmail { get; init; }
        /// <summary>選考に関する特記事項</summary>
        public string? Remarks { get; init; }
    }

    /// <summary>8 求人に関する特記事項、求人・事業所PR情報</summary>
    public sealed record RemarksBlock
    {
        /// <summary>求人に関する特記事項</summary>
        public string? Remarks { get; init; }
        /// <summary>事業所からのメッセージ</summary>
        public string? MessageFromOffice { get; init; }
        /// <summary>支店・営業所・工場等</summary>
        public string? Branches { get; init; }
        /// <summary>主要取引先</summary>
        public string? MainCustomers { get; init; }
        /// <summary>年商</summary>
        public string? YearlySales { get; init; }
        /// <summary>関連会社</summary>
        public string? AffiliatedCompanies { get; init; }
        /// <summary>福利厚生の内容</summary>
        public string? Welfare { get; init; }
        /// <summary>研修制度</summary>
        public string? Training { get; init; }
        /// <summary>両立支援の内容</summary>
        public string? WorkLifeSupport { get; init; }
        /// <summary>障害のある方への配慮（エレベーター、点字設備、手すり、車いす移動など）</summary>
        public IReadOnlyList<string> Accessibility { get; init; } = [];
        /// <summary>企業在籍型ジョブコーチ</summary>
        public string? JobCoach { get; init; }
    }
}
