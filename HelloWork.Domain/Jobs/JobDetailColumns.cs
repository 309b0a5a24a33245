using System.Globalization;
using System.Text.RegularExpressions;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Domain.Jobs;

/// <summary>求人区分</summary>
public enum JobKind
{
    /// <summary>一般</summary>
    General = 1,
    /// <summary>新卒・既卒</summary>
    Graduate = 2,
    /// <summary>季節</summary>
    Seasonal = 3,
    /// <summary>出稼ぎ</summary>
    Migrant = 4,
    /// <summary>障害のある方のための求人</summary>
    Disability = 5,
}

/// <summary>加入保険等</summary>
[Flags]
public enum JobInsurance
{
    None = 0,
    /// <summary>雇用保険</summary>
    Employment = 1,
    /// <summary>労災保険</summary>
    Accident = 2,
    /// <summary>健康保険</summary>
    Health = 4,
    /// <summary>厚生年金</summary>
    Pension = 8,
    /// <summary>公務災害補償</summary>
    PublicService = 16,
    /// <summary>財形</summary>
    Savings = 32,
    /// <summary>企業年金</summary>
    CompanyPension = 64,
    /// <summary>退職金制度</summary>
    RetirementAllowance = 128,
    /// <summary>退職金共済</summary>
    MutualAid = 256,
}

/// <summary>休日: days of the week that are off, and public holidays.</summary>
[Flags]
public enum JobDaysOff
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    /// <summary>祝日</summary>
    PublicHolidays = 128,
}

/// <summary>What 詳細検索条件 look at, read from the words and figures of a card.</summary>
/// <param name="HoursFrom">Minutes since midnight at which the earliest of the shifts begins; null: it isn't told.</param>
/// <param name="HoursTo">Minutes at which the latest ends; past midnight above 1,440.</param>
/// <param name="OvertimeHours">A month, on average; 0: none.</param>
/// <param name="LicenceCodes">Required or welcome, between blanks; null: none that the table knows.</param>
internal sealed partial record JobDetailColumns(
    JobKind Kind, bool PartTime, int? WageBaseFrom, int? HoursFrom, int? HoursTo, int? OvertimeHours, JobDaysOff DaysOff, JobInsurance Insurance, string? LicenceCodes)
{
    private const int MostLicences = 30;
    private const int Day = 24 * 60;

    private static readonly (string Word, JobInsurance Insurance)[] Insurances =
    [
        ("雇用", JobInsurance.Employment), ("労災", JobInsurance.Accident), ("健康", JobInsurance.Health), ("厚生", JobInsurance.Pension),
        ("公務災害", JobInsurance.PublicService), ("財形", JobInsurance.Savings),
    ];

    private static readonly (string Letter, JobDaysOff Day)[] Days =
    [
        ("月", JobDaysOff.Monday), ("火", JobDaysOff.Tuesday), ("水", JobDaysOff.Wednesday), ("木", JobDaysOff.Thursday), ("金", JobDaysOff.Friday),
        ("土", JobDaysOff.Saturday), ("祝", JobDaysOff.PublicHolidays),
    ];

    public static JobDetailColumns Of(JobCard card)
    {
        var (from, to) = HoursOf(card.Hours);
        return new(
            KindOf(card.Header.Kind),
            card.Header.FullOrPart is { Length: > 0 } said ? said.Contains("パート", StringComparison.Ordinal) : card.Work.EmploymentType >= EmploymentType.Part,
            SearchableWage.Of(card.Pay with { TotalFrom = null, TotalTo = null }).Item2,
            from, to, OvertimeOf(card.Hours), DaysOf(card.Hours.DaysOff), InsuranceOf(card.Conditions), LicencesOf(card.Work));
    }

    private static JobKind KindOf(string? kind) => kind switch
    {
        null => JobKind.General,
        _ when kind.Contains("障害", StringComparison.Ordinal) => JobKind.Disability,
        _ when kind.Contains("新卒", StringComparison.Ordinal) || kind.Contains("既卒", StringComparison.Ordinal) => JobKind.Graduate,
        _ when kind.Contains("季節", StringComparison.Ordinal) => JobKind.Seasonal,
        _ when kind.Contains("出稼", StringComparison.Ordinal) => JobKind.Migrant,
        _ => JobKind.General,
    };

    // Shifts take turns, so all of them count; without any, the span in which the hours are agreed.
    private static (int?, int?) HoursOf(JobCard.HoursBlock hours)
    {
        var spans = hours.Shifts.Select(s => (From: MinutesOf(s.From), To: MinutesOf(s.To))).Where(s => s is { From: not null, To: not null }).ToList();
        if (spans.Count == 0 && hours.OrBetween is { } between && Times().Matches(between) is { Count: >= 2 } times)
            spans.Add((MinutesOf(times[0].Value), MinutesOf(times[1].Value)));
        return spans.Count == 0 ? (null, null) : (spans.Min(s => s.From), spans.Max(s => s.To <= s.From ? s.To + Day : s.To));
    }

    private static int? MinutesOf(string time) =>
        Times().Match(time) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is <= 24 and var hour
            ? hour * 60 + (match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : 0)
            : null;

    private static int? OvertimeOf(JobCard.HoursBlock hours) =>
        hours.OvertimeHoursPerMonth ?? (hours.Overtime?.Contains("なし", StringComparison.Ordinal) == true ? 0 : null);

    private static JobDaysOff DaysOf(string? said) => said is null ? JobDaysOff.None
        : Days.Where(d => said.Contains(d.Letter, StringComparison.Ordinal)).Aggregate(
            JobTraitReading.NamesSunday(said) ? JobDaysOff.Sunday : JobDaysOff.None, (all, day) => all | day.Day);

    private static JobInsurance InsuranceOf(JobCard.ConditionsBlock conditions)
    {
        var said = Insurances.Where(i => conditions.Insurance.Any(name => name.Contains(i.Word, StringComparison.Ordinal))).Aggregate(JobInsurance.None, (all, one) => all | one.Insurance);
        return said
            | (JobTraitReading.Grants(conditions.CompanyPension) ? JobInsurance.CompanyPension : JobInsurance.None)
            | (JobTraitReading.Grants(conditions.RetirementAllowance) ? JobInsurance.RetirementAllowance : JobInsurance.None)
            | (conditions.RetirementMutualAid is { } aid && aid.StartsWith("加入", StringComparison.Ordinal) ? JobInsurance.MutualAid : JobInsurance.None);
    }

    private static string? LicencesOf(JobCard.WorkBlock work)
    {
        var codes = work.Licences.Select(l => Licences.Find(l.Code)?.Code ?? Licences.ByName(l.Name)?.Code)
            .Append(JobTraitReading.Grants(work.DrivingLicence) && !work.DrivingLicence!.Contains("不問", StringComparison.Ordinal) ? Licences.ByName("普通自動車運転免許")?.Code : null)
            .OfType<string>().Distinct().Take(MostLicences).ToList();
        return codes.Count == 0 ? null : $" {string.Join(' ', codes)} ";
    }

    [GeneratedRegex(@"([0-9]{1,2})(?:[:時]([0-9]{2})?)")] private static partial Regex Times();
}
