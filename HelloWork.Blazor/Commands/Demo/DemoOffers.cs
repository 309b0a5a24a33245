using HelloWork.Blazor.Commands.Demo.Words;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Blazor.Commands.Demo;

/// <summary>Generated job offers of a generated office.</summary>
internal sealed class DemoOffers(int seed)
{
    private const int Kind = 2;
    private const int NumberKind = 4;
    private static readonly string[] DayNames = ["日", "月", "火", "水", "木", "金", "土"];

    public JobOffer Make(int number, DemoOffices.DemoOffice at, DateTime now)
    {
        var dice = new DemoDice(seed, Kind, number);
        var words = dice.Weighted(at.Work, w => w.Weight);
        var part = dice.Between(1, 100) <= words.PartTimePercent;
        var title = dice.One<OccupationTitle>(words.Titles);
        var today = Jst.DayOf(now);
        var card = CardOf(dice, at, words, title, part);
        var offer = new JobOffer(NumberOf(number, at), at.Office, card, today,
            dice.Chance(0.25) ? today.AddDays(dice.Between(21, 60)) : null, now);
        offer.Publish(now);
        return offer;
    }

    // All are accepted on one day, so that lists show them in the order of their numbers. An office's own would stand together there; they are
    // accepted at different offices of the prefecture instead, and each is numbered after the ones of all other offices before it.
    private JobNumber NumberOf(int number, DemoOffices.DemoOffice at)
    {
        var (office, round) = Math.DivRem(number, DemoData.JobsPerOffice);
        var offices = PlacementOffices.InPrefecture(at.Municipality.PrefectureCode);
        var first = new DemoDice(seed, NumberKind, office).Between(0, offices.Length - 1);
        var acceptedAt = offices[(first + round * Math.Max(1, offices.Length / DemoData.JobsPerOffice)) % offices.Length];
        // Above the numbers of the demo people's own offers.
        return JobNumber.Parse($"{acceptedAt.Code}-{(round + 1) * 1_000_000 + office:00000000}");
    }

    private static JobCard CardOf(DemoDice dice, DemoOffices.DemoOffice at, OccupationWords words, OccupationTitle title, bool part)
    {
        var type = TypeOf(dice, part, at.Staffing);
        var named = at.Staffing is StaffingKind.None || dice.Chance(0.4);
        var disclosure = dice.Weighted([Disclosure.NameToAll, Disclosure.NameToSeekers, Disclosure.WithoutName], d => d switch { Disclosure.NameToAll => 84, Disclosure.NameToSeekers => 11, _ => 5 });
        var card = new JobCard
        {
            Header = new()
            {
                Kind = "一般", FullOrPart = part ? "パート" : "フルタイム", Disclosure = disclosure, IndustryCode = at.Office.IndustryCode,
                IndustryName = Industries.Find(at.Office.IndustryCode)?.Name,
            },
            Office = new() { Name = at.Office.Name, NameKana = at.Office.NameKana, PostalCode = at.Office.PostalCode, Address = at.Office.Address },
            Work = WorkOf(dice, at, words, title, type, named),
            Pay = PayOf(dice, words, at, part, type),
            Hours = HoursOf(dice, words, title, part),
            Conditions = new()
            {
                Insurance = part && dice.Chance(0.45) ? ["雇用", "労災"] : ["雇用", "労災", "健康", "厚生"],
                RetirementMutualAid = dice.Chance(0.4) ? "加入" : "未加入", RetirementAllowance = !part && dice.Chance(0.7) ? "あり" : "なし",
                RetirementAge = dice.Chance(0.9) ? $"あり（一律{dice.One([60, 65])}歳）" : "なし", Reemployment = dice.Chance(0.8) ? $"あり（上限{dice.One([65, 68, 70])}歳まで）" : "なし",
                Housing = dice.Chance(0.08) ? "あり（単身用）" : "なし", Childcare = at.Office.IndustryCode is "83" or "85" && dice.Chance(0.25) ? "あり" : "なし",
            },
            Company = new()
            {
                EmployeesInCompany = at.Employees + dice.Between(0, at.Employees), EmployeesAtWorkplace = at.Employees, WomenAtWorkplace = at.Employees * dice.Between(20, 70) / 100,
                PartTimersAtWorkplace = at.Employees * dice.Between(0, 40) / 100, FoundedYear = at.Founded, Business = at.Business, Features = at.Feature, LabourUnion = dice.Chance(0.15) ? "あり" : "なし",
                ChildcareLeaveRecord = dice.Chance(0.6) ? "あり" : "なし", FamilyCareLeaveRecord = dice.Chance(0.2) ? "あり" : "なし", ForeignEmployeesRecord = dice.Chance(0.25) ? "あり" : "なし",
            },
            Selection = SelectionOf(dice, at),
            Remarks = new()
            {
                Remarks = string.Join("\n", dice.Some(words.Remarks.For(title), 1).Concat(dice.Some(DemoWords.Phrases.GeneralRemarks, dice.Between(0, 2)))),
                MessageFromOffice = dice.Chance(0.6) ? dice.One<string>(words.Messages.For(title)) : dice.Chance(0.5) ? dice.One<string>(DemoWords.Phrases.GeneralMessages) : null,
            },
        };
        var open = dice.Chance(0.55) && JobOffer.BarToSelfApplication(card) is null;
        return card with { Header = card.Header with { AcceptsSelfApplication = open } };
    }

