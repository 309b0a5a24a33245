using System.Text.Json.Serialization;
using HelloWork.Domain.Search;

namespace HelloWork.Domain.Jobs;

/// <summary>Conditions of <see cref="JobSearchDetails"/>, each of which can be taken off by itself.</summary>
public enum JobDetail
{
    Since = 1,
    NotWords = 2,
    AnyWord = 3,
    Scopes = 4,
    Kinds = 5,
    WorkingTime = 6,
    WageBase = 7,
    HoursFrom = 8,
    DaysOff = 9,
    DaysOffPerYear = 10,
    Overtime = 11,
    Insurance = 12,
    Age = 13,
    Licences = 14,
    Staffing = 15,
    Employees = 16,
    JobNumbers = 17,
    Office = 18,
    HoursTo = 19,
}

/// <summary>新着: accepted since.</summary>
public enum JobSince
{
    /// <summary>当日・前日</summary>
    Yesterday = 2,
    /// <summary>3日以内</summary>
    ThreeDays = 3,
    /// <summary>1週間以内</summary>
    Week = 7,
}

/// <summary>フルタイム・パート</summary>
public enum JobWorkingTime
{
    FullTime = 1,
    PartTime = 2,
}

/// <summary>詳細検索条件: what few people narrow by. Like <see cref="JobSearchQuery"/> it drops what isn't known on the way in.</summary>
public sealed record JobSearchDetails
{
    public const int MostJobNumbers = 5;
    public static JobSearchDetails None { get; } = new();
    public static IReadOnlyList<int> EmployeeSteps { get; } = [10, 100, 300, 1000];
    private const int MostNotWords = 5;
    private const int Day = 24 * 60;

    public JobSince? Since { get; init => field = value is { } since && Enum.IsDefined(since) ? since : null; }
    /// <summary>のぞく: none of these words may stand where the words are looked for.</summary>
    public string NotWords { get; init => field = JobSearchQuery.WrittenWords(value); } = "";
    /// <summary>OR: one of the words is enough.</summary>
    public bool AnyWord { get; init; }
    /// <summary>検索対象; none: everywhere.</summary>
    public IReadOnlyList<JobWordScope> Scopes { get; init => field = [.. value.Where(Enum.IsDefined).Distinct().Order()]; } = [];
    public IReadOnlyList<JobKind> Kinds { get; init => field = [.. value.Where(Enum.IsDefined).Distinct().Order()]; } = [];
    public JobWorkingTime? WorkingTime { get; init => field = value is { } time && Enum.IsDefined(time) ? time : null; }
    /// <summary>手当・固定残業代を含めない: the least wage is compared with the base pay alone.</summary>
    public bool WageBaseOnly { get; init; }
    /// <summary>就業時間: minutes since midnight. All shifts lie between the two; an end at or before the start is on the next day.</summary>
    public int? HoursFrom { get; init => field = value is >= 0 and < Day ? value : null; }
    public int? HoursTo { get; init => field = value is >= 0 and <= Day ? value : null; }
    /// <summary>休日: all of these are off.</summary>
    public JobDaysOff DaysOff { get; init => field = value & (JobDaysOff)255; }
    /// <summary>年間休日数, at least.</summary>
    public int? DaysOffPerYear { get; init => field = value is > 0 and < 366 ? value : null; }
    /// <summary>時間外労働の月平均, at most; 0: none.</summary>
    public int? OvertimeMost { get; init => field = value is >= 0 and < 100 ? value : null; }
    /// <summary>加入保険等: all of these.</summary>
    public JobInsurance Insurance { get; init => field = value & (JobInsurance)511; }
    /// <summary>年齢: jobs open to it.</summary>
    public int? Age { get; init => field = value is >= 15 and < 100 ? value : null; }
    /// <summary>免許・資格: jobs that ask for one of these, or welcome it.</summary>
    public IReadOnlyList<string> Licences { get; init => field = [.. value.Select(code => ReferenceData.Licences.Find(code)?.Code).OfType<string>().Distinct().Order(StringComparer.Ordinal).Take(10)]; } = [];
    public StaffingKind? Staffing { get; init => field = value is { } staffing && Enum.IsDefined(staffing) ? staffing : null; }
    /// <summary>従業員数（企業全体）, at least.</summary>
    public int? Employees { get; init => field = value is { } least && EmployeeSteps.Contains(least) ? value : null; }
    /// <summary>求人番号: one of these.</summary>
    public IReadOnlyList<JobNumber> JobNumbers { get; init => field = [.. value.Distinct().Take(MostJobNumbers)]; } = [];
    /// <summary>事業所番号</summary>
    public OfficeNumber? Office { get; init; }

