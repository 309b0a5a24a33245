using System.Collections.Frozen;
using static HelloWork.Domain.Jobs.Drafting.JobFieldKind;

namespace HelloWork.Domain.Jobs.Drafting;

/// <summary>求人申込みの項目 in the order of the form, with the words the card itself uses for its choices.</summary>
public static class JobFields
{
    public const int MostRows = 10;

    private static readonly string[] YesNo = ["あり", "なし"];
    private static readonly string[] Need = ["不問", "必須", "あれば尚可"];

    public static IReadOnlyList<JobField> All { get; } = [.. General(), .. Office(), .. Work(), .. Pay(), .. Hours(), .. Conditions(), .. Appeal(), .. Selection()];

    private static readonly FrozenDictionary<string, JobField> ByPath = All.ToFrozenDictionary(f => f.Path);

    /// <summary>Lines of the card, in the order of the form.</summary>
    public static IReadOnlyList<string> Rows { get; } = [.. All.Where(f => f.Kind is not Kept).Select(f => f.Row).Distinct()];

    /// <summary>The fields that make up a line of the card; those of a list once.</summary>
    public static IReadOnlyList<JobField> OfRow(string row) => [.. All.Where(f => f.Row == row && f.Kind is not Kept)];

    /// <summary>What a counselor can comment on: a line of the card, or one field of it.</summary>
    public static bool CanComment(string about) => Commentable.Contains(about);

    private static readonly FrozenSet<string> Commentable = All.Where(f => f.Kind is not Kept).SelectMany(f => new[] { f.Row, f.Path }).ToFrozenSet();

    public static JobField? Find(string path)
    {
        var (general, index) = JobField.Split(path);
        return !ByPath.TryGetValue(general, out var field) || field.IsOfList != index.HasValue || index >= MostRows ? null : index is { } at ? field.At(at) : field;
    }

    /// <summary>What a step asks for; lists with at least the rows of the printed form.</summary>
    public static IEnumerable<JobField> Of(JobStep step, JobDraftValues values)
    {
        var fields = All.Where(f => f.Step == step && f.Kind is not Kept).ToList();
        for (var i = 0; i < fields.Count; i++)
        {
            if (!fields[i].IsOfList)
            {
                yield return fields[i];
                continue;
            }
            var list = ListOf(fields[i].Path);
            var columns = fields.Skip(i).TakeWhile(f => f.IsOfList && ListOf(f.Path) == list).ToList();
            for (var row = 0; row < Math.Max(RowsOf(list), values.RowsOf(list)); row++)
                foreach (var column in columns)
                    yield return column.At(row);
            i += columns.Count - 1;
        }
    }

    internal static string ListOf(string path) => path[..path.IndexOf('[', StringComparison.Ordinal)];

    private static int RowsOf(string list) => list is "Pay.FixedAllowances" ? 4 : list is "Work.Workplaces" ? 2 : 3;

    private static IEnumerable<JobField> General()
    {
        const JobStep step = JobStep.General;
        yield return new(step, "Header.Kind", Choice, "Kind", Required: true, Options: ["一般", "新卒・既卒", "季節", "出稼ぎ", "障害のある方のための求人"]);
        yield return new(step, "Header.FullOrPart", Choice, "Kind", Required: true, Options: ["フルタイム", "パート"]);
        yield return new(step, "Header.Disclosure", JobFieldKind.Disclosure, "Disclosure", Required: true);
        yield return new(step, "Header.AcceptsSelfApplication", Flag, "SelfApplication");
        yield return new(step, "Header.TrialEmployment", Choice, "TrialEmployment", Options: ["希望する", "希望しない"]);
    }

