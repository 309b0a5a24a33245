using HelloWork.Domain.Jobs;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>The job offers of the demo employers with names.</summary>
internal static class DemoJobs
{
    public static JobCard Accounting(Office office) => Maker(office, accepts: true) with
    {
        Work = new()
        {
            Title = "経理事務（月次決算・請求書の処理）", OccupationCode = "038-01", EmploymentType = EmploymentType.Regular,
            Description = "製造業の経理をお願いします。\n・請求書の発行と支払いの処理\n・仕訳の入力と月次決算（締め日から5日）\n・在庫の棚卸しの集計、原価計算の補助\n4人のチームです。はじめの3か月は先輩と一緒に進めます。",
            ScopeOfChange = "総務・経理の業務の範囲", TermLimit = "雇用期間の定めなし", Workplaces = [KandaWorkplace], WorkplaceScopeOfChange = "変更なし",
            NearestStation = "神保町駅", AccessMeans = "徒歩", AccessMinutes = 6, WorkFromHome = "なし", SmokePrevention = "あり（屋内禁煙）",
            CarCommuting = "不可", Transfer = "なし", Age = "制限あり", AgeTo = 64, AgeLimitGround = "定年を上限", AgeLimitReason = "定年年齢が65歳のため",
            Education = "不問", Experience = "あれば尚可", ExperienceDetails = "経理の実務経験（年数は問いません）",
            ComputerSkills = "Excelの入力と関数（SUM、VLOOKUP程度）", Licences = [new("日商簿記検定2級", "あれば尚可"), new("日商簿記検定3級", "必須")],
            TrialPeriod = "あり", TrialPeriodLength = "3か月", TrialConditions = "同条件",
        },
        Pay = new()
        {
            Form = "月給", TotalFrom = 248_000, TotalTo = 310_000, BaseFrom = 230_000, BaseTo = 285_000,
            FixedAllowances = [new("職務手当", 18_000, 25_000)], FixedOvertime = "なし", OtherAllowances = "家族手当 1人につき5,000円、資格手当（日商簿記2級 5,000円）",
            MonthlyWorkingDays = 20.1m, CommutingAllowance = "実費支給（上限あり）", CommutingAllowanceAmount = "月額 30,000円まで", ClosingDay = "月末", PayDay = "翌月25日",
            PayRise = "あり", PayRiseRecord = "月あたり 2,500円〜6,000円", Bonus = "あり", BonusRecord = "年2回・計4.2か月分",
        },
        Hours = OfficeHours with { OvertimeHoursPerMonth = 8 },
        Selection = Selection(1, "増員"),
        Remarks = MakerRemarks with { Remarks = "見学もできます。応募の前に職場の様子を見たい方は、担当者へお知らせください。" },
    };