    // Allowances that only nursing and care pay.
    private static bool FitsIndustry(string allowance, string? industry) =>
        industry is "83" or "85" || !(allowance.Contains("処遇改善") || allowance.Contains("夜勤"));

    private static EmploymentType TypeOf(DemoDice dice, bool part, StaffingKind staffing) => (part, staffing) switch
    {
        (false, StaffingKind.Dispatch) => dice.One([EmploymentType.FixedTermDispatch, EmploymentType.PermanentDispatch]),
        (true, StaffingKind.Dispatch) => dice.One([EmploymentType.PartFixedTermDispatch, EmploymentType.PartPermanentDispatch]),
        (true, _) => EmploymentType.Part,
        _ => dice.Chance(0.8) ? EmploymentType.Regular : EmploymentType.NonRegular,
    };

    private static JobCard.WorkBlock WorkOf(DemoDice dice, DemoOffices.DemoOffice at, OccupationWords words, OccupationTitle title, EmploymentType type, bool named)
    {
        var fixedTerm = type is not (EmploymentType.Regular or EmploymentType.PermanentDispatch or EmploymentType.PartPermanentDispatch) && dice.Chance(0.7);
        var licences = words.Licences.For(title);
        var experience = dice.One<string>(words.Experience.For(title));
        var ageFree = dice.Chance(0.4);
        var walk = dice.Between(2, 22);
        var car = dice.Chance(at.Municipality.PrefectureCode is "13" or "14" or "27" ? 0.2 : 0.85);
        return new()
        {
            Title = title.Text, OccupationCode = title.OccupationCode, EmploymentType = type, Staffing = at.Staffing, WorkplaceNamed = named,
            Description = $"{dice.One<string>(words.Summaries.For(title))}\n" + string.Join("\n", dice.Some(words.Duties.For(title), dice.Between(3, 6)).Select(d => "・" + d)),
            ScopeOfChange = dice.Chance(0.8) ? "変更なし" : "会社の定める業務", NonRegularName = type is EmploymentType.NonRegular ? dice.One<string>(DemoWords.Phrases.NamesOfNonRegular) : null,
            PromotionToRegular = type is EmploymentType.Regular ? null : dice.Chance(0.6) ? "あり" : "なし",
            TermLimit = fixedTerm ? "雇用期間の定めあり" : "雇用期間の定めなし", Term = fixedTerm ? dice.One(["3か月", "6か月", "1年"]) : null, Renewal = fixedTerm ? "あり（原則更新）" : null,
            Workplaces = [new() { PrefectureCode = at.Municipality.PrefectureCode, MunicipalityCode = at.Municipality.Code, PostalCode = at.Office.PostalCode, Address = named ? at.Office.Address : null }],
            WorkplaceScopeOfChange = dice.Chance(0.7) ? "変更なし" : "会社の定める事業所", NearestStation = at.Station + "駅", AccessMeans = walk <= 15 || dice.Chance(0.5) ? "徒歩" : "車", AccessMinutes = walk,
            WorkFromHome = words.Key is "systems-engineer" or "web-developer" or "designer" or "help-desk" && dice.Chance(0.6) ? "在宅勤務の制度あり" : dice.Chance(0.04) ? "在宅勤務の制度あり" : null,
            SmokePrevention = dice.One(["あり（屋内禁煙）", "あり（屋内禁煙）", "あり（喫煙室設置）"]), CarCommuting = car ? "可" : "不可", CarPark = car ? dice.One(["有（無料）", "有（無料）", "有（有料）", "無"]) : null,
            Transfer = dice.Chance(0.85) ? "なし" : "あり", Age = ageFree ? "不問" : "制限あり", AgeTo = ageFree ? null : 64, AgeLimitGround = ageFree ? null : "定年を上限",
            Education = dice.Chance(0.75) ? "不問" : dice.One(["高校以上", "専修学校以上", "短大以上", "大学以上"]), Experience = experience.Contains("尚可") ? "あれば尚可" : experience.Contains("問いません") && !experience.Contains("年以上") ? "不問" : "必須",
            ExperienceDetails = experience, ComputerSkills = dice.Chance(0.3) ? "表計算と文書作成の基本的な操作" : null,
            DrivingLicence = car ? dice.One(["必須（AT限定可）", "あれば尚可", "不問"]) : "不問",
            Licences = [.. dice.Some(licences, dice.Between(0, 2)).Select(l => new JobCard.RequiredLicence(l.Licence.Name, l.Required ? "必須" : "あれば尚可", l.Licence.Code))],
            TrialPeriod = dice.Chance(0.7) ? "あり" : "なし", TrialPeriodLength = "3か月", TrialConditions = "同条件",
        };
    }