    private static IEnumerable<JobField> Office()
    {
        const JobStep step = JobStep.Office;
        yield return new(step, "Header.IndustryCode", Industry, "Industry");
        yield return new(step, "Office.Homepage", Line, "Office.Homepage", 200);
        yield return new(step, "Company.EmployeesInCompany", Number, "Company.Employees", 999_999);
        yield return new(step, "Company.EmployeesAtWorkplace", Number, "Company.Employees", 999_999);
        yield return new(step, "Company.WomenAtWorkplace", Number, "Company.Employees", 999_999);
        yield return new(step, "Company.PartTimersAtWorkplace", Number, "Company.Employees", 999_999);
        yield return new(step, "Company.FoundedYear", Number, "Company.Founded", 2100);
        yield return new(step, "Company.Capital", Line, "Company.Capital", 40);
        yield return new(step, "Company.LabourUnion", Choice, "Company.Union", Options: YesNo);
        yield return new(step, "Company.Business", Text, "Company.Business", 200);
        yield return new(step, "Company.Features", Text, "Company.Features", 200);
        yield return new(step, "Company.RepresentativeTitle", Line, "Company.Representative", 40);
        yield return new(step, "Company.Representative", Line, "Company.Representative", 60);
        yield return new(step, "Company.CorporateNumber", Line, "Company.CorporateNumber", 13);
        yield return new(step, "Company.WorkRulesFullTime", Choice, "Company.WorkRules", Options: YesNo);
        yield return new(step, "Company.WorkRulesPartTime", Choice, "Company.WorkRules", Options: YesNo);
        yield return new(step, "Company.ChildcareLeaveRecord", Choice, "Company.ChildcareLeave", Options: YesNo);
        yield return new(step, "Company.FamilyCareLeaveRecord", Choice, "Company.FamilyCareLeave", Options: YesNo);
        yield return new(step, "Company.NursingLeaveRecord", Choice, "Company.NursingLeave", Options: YesNo);
        yield return new(step, "Company.ForeignEmployeesRecord", Choice, "Company.Foreign", Options: YesNo);
        yield return new(step, "Company.JobBasedPay", Choice, "Company.JobBasedPay", Options: YesNo);
        yield return new(step, "Company.ReturnToWork", Choice, "Company.ReturnToWork", Options: YesNo);
    }