    public static JobCard Reception(Office office) => Maker(office, accepts: true) with
    {
        Work = new()
        {
            Title = "総務・受付事務", OccupationCode = "034-03", EmploymentType = EmploymentType.Part,
            Description = "受付と総務の仕事です。\n・来客の応対、電話の取りつぎ\n・郵便物の仕分け、備品の発注\n・勤怠データの入力\nマニュアルがあります。未経験の方も歓迎します。",
            TermLimit = "雇用期間の定めあり", Term = "6か月", Renewal = "あり（原則更新）", RenewalConditions = "通算5年まで", PromotionToRegular = "あり", PromotionRecord = "2名",
            Workplaces = [KandaWorkplace], NearestStation = "神保町駅", AccessMeans = "徒歩", AccessMinutes = 6, SmokePrevention = "あり（屋内禁煙）", CarCommuting = "不可",
            Transfer = "なし", Age = "不問", Education = "不問", Experience = "不問", ComputerSkills = "文字の入力ができれば大丈夫です", TrialPeriod = "あり",
            TrialPeriodLength = "1か月", TrialConditions = "同条件",
        },
        Pay = new()
        {
            Form = "時給", TotalFrom = 1_300, TotalTo = 1_450, BaseFrom = 1_300, BaseTo = 1_450, FixedOvertime = "なし", MonthlyWorkingDays = 16,
            CommutingAllowance = "実費支給（上限あり）", CommutingAllowanceAmount = "日額 1,000円まで", ClosingDay = "月末", PayDay = "翌月25日", PayRise = "あり", PayRiseRecord = "1時間あたり 20円〜50円", Bonus = "なし",
        },
        Hours = new()
        {
            Shifts = [new("09:30", "16:00"), new("10:00", "15:00")], Remarks = "どちらかの時間を選べます。", DaysPerWeek = "週3日〜週4日（相談可）", Overtime = "なし", BreakMinutes = 60,
            DaysOff = "土・日・祝・その他", TwoDaysOffAWeek = "毎週", DaysOffPerYear = 124, PaidLeaveAfterSixMonths = 5,
        },
        Conditions = new() { Insurance = ["雇用", "労災"], RetirementAge = "あり（一律65歳）" },
        Selection = Selection(2, "欠員補充"),
        Remarks = MakerRemarks,
    };

    public static JobCard Assembly(Office office) => Maker(office, accepts: false) with
    {
        Work = new()
        {
            Title = "組立・検査（電子部品）", OccupationCode = "074-01", EmploymentType = EmploymentType.NonRegular, NonRegularName = "契約社員",
            Description = "小型の電子部品を組み立て、目で見て検査する仕事です。座ってする作業が中心です。作業の手順は写真つきの手順書で覚えられます。",
            TermLimit = "雇用期間の定めあり", Term = "1年", Renewal = "あり（条件付きで更新）", RenewalConditions = "勤務成績による", PromotionToRegular = "あり", PromotionRecord = "4名",
            Workplaces = [new() { PrefectureCode = "13", MunicipalityCode = "13119", PostalCode = "174-0051", Address = "東京都板橋区小豆沢2丁目99番" }],
            NearestStation = "志村坂上駅", AccessMeans = "徒歩", AccessMinutes = 9, SmokePrevention = "あり（喫煙室設置）", CarCommuting = "可", CarPark = "有（無料）",
            Transfer = "なし", Age = "不問", Education = "不問", Experience = "不問", TrialPeriod = "なし",
        },
        Pay = new()
        {
            Form = "月給", TotalFrom = 214_000, TotalTo = 236_000, BaseFrom = 204_000, BaseTo = 226_000, FixedAllowances = [new("精皆勤手当", 10_000, 10_000)], FixedOvertime = "なし",
            MonthlyWorkingDays = 20.6m, CommutingAllowance = "実費支給（上限なし）", ClosingDay = "月末", PayDay = "翌月25日", PayRise = "あり", Bonus = "あり", BonusRecord = "年2回・計2.0か月分",
        },
        Hours = new()
        {
            Shifts = [new("08:00", "16:50")], Overtime = "あり", OvertimeHoursPerMonth = 12, BreakMinutes = 60, DaysOff = "日・その他", TwoDaysOffAWeek = "その他",
            DaysOffRemarks = "会社カレンダーによる。夏季・年末年始は各1週間ほど休みです。", DaysOffPerYear = 112, PaidLeaveAfterSixMonths = 10,
        },
        Selection = Selection(3, "増員") with { DocumentsBy = "郵送", Documents = ["ハローワーク紹介状", "履歴書（写真貼付）"] },
        Remarks = MakerRemarks,
    };