    private static JobCard.PayBlock PayOf(DemoDice dice, OccupationWords words, DemoOffices.DemoOffice at, bool part, EmploymentType type)
    {
        var level = DemoWords.WageLevelIn(at.Municipality.PrefectureCode);
        var range = part ? words.Hourly(level) : words.Monthly(level);
        var step = part ? 10 : 1000;
        var from = dice.Rounded(range.From, (range.From + range.To) / 2, step);
        var to = dice.Chance(0.15) ? from : dice.Rounded(from, range.To, step);
        IReadOnlyList<JobCard.Allowance> allowances = part ? [] :
            [.. dice.Some([.. DemoWords.Phrases.Allowances.Where(a => FitsIndustry(a.Name, at.Office.IndustryCode))], dice.Between(0, 2)).Select(a => new JobCard.Allowance(a.Name, a.Monthly.From, dice.Rounded(a.Monthly.From, a.Monthly.To, 1000)))];
        var overtime = !part && dice.Chance(0.12) ? dice.Rounded(20_000, 45_000, 1000) : (int?)null;
        return new()
        {
            Form = part ? "時給" : dice.Chance(0.93) ? "月給" : "月給（日給月給）", BaseFrom = from, BaseTo = to, FixedAllowances = allowances,
            TotalFrom = from + allowances.Sum(a => a.From ?? 0) + (overtime ?? 0), TotalTo = to + allowances.Sum(a => a.To ?? 0) + (overtime ?? 0),
            FixedOvertime = overtime is null ? "なし" : "あり", FixedOvertimeFrom = overtime, FixedOvertimeTo = overtime,
            FixedOvertimeRemarks = overtime is null ? null : "時間外労働の有無にかかわらず20時間分を支給し、超えた分は追加で支給します。",
            MonthlyWorkingDays = part ? dice.Between(10, 19) : dice.Between(198, 222) / 10m, CommutingAllowance = dice.One(["実費支給（上限あり）", "実費支給（上限なし）"]),
            ClosingDay = dice.One(["月末", "15日", "20日"]), PayDay = dice.One(["翌月10日", "翌月15日", "翌月25日", "当月末"]),
            PayRise = dice.Chance(0.7) ? "あり" : "なし", Bonus = !part && type is EmploymentType.Regular && dice.Chance(0.85) ? "あり" : "なし",
            BonusRecord = !part && type is EmploymentType.Regular ? $"年2回・計{dice.Between(15, 45) / 10m:0.0}か月分" : null,
        };
    }

    private static JobCard.HoursBlock HoursOf(DemoDice dice, OccupationWords words, OccupationTitle title, bool part)
    {
        var times = words.WorkingTimes.For(title).Where(t => t.PartTime == part).ToList();
        if (times.Count == 0)
            times = [.. words.WorkingTimes.All];
        var time = dice.One(times);
        var holiday = dice.One<HolidayPattern>(words.Holidays.For(title));
        var overtime = part ? dice.Between(0, 3) : dice.Between(0, 24);
        return new()
        {
            Shifts = [.. time.Shifts.Select(s => new JobCard.Shift(s.Start.ToString("HH:mm"), s.End.ToString("HH:mm")))], BreakMinutes = time.BreakMinutes,
            FlexibleSystem = time.Shifts.Length > 1 ? "交替制（シフト）" : null, DaysPerWeek = part ? dice.One(["週2日〜週4日（相談可）", "週3日程度", "週4日〜週5日"]) : null,
            Overtime = overtime == 0 ? "なし" : "あり", OvertimeHoursPerMonth = overtime, DaysOffPerYear = part ? null : holiday.DaysPerYear,
            DaysOff = holiday.Days.IsEmpty ? "シフトによる" : string.Join("・", holiday.Days.Select(d => DayNames[(int)d]).Concat(holiday.PublicHolidays ? ["祝"] : [])),
            TwoDaysOffAWeek = holiday.TwoDayWeek is TwoDayWeek.EveryWeek ? "毎週" : "その他", DaysOffRemarks = holiday.Remark, PaidLeaveAfterSixMonths = part ? dice.Between(1, 7) : 10,
        };
    }

    private static JobCard.SelectionBlock SelectionOf(DemoDice dice, DemoOffices.DemoOffice at) => new()
    {
        Headcount = dice.Weighted([1, 2, 3, 5], n => 6 - n), Reason = dice.One(["欠員補充", "増員", "増員"]), Methods = dice.Chance(0.6) ? ["面接", "書類選考"] : ["面接"], Interviews = dice.Between(1, 2),
        ResultTiming = "面接後", DaysToInterviewResult = dice.Between(3, 14), NotificationMeans = dice.One(["電話", "郵送、電話", "Eメール"]), Schedule = "随時", PlaceAddress = at.Office.Address,
        Documents = ["ハローワーク紹介状", "履歴書（写真貼付）"], DocumentsBy = "郵送", DocumentsReturn = dice.One(["求人者の責任にて廃棄", "返却"]), ContactPosition = "採用担当",
        ContactName = $"{dice.One(DemoWords.FamilyNames).Text} {dice.One(DemoWords.GivenNames).Text}", ContactPhone = $"0{dice.Between(1, 9)}0-0000-{dice.Between(0, 9999):0000}",
    };
}