    private static IEnumerable<JobField> Work()
    {
        const JobStep step = JobStep.Work;
        yield return new(step, "Work.Title", Line, "Work.Title", 28, Required: true);
        yield return new(step, "Work.OccupationCode", Occupation, "Work.Title");
        yield return new(step, "Work.FurtherOccupationCodes", Kept, "Work.Title");
        yield return new(step, "Work.Description", Text, "Work.Description", 600, Required: true);
        yield return new(step, "Work.ScopeOfChange", Line, "Work.ScopeOfChange", 120);
        yield return new(step, "Work.EmploymentType", JobFieldKind.EmploymentType, "Work.EmploymentType", Required: true);
        yield return new(step, "Work.NonRegularName", Line, "Work.EmploymentType", 30);
        yield return new(step, "Work.PromotionToRegular", Choice, "Work.Promotion", Options: YesNo);
        yield return new(step, "Work.PromotionRecord", Line, "Work.Promotion", 60);
        yield return new(step, "Work.Staffing", JobFieldKind.Staffing, "Work.Staffing", Required: true);
        yield return new(step, "Work.WorkplaceNamed", Flag, "Work.Staffing");
        yield return new(step, "Work.DispatchLicence", Line, "Work.Staffing", 30);
        yield return new(step, "Work.TermLimit", Choice, "Work.Term", Required: true, Options: ["雇用期間の定めなし", "雇用期間の定めあり（4か月以上）", "雇用期間の定めあり（4か月未満）", "日雇"]);
        yield return new(step, "Work.Term", Line, "Work.Term", 60);
        yield return new(step, "Work.Renewal", Choice, "Work.Renewal", Options: ["あり（原則更新）", "あり（条件付きで更新）", "なし"]);
        yield return new(step, "Work.RenewalConditions", Line, "Work.Renewal", 120);
        yield return new(step, "Work.Workplaces[].PostalCode", Line, "Work.Place", 8);
        yield return new(step, "Work.Workplaces[].Address", Line, "Work.Place", 120);
        yield return new(step, "Work.WorkplaceRemarks", Line, "Work.Place", 120);
        yield return new(step, "Work.WorkplaceScopeOfChange", Line, "Work.Place", 120);
        yield return new(step, "Work.NearestStation", Line, "Work.Place", 40);
        yield return new(step, "Work.AccessMeans", Choice, "Work.Place", Options: ["徒歩", "車", "バス"]);
        yield return new(step, "Work.AccessMinutes", Number, "Work.Place", 300);
        yield return new(step, "Work.WorkFromHome", Choice, "Work.FromHome", Options: ["可", "不可"]);
        yield return new(step, "Work.SmokePrevention", Choice, "Work.Smoke", Required: true, Options: ["あり（屋内禁煙）", "あり（喫煙室設置）", "あり（屋外に喫煙場所）", "なし（喫煙可）", "その他"]);
        yield return new(step, "Work.SmokePreventionRemarks", Line, "Work.Smoke", 120);
        yield return new(step, "Work.CarCommuting", Choice, "Work.Car", Options: ["可", "不可"]);
        yield return new(step, "Work.CarPark", Choice, "Work.Car", Options: ["あり（無料）", "あり（有料）", "なし"]);
        yield return new(step, "Work.Transfer", Choice, "Work.Transfer", Options: YesNo);
        yield return new(step, "Work.TransferArea", Line, "Work.Transfer", 60);
        yield return new(step, "Work.ReturnToRegion", Choice, "Work.ReturnToRegion", Options: ["歓迎"]);
        yield return new(step, "Work.Age", Choice, "Work.Age", Options: ["不問", "制限あり"]);
        yield return new(step, "Work.AgeFrom", Number, "Work.Age", 99);
        yield return new(step, "Work.AgeTo", Number, "Work.Age", 99);
        yield return new(step, "Work.AgeLimitGround", Choice, "Work.Age", Options: ["定年を上限", "法令の規定により年齢制限がある", "キャリア形成", "技能・ノウハウの継承", "芸術・芸能", "60歳以上または就職氷河期世代"]);
        yield return new(step, "Work.AgeLimitReason", Line, "Work.Age", 120);
        yield return new(step, "Work.Education", Choice, "Work.Education", Options: ["不問", "高校以上", "専修学校以上", "短大以上", "大学以上", "大学院以上"]);
        yield return new(step, "Work.EducationMajor", Line, "Work.Education", 60);
        yield return new(step, "Work.Experience", Choice, "Work.Experience", Options: Need);
        yield return new(step, "Work.ExperienceDetails", Text, "Work.Experience", 200);
        yield return new(step, "Work.ComputerSkills", Line, "Work.Computer", 120);
        yield return new(step, "Work.DrivingLicence", Choice, "Work.DrivingLicence", Options: ["不要", "必須（AT限定可）", "必須（AT限定不可）", "あれば尚可"]);
        yield return new(step, "Work.Licences[].Name", Line, "Work.Licences", 60);
        yield return new(step, "Work.Licences[].Necessity", Choice, "Work.Licences", Options: ["必須", "あれば尚可"]);
        yield return new(step, "Work.OtherLicences", Line, "Work.Licences", 120);
        yield return new(step, "Work.TrialPeriod", Choice, "Work.Trial", Options: YesNo);
        yield return new(step, "Work.TrialPeriodLength", Line, "Work.Trial", 30);
        yield return new(step, "Work.TrialConditions", Line, "Work.Trial", 120);
    }

    private static IEnumerable<JobField> Pay()
    {
        const JobStep step = JobStep.Pay;
        yield return new(step, "Pay.Form", Choice, "Pay.Form", Required: true, Options: ["月給", "日給", "時給", "年俸制", "その他"]);
        yield return new(step, "Pay.FormRemarks", Line, "Pay.Form", 60);
        yield return new(step, "Pay.BaseFrom", Number, "Pay.Base", 99_999_999, Required: true);
        yield return new(step, "Pay.BaseTo", Number, "Pay.Base", 99_999_999);
        yield return new(step, "Pay.FixedAllowances[].Name", Line, "Pay.Allowances", 30);
        yield return new(step, "Pay.FixedAllowances[].From", Number, "Pay.Allowances", 9_999_999);
        yield return new(step, "Pay.FixedAllowances[].To", Number, "Pay.Allowances", 9_999_999);
        yield return new(step, "Pay.FixedOvertime", Choice, "Pay.FixedOvertime", Options: YesNo);
        yield return new(step, "Pay.FixedOvertimeFrom", Number, "Pay.FixedOvertime", 9_999_999);
        yield return new(step, "Pay.FixedOvertimeTo", Number, "Pay.FixedOvertime", 9_999_999);
        yield return new(step, "Pay.FixedOvertimeRemarks", Line, "Pay.FixedOvertime", 200);
        yield return new(step, "Pay.OtherAllowances", Text, "Pay.Other", 200);
        yield return new(step, "Pay.MonthlyWorkingDays", JobFieldKind.Decimal, "Pay.Days", 31);
        yield return new(step, "Pay.CommutingAllowance", Choice, "Pay.Commuting", Options: ["実費支給（上限あり）", "実費支給（上限なし）", "一定額", "なし"]);
        yield return new(step, "Pay.CommutingAllowanceAmount", Line, "Pay.Commuting", 60);
        yield return new(step, "Pay.ClosingDay", Line, "Pay.ClosingDay", 30);
        yield return new(step, "Pay.PayDay", Line, "Pay.PayDay", 30);
        yield return new(step, "Pay.PayRise", Choice, "Pay.Rise", Options: YesNo);
        yield return new(step, "Pay.PayRiseRecord", Line, "Pay.Rise", 60);
        yield return new(step, "Pay.Bonus", Choice, "Pay.Bonus", Options: YesNo);
        yield return new(step, "Pay.BonusRecord", Line, "Pay.Bonus", 60);
    }