    public static JobCard Dispatch(Office office) => new()
    {
        Header = new() { Kind = "一般", FullOrPart = "フルタイム", Disclosure = Disclosure.NameToAll, AcceptsSelfApplication = false, IndustryCode = office.IndustryCode },
        Office = OfficeBlock(office),
        Work = new()
        {
            Title = "データ入力・書類の点検", OccupationCode = "034-01", EmploymentType = EmploymentType.FixedTermDispatch, Staffing = StaffingKind.Dispatch, WorkplaceNamed = false,
            DispatchLicence = "派13-300000", Description = "派遣先の企業で、申込書の点検とデータの入力をする仕事です。派遣先は、登録の面談のときにご案内します。",
            TermLimit = "雇用期間の定めあり", Term = "3か月", Renewal = "あり（条件付きで更新）", RenewalConditions = "派遣先の業務量による",
            Workplaces = [new() { PrefectureCode = "13", MunicipalityCode = "13104" }], WorkplaceRemarks = "新宿区内の派遣先", NearestStation = "新宿駅", AccessMeans = "徒歩", AccessMinutes = 12,
            SmokePrevention = "その他", SmokePreventionRemarks = "派遣先による", CarCommuting = "不可", Transfer = "なし", Age = "不問", Education = "不問", Experience = "不問",
            ComputerSkills = "表計算ソフトへの入力", TrialPeriod = "なし",
        },
        Pay = new() { Form = "時給", TotalFrom = 1_550, TotalTo = 1_650, BaseFrom = 1_550, BaseTo = 1_650, FixedOvertime = "なし", CommutingAllowance = "実費支給（上限あり）", ClosingDay = "15日", PayDay = "月末", PayRise = "なし", Bonus = "なし" },
        Hours = new() { Shifts = [new("09:00", "17:30")], Overtime = "あり", OvertimeHoursPerMonth = 5, BreakMinutes = 60, DaysOff = "土・日・祝", TwoDaysOffAWeek = "毎週", DaysOffPerYear = 120, PaidLeaveAfterSixMonths = 10 },
        Conditions = new() { Insurance = ["雇用", "労災", "健康", "厚生"] },
        Company = new() { EmployeesInCompany = 85, EmployeesAtWorkplace = 20, FoundedYear = 2004, Business = "労働者派遣、職業紹介", Features = "派遣中も担当者が月に一度お話をうかがいます。" },
        Selection = new() { Headcount = 5, Reason = "増員", Methods = ["面接"], Interviews = 1, ResultTiming = "面接後7日以内", Documents = ["ハローワーク紹介状", "履歴書（写真貼付）"], DocumentsBy = "郵送", ContactPosition = "採用係", ContactName = "例示 一郎", ContactPhone = "03-0000-0201" },
    };

    public static JobCard Cafe(Office office) => new()
    {
        Header = new() { Kind = "一般", FullOrPart = "パート", Disclosure = Disclosure.NameToAll, AcceptsSelfApplication = true, IndustryCode = office.IndustryCode },
        Office = OfficeBlock(office),
        Work = new()
        {
            Title = "ホールスタッフ", OccupationCode = "056-04", EmploymentType = EmploymentType.Part, Description = "席へのご案内、注文の受付、配膳、片づけをお願いします。コーヒーの淹れ方もお教えします。",
            Workplaces = [new() { PrefectureCode = "13", MunicipalityCode = "13112", Address = office.Address }], NearestStation = "経堂駅", AccessMeans = "徒歩", AccessMinutes = 7,
            SmokePrevention = "あり（屋内禁煙）", Age = "不問", Education = "不問", Experience = "不問",
        },
        Pay = new() { Form = "時給", TotalFrom = 1_250, TotalTo = 1_300, BaseFrom = 1_250, BaseTo = 1_300, FixedOvertime = "なし" },
        Hours = new() { Shifts = [new("10:00", "15:00"), new("15:00", "20:00")], DaysPerWeek = "週2日〜週4日", Overtime = "なし", DaysOff = "水・その他" },
        Selection = new() { Headcount = 1, Methods = ["面接"], Interviews = 1 },
    };

    private static readonly JobCard.Workplace KandaWorkplace = new() { PrefectureCode = "13", MunicipalityCode = "13101", PostalCode = "101-0051", Address = "東京都千代田区神田神保町1丁目99番" };