    public IReadOnlyList<string> WordsLeftOut() => JobSearchQuery.Searched(SearchText.Words(NotWords, MostNotWords));

    /// <summary>The end as it is compared: on the next day above 1,440.</summary>
    [JsonIgnore]
    public int? LatestEnd => HoursTo is { } to ? HoursFrom is { } from && to <= from ? to + Day : to : null;

    /// <summary>What is set, in the order of the form.</summary>
    public IEnumerable<JobDetail> Set() => All.Where(IsSet);

    private static readonly JobDetail[] All = Enum.GetValues<JobDetail>();

    private bool IsSet(JobDetail detail) => detail switch
    {
        JobDetail.Since => Since is not null,
        JobDetail.NotWords => WordsLeftOut().Count > 0,
        JobDetail.AnyWord => AnyWord,
        JobDetail.Scopes => Scopes.Count > 0,
        JobDetail.Kinds => Kinds.Count > 0,
        JobDetail.WorkingTime => WorkingTime is not null,
        JobDetail.WageBase => WageBaseOnly,
        JobDetail.HoursFrom => HoursFrom is not null,
        JobDetail.HoursTo => HoursTo is not null,
        JobDetail.DaysOff => DaysOff is not JobDaysOff.None,
        JobDetail.DaysOffPerYear => DaysOffPerYear is not null,
        JobDetail.Overtime => OvertimeMost is not null,
        JobDetail.Insurance => Insurance is not JobInsurance.None,
        JobDetail.Age => Age is not null,
        JobDetail.Licences => Licences.Count > 0,
        JobDetail.Staffing => Staffing is not null,
        JobDetail.Employees => Employees is not null,
        JobDetail.JobNumbers => JobNumbers.Count > 0,
        JobDetail.Office => Office is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(detail), detail, "No such condition."),
    };

    public JobSearchDetails Without(JobDetail detail) => detail switch
    {
        JobDetail.Since => this with { Since = null },
        JobDetail.NotWords => this with { NotWords = "" },
        JobDetail.AnyWord => this with { AnyWord = false },
        JobDetail.Scopes => this with { Scopes = [] },
        JobDetail.Kinds => this with { Kinds = [] },
        JobDetail.WorkingTime => this with { WorkingTime = null },
        JobDetail.WageBase => this with { WageBaseOnly = false },
        JobDetail.HoursFrom => this with { HoursFrom = null },
        JobDetail.HoursTo => this with { HoursTo = null },
        JobDetail.DaysOff => this with { DaysOff = JobDaysOff.None },
        JobDetail.DaysOffPerYear => this with { DaysOffPerYear = null },
        JobDetail.Overtime => this with { OvertimeMost = null },
        JobDetail.Insurance => this with { Insurance = JobInsurance.None },
        JobDetail.Age => this with { Age = null },
        JobDetail.Licences => this with { Licences = [] },
        JobDetail.Staffing => this with { Staffing = null },
        JobDetail.Employees => this with { Employees = null },
        JobDetail.JobNumbers => this with { JobNumbers = [] },
        JobDetail.Office => this with { Office = null },
        _ => throw new ArgumentOutOfRangeException(nameof(detail), detail, "No such condition."),
    };
}