    private static IEnumerable<JobField> Hours()
    {
        const JobStep step = JobStep.Hours;
        yield return new(step, "Hours.Shifts[].From", Time, "Hours.Shifts");
        yield return new(step, "Hours.Shifts[].To", Time, "Hours.Shifts");
        yield return new(step, "Hours.OrBetween", Line, "Hours.Shifts", 60);
        yield return new(step, "Hours.Remarks", Text, "Hours.Shifts", 200);
        yield return new(step, "Hours.FlexibleSystem", Choice, "Hours.Flexible", Options: ["なし", "1か月単位", "1年単位", "1週間単位非定型的", "フレックスタイム制", "裁量労働制（専門業務型）", "裁量労働制（企画業務型）", "事業場外みなし労働", "交替制（シフト制）"]);
        yield return new(step, "Hours.DaysPerWeek", Line, "Hours.DaysPerWeek", 30);
        yield return new(step, "Hours.Overtime", Choice, "Hours.Overtime", Options: YesNo);
        yield return new(step, "Hours.OvertimeHoursPerMonth", Number, "Hours.Overtime", 200);
        yield return new(step, "Hours.SpecialOvertimeClause", Choice, "Hours.SpecialClause", Options: YesNo);
        yield return new(step, "Hours.SpecialOvertimeCircumstances", Line, "Hours.SpecialClause", 200);
        yield return new(step, "Hours.BreakMinutes", Number, "Hours.Break", 480);
        yield return new(step, "Hours.DaysOff", Line, "Hours.DaysOff", 60);
        yield return new(step, "Hours.DaysOffRemarks", Line, "Hours.DaysOff", 120);
        yield return new(step, "Hours.TwoDaysOffAWeek", Choice, "Hours.TwoDaysOff", Options: ["毎週", "その他", "なし"]);
        yield return new(step, "Hours.DaysOffPerYear", Number, "Hours.DaysOffPerYear", 366);
        yield return new(step, "Hours.PaidLeaveAfterSixMonths", Number, "Hours.PaidLeave", 60);
    }

    private static IEnumerable<JobField> Conditions()
    {
        const JobStep step = JobStep.Conditions;
        yield return new(step, "Conditions.Insurance", Choices, "Conditions.Insurance", Options: ["雇用", "労災", "健康", "厚生", "公務災害補償", "財形"]);
        yield return new(step, "Conditions.CompanyPension", Line, "Conditions.Pension", 60);
        yield return new(step, "Conditions.RetirementMutualAid", Choice, "Conditions.MutualAid", Options: ["加入", "未加入"]);
        yield return new(step, "Conditions.RetirementAllowance", Choice, "Conditions.RetirementAllowance", Options: YesNo);
        yield return new(step, "Conditions.RetirementAllowanceAfterYears", Line, "Conditions.RetirementAllowance", 30);
        yield return new(step, "Conditions.RetirementAge", Line, "Conditions.RetirementAge", 60);
        yield return new(step, "Conditions.Reemployment", Line, "Conditions.Reemployment", 60);
        yield return new(step, "Conditions.ExtendedEmployment", Line, "Conditions.Extended", 60);
        yield return new(step, "Conditions.Housing", Line, "Conditions.Housing", 60);
        yield return new(step, "Conditions.Childcare", Choice, "Conditions.Childcare", Options: YesNo);
        yield return new(step, "Conditions.ChildcareRemarks", Line, "Conditions.Childcare", 120);
    }

