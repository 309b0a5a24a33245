using System.Text.RegularExpressions;

namespace HelloWork.Domain.Jobs;

/// <summary>こだわり条件: what a job card says in words that people filter by, read once when the card is taken over.</summary>
[Flags]
public enum JobTraits
{
    None = 0,
    /// <summary>経験を問わない: 必要な経験等 says 不問.</summary>
    NoExperience = 1,
    /// <summary>学歴を問わない: 学歴 says 不問.</summary>
    NoEducation = 2,
    /// <summary>免許・資格を問わない: none is 必須; one that is 尚可 doesn't count.</summary>
    NoLicence = 4,
    /// <summary>土日休み: both days are 休日 and the two-day week isn't only sometimes (週休二日制 その他、なし).</summary>
    WeekendsOff = 8,
    /// <summary>在宅勤務ができる</summary>
    WorkFromHome = 16,
    /// <summary>転勤がない: 転勤の可能性 says なし.</summary>
    NoTransfer = 32,
    /// <summary>マイカー通勤ができる</summary>
    CarCommuting = 64,
    /// <summary>駅近: ten minutes or less on foot from the nearest station.</summary>
    NearStation = 128,
    /// <summary>賞与あり</summary>
    Bonus = 256,
    /// <summary>時間外労働なし</summary>
    NoOvertime = 512,
    /// <summary>週休二日制（毎週）</summary>
    TwoDaysOffAWeek = 1024,
    /// <summary>入居可能住宅あり</summary>
    Housing = 2048,
    /// <summary>利用可能託児施設あり</summary>
    Childcare = 4096,
    /// <summary>正社員登用あり</summary>
    Promotion = 8192,
    /// <summary>受動喫煙対策あり</summary>
    SmokeFree = 16384,
    /// <summary>トライアル雇用併用</summary>
    TrialEmployment = 32768,
    /// <summary>UIJターン歓迎</summary>
    ReturnToRegion = 65536,
    /// <summary>年齢を問わない</summary>
    NoAgeLimit = 131072,
    /// <summary>書類選考なし: how is told, and it isn't among it.</summary>
    NoDocumentScreening = 262144,
    /// <summary>交替制（シフト制）</summary>
    Shifts = 524288,
    /// <summary>裁量労働制</summary>
    Discretionary = 1048576,
    /// <summary>変形労働時間制</summary>
    VariableHours = 2097152,
    /// <summary>契約更新の可能性あり</summary>
    Renewal = 4194304,
    /// <summary>定年なし</summary>
    NoRetirementAge = 8388608,
}

internal static partial class JobTraitReading
{
    public static JobTraits TraitsOf(JobCard card)
    {
        var work = card.Work;
        return Given(Says(work.Experience, "不問"), JobTraits.NoExperience)
            | Given(Says(work.Education, "不問"), JobTraits.NoEducation)
            | Given(!AsksForLicence(work), JobTraits.NoLicence)
            | Given(WeekendsAreOff(card.Hours), JobTraits.WeekendsOff)
            | Given(!string.IsNullOrWhiteSpace(work.WorkFromHome) && !Denial().IsMatch(work.WorkFromHome), JobTraits.WorkFromHome)
            | Given(work.Transfer is { } transfer && Denial().IsMatch(transfer), JobTraits.NoTransfer)
            | DetailsOf(card);
    }

    private static JobTraits DetailsOf(JobCard card)
    {
        var (work, hours) = (card.Work, card.Hours);
        return Given(Grants(work.CarCommuting), JobTraits.CarCommuting)
            | Given(work.AccessMinutes is <= NearMinutes && Says(work.AccessMeans, "徒歩"), JobTraits.NearStation)
            | Given(Grants(card.Pay.Bonus), JobTraits.Bonus)
            | Given(hours.OvertimeHoursPerMonth is 0 || (hours.OvertimeHoursPerMonth is null && Says(hours.Overtime, "なし")), JobTraits.NoOvertime)
            | Given(Says(hours.TwoDaysOffAWeek, "毎週"), JobTraits.TwoDaysOffAWeek)
            | Given(Grants(card.Conditions.Housing), JobTraits.Housing)
            | Given(Grants(card.Conditions.Childcare), JobTraits.Childcare)
            | Given(Grants(work.PromotionToRegular), JobTraits.Promotion)
            | Given(Grants(work.SmokePrevention), JobTraits.SmokeFree)
            | Given(Grants(card.Header.TrialEmployment), JobTraits.TrialEmployment)
            | Given(Grants(work.ReturnToRegion), JobTraits.ReturnToRegion)
            | Given(Says(work.Age, "不問"), JobTraits.NoAgeLimit)
            | Given(card.Selection.Methods.Count > 0 && !card.Selection.Methods.Any(m => Says(m, "書類")), JobTraits.NoDocumentScreening)
            | Given(Says(hours.FlexibleSystem, "交替") || Says(hours.FlexibleSystem, "シフト"), JobTraits.Shifts)
            | Given(Says(hours.FlexibleSystem, "裁量"), JobTraits.Discretionary)
            | Given(Says(hours.FlexibleSystem, "変形") || Says(hours.FlexibleSystem, "単位"), JobTraits.VariableHours)
            | Given(Grants(work.Renewal), JobTraits.Renewal)
            | Given(card.Conditions.RetirementAge is { } age && Denial().IsMatch(age), JobTraits.NoRetirementAge);
    }

    private const int NearMinutes = 10;

    /// <summary>Says something, and not that there is none.</summary>
    public static bool Grants(string? said) => !string.IsNullOrWhiteSpace(said) && !Denial().IsMatch(said);

    public static bool NamesSunday(string daysOff) => Sunday().IsMatch(daysOff);

    private static JobTraits Given(bool holds, JobTraits trait) => holds ? trait : JobTraits.None;

    private static bool Says(string? text, string word) => text?.Contains(word, StringComparison.Ordinal) == true;

    private static bool AsksForLicence(JobCard.WorkBlock work) =>
        work.Licences.Any(l => IsMust(l.Necessity)) || IsMust(work.DrivingLicence) || IsMust(work.OtherLicences);

    private static bool IsMust(string? necessity) => Says(necessity, "必須") || Says(necessity, "必要");

    private static bool WeekendsAreOff(JobCard.HoursBlock hours) =>
        hours.DaysOff is { } days && days.Contains('土') && Sunday().IsMatch(days)
        && (hours.TwoDaysOffAWeek is null || Says(hours.TwoDaysOffAWeek, "毎週"));

    // 不可, 無 and なし, but not 可能性は少ない or 無期限.
    [GeneratedRegex("なし|無し|不可|^無$|ありません|できない|できません|非該当")]
    private static partial Regex Denial();

    // 日 as Sunday: 土日, 日曜, or standing by itself in a list; not the 日 of 祝日, 休日 or 土曜日.
    [GeneratedRegex("土[・、，,　 ]?日|日曜|(?:^|[・、，,　 ])日(?:$|[・、，,　 祝])")]
    private static partial Regex Sunday();
}