    private static readonly JobCard.HoursBlock OfficeHours = new()
    {
        Shifts = [new("09:00", "17:45")], Overtime = "あり", BreakMinutes = 60, DaysOff = "土・日・祝・その他", TwoDaysOffAWeek = "毎週",
        DaysOffRemarks = "夏季3日、年末年始6日", DaysOffPerYear = 124, PaidLeaveAfterSixMonths = 10, SpecialOvertimeClause = "なし",
    };

    private static readonly JobCard.RemarksBlock MakerRemarks = new()
    {
        MessageFromOffice = "1972年から精密部品を作っています。入社した人の8割が5年以上続けています。分からないことは、誰にでも聞ける職場です。",
        Welfare = "食事補助（1食200円）、健康診断、慶弔見舞金、作業服の貸与", Training = "入社時研修1週間、簿記・品質管理の通信講座の費用を会社が負担",
        WorkLifeSupport = "子の看護休暇は有給、時間単位の休暇", Accessibility = ["エレベーター", "車いす移動", "休憩室"], Branches = "板橋工場、川口工場",
    };

    private static JobCard Maker(Office office, bool accepts) => new()
    {
        Header = new() { Kind = "一般", FullOrPart = "フルタイム", Disclosure = Disclosure.NameToAll, AcceptsSelfApplication = accepts, IndustryCode = office.IndustryCode, TrialEmployment = "希望しない" },
        Office = OfficeBlock(office) with { Homepage = "https://mihon-seisakusho.example.jp/" },
        Conditions = new()
        {
            Insurance = ["雇用", "労災", "健康", "厚生"], RetirementMutualAid = "加入", RetirementAllowance = "あり", RetirementAllowanceAfterYears = "3年以上",
            RetirementAge = "あり（一律65歳）", Reemployment = "あり（上限70歳まで）", ExtendedEmployment = "なし", Housing = "なし", Childcare = "なし",
        },
        Company = new()
        {
            EmployeesInCompany = 142, EmployeesAtWorkplace = 38, WomenAtWorkplace = 19, PartTimersAtWorkplace = 6, FoundedYear = 1972, Capital = "4,500万円", LabourUnion = "なし",
            Business = "精密部品の設計・製造・販売", Features = "小さな部品を、100年先まで。残業を減らし、休みを取りやすくする取り組みを続けています。", RepresentativeTitle = "代表取締役", Representative = "見本 太一",
            CorporateNumber = "7000012050002", WorkRulesFullTime = "あり", WorkRulesPartTime = "あり", ChildcareLeaveRecord = "あり", FamilyCareLeaveRecord = "あり", NursingLeaveRecord = "なし", ForeignEmployeesRecord = "あり",
        },
    };

    private static JobCard.OfficeBlock OfficeBlock(Office office) => new() { Name = office.Name, NameKana = office.NameKana, PostalCode = office.PostalCode, Address = office.Address };

    private static JobCard.SelectionBlock Selection(int headcount, string reason) => new()
    {
        Headcount = headcount, Reason = reason, Methods = ["書類選考", "面接"], Interviews = 1, ResultTiming = "書類選考後、面接後", DaysToDocumentResult = 7, DaysToInterviewResult = 7,
        NotificationMeans = "求職者マイページに連絡、Eメール", Schedule = "随時", PlaceAddress = "東京都千代田区神田神保町1丁目99番", PlaceStation = "神保町駅",
        Documents = ["履歴書（写真貼付）", "職務経歴書"], DocumentsBy = "求職者マイページ", DocumentsReturn = "求人者の責任にて廃棄",
        ContactPosition = "総務部 採用担当", ContactName = "見本 恵", ContactNameKana = "ミホン メグミ", ContactPhone = "03-0000-0101", ContactEmail = "saiyo@mihon-seisakusho.example.jp",
    };
}