    private static IEnumerable<JobField> Appeal()
    {
        const JobStep step = JobStep.Appeal;
        yield return new(step, "Remarks.MessageFromOffice", Text, "Remarks.Message", 600);
        yield return new(step, "Remarks.Welfare", Text, "Remarks.Welfare", 300);
        yield return new(step, "Remarks.Training", Text, "Remarks.Training", 300);
        yield return new(step, "Remarks.WorkLifeSupport", Text, "Remarks.WorkLife", 300);
        yield return new(step, "Remarks.Branches", Line, "Remarks.Branches", 200);
        yield return new(step, "Remarks.MainCustomers", Line, "Remarks.Customers", 200);
        yield return new(step, "Remarks.YearlySales", Line, "Remarks.Sales", 60);
        yield return new(step, "Remarks.AffiliatedCompanies", Line, "Remarks.Affiliated", 200);
        yield return new(step, "Remarks.Accessibility", Choices, "Remarks.Accessibility", Options: ["エレベーター", "点字設備", "階段手すり", "手すり", "バリアフリートイレ", "車いす移動", "休憩室"]);
        yield return new(step, "Remarks.JobCoach", Choice, "Remarks.JobCoach", Options: YesNo);
        yield return new(step, "Remarks.Remarks", Text, "Remarks.Remarks", 600);
    }

    private static IEnumerable<JobField> Selection()
    {
        const JobStep step = JobStep.Selection;
        yield return new(step, "Selection.Headcount", Number, "Selection.Headcount", 999, Required: true);
        yield return new(step, "Selection.Reason", Choice, "Selection.Reason", Options: ["欠員補充", "増員", "新規事業所設立", "その他"]);
        yield return new(step, "Selection.Methods", Choices, "Selection.Methods", Options: ["面接", "書類選考", "筆記試験", "その他"]);
        yield return new(step, "Selection.Interviews", Number, "Selection.Methods", 10);
        yield return new(step, "Selection.ResultTiming", Line, "Selection.Result", 60);
        yield return new(step, "Selection.DaysToDocumentResult", Number, "Selection.Result", 180);
        yield return new(step, "Selection.DaysToInterviewResult", Number, "Selection.Result", 180);
        yield return new(step, "Selection.NotificationMeans", Line, "Selection.Means", 60);
        yield return new(step, "Selection.Schedule", Line, "Selection.Schedule", 120);
        yield return new(step, "Selection.PlacePostalCode", Line, "Selection.Place", 8);
        yield return new(step, "Selection.PlaceAddress", Line, "Selection.Place", 120);
        yield return new(step, "Selection.PlaceStation", Line, "Selection.Place", 60);
        yield return new(step, "Selection.Documents", Choices, "Selection.Documents", Options: ["ハローワーク紹介状", "履歴書（写真貼付）", "職務経歴書", "ジョブ・カード", "その他"]);
        yield return new(step, "Selection.DocumentsBy", Choice, "Selection.DocumentsBy", Options: ["郵送", "Eメール", "求職者マイページ", "その他"]);
        yield return new(step, "Selection.DocumentsReturn", Choice, "Selection.DocumentsReturn", Options: ["求人者の責任にて廃棄", "返却"]);
        yield return new(step, "Selection.ContactPosition", Line, "Selection.Contact", 60);
        yield return new(step, "Selection.ContactName", Line, "Selection.Contact", 60);
        yield return new(step, "Selection.ContactNameKana", Line, "Selection.Contact", 60);
        yield return new(step, "Selection.ContactPhone", Line, "Selection.Contact", 20);
        yield return new(step, "Selection.ContactExtension", Line, "Selection.Contact", 10);
        yield return new(step, "Selection.ContactFax", Line, "Selection.Contact", 20);
        yield return new(step, "Selection.ContactEmail", Line, "Selection.Contact", 100);
        yield return new(step, "Selection.Remarks", Text, "Selection.Remarks", 300);
    }
}
