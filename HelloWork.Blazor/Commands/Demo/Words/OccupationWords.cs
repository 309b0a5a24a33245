using System.Collections.Immutable;
using System.Globalization;
using HelloWork.Domain.ReferenceData;

namespace HelloWork.Blazor.Commands.Demo.Words;

/// <summary>Title of a job (職種), at most 28 characters.</summary>
/// <param name="Text">What the job card says.</param>
/// <param name="OccupationCode">Its 小分類.</param>
/// <param name="Tags">Choose the lines that fit it, see <see cref="TaggedLines{T}"/>.</param>
public sealed record OccupationTitle(string Text, string OccupationCode, ImmutableArray<string> Tags);

/// <summary>A licence (免許・資格) that an example asks for.</summary>
/// <param name="Licence">Of the reference data.</param>
/// <param name="Required">必須, otherwise あれば尚可.</param>
public sealed record LicenceWish(Licence Licence, bool Required);

/// <summary>Working hours (就業時間): up to three shifts that take turns.</summary>
/// <param name="PartTime">For パート, otherwise for フルタイム.</param>
/// <param name="Shifts">An end at or before the start is on the next day.</param>
/// <param name="BreakMinutes">休憩 of each shift.</param>
public sealed record WorkingTime(bool PartTime, ImmutableArray<(TimeOnly Start, TimeOnly End)> Shifts, int BreakMinutes);

/// <summary>週休二日制.</summary>
public enum TwoDayWeek
{
    /// <summary>毎週.</summary>
    EveryWeek,

    /// <summary>その他.</summary>
    Other,
}

/// <summary>Days off (休日).</summary>
/// <param name="Days">Fixed days of the week; none where shifts decide.</param>
/// <param name="PublicHolidays">祝日.</param>
/// <param name="TwoDayWeek">週休二日制.</param>
/// <param name="DaysPerYear">年間休日数, full time.</param>
/// <param name="Remark">その他.</param>
public sealed record HolidayPattern(ImmutableArray<DayOfWeek> Days, bool PublicHolidays, TwoDayWeek TwoDayWeek, int DaysPerYear, string Remark);

/// <summary>From and to, in yen.</summary>
public readonly record struct WageRange(int From, int To);

/// <summary>Our own words for one kind of work: what its job cards and its seekers say.</summary>
public sealed class OccupationWords
{
    private readonly WageRange _monthly;
    private readonly WageRange _hourly;
    private readonly ImmutableArray<string> _companyKinds;

    internal OccupationWords(WordFile file)
    {
        var head = file["head"].Select(line => line.Split(" = ")).ToDictionary(pair => pair[0], pair => pair[1]);
        Key = Path.GetFileNameWithoutExtension(file.Name);
        OccupationCode = head["code"];
        IndustryCodes = [.. head["industries"].Split(' ')];
        _companyKinds = [.. head.GetValueOrDefault("companies", "-").Split(' ').Select(kind => kind is "-" ? "" : kind)];
        Weight = Number(head["weight"]);
        PartTimePercent = Number(head["part"]);
        _monthly = Range(head["monthly"]);
        _hourly = Range(head["hourly"]);
        Titles = [.. file["titles"].Select(Title)];
        Summaries = new(file["summaries"], line => line);
        Duties = new(file["duties"], line => line);
        Licences = new(file["licences"], Wish);
        Experience = new(file["experience"], line => line);
        WorkingTimes = new(file["times"], Time);
        Holidays = new(file["holidays"], Holiday);
        Remarks = new(file["remarks"], line => line);
        Messages = new(file["messages"], line => line);
        Careers = [.. file["careers"]];
        Skills = [.. file["skills"]];
        Wishes = [.. file["wishes"]];
        Requests = [.. file["requests"]];
    }

    /// <summary>Name of its word list: "care-facility".</summary>
    public string Key { get; }

    /// <summary>小分類 of the occupation as a whole; a title may have its own.</summary>
    public string OccupationCode { get; }

    /// <summary>中分類 of the industries that offer it.</summary>
    public ImmutableArray<string> IndustryCodes { get; }

    /// <summary>Whether such a company would offer it.</summary>
    public bool Fits(CompanyPattern company) => IndustryCodes.Contains(company.IndustryCode) && _companyKinds.Contains(company.Kind);

    /// <summary>How common it is, 1 to 9.</summary>
    public int Weight { get; }

    /// <summary>Of a hundred jobs, how many are part time.</summary>
    public int PartTimePercent { get; }

    /// <summary>職種.</summary>
    public ImmutableArray<OccupationTitle> Titles { get; }

    /// <summary>First sentence of 仕事内容.</summary>
    public TaggedLines<string> Summaries { get; }

    /// <summary>Sentences of 仕事内容 to choose from.</summary>
    public TaggedLines<string> Duties { get; }

    /// <summary>免許・資格; may be none.</summary>
    public TaggedLines<LicenceWish> Licences { get; }

    /// <summary>必要な経験等.</summary>
    public TaggedLines<string> Experience { get; }

    /// <summary>就業時間.</summary>
    public TaggedLines<WorkingTime> WorkingTimes { get; }

    /// <summary>休日等, full time.</summary>
    public TaggedLines<HolidayPattern> Holidays { get; }

    /// <summary>求人に関する特記事項.</summary>
    public TaggedLines<string> Remarks { get; }

    /// <summary>事業所からのメッセージ.</summary>
    public TaggedLines<string> Messages { get; }

    /// <summary>A seeker's 経験した主な仕事.</summary>
    public ImmutableArray<string> Careers { get; }

    /// <summary>A seeker's アピールポイント.</summary>
    public ImmutableArray<string> Skills { get; }

    /// <summary>A seeker's 希望.</summary>
    public ImmutableArray<string> Wishes { get; }

    /// <summary>Why an employer writes to such a seeker, in a direct request.</summary>
    public ImmutableArray<string> Requests { get; }

    /// <summary>Monthly wage (a + b) at a region's level, in thousands of yen rounded.</summary>
    public WageRange Monthly(WageLevel level) => level.Apply(_monthly, level.LowestMonthly, 1000);

    /// <summary>Hourly wage at a region's level, in tens of yen rounded.</summary>
    public WageRange Hourly(WageLevel level) => level.Apply(_hourly, level.LowestHourly, 10);

    private OccupationTitle Title(string line)
    {
        var (text, tags) = TaggedLines<string>.Split(line);
        var parts = text.Split(" =");
        return new(parts[0], parts.Length > 1 ? parts[1] : OccupationCode, tags);
    }

    private static LicenceWish Wish(string line)
    {
        var (need, name) = line.Split(':') is [var first, var second] ? (first, second) : throw new FormatException(line);
        var licence = Domain.ReferenceData.Licences.ByName(name) ?? throw new FormatException($"{name} is no licence of the reference data.");
        return new(licence, need is "必須");
    }

    // "F 8:30-17:30,16:30-9:00 60": full time or part time, shifts, break
    private static WorkingTime Time(string line)
    {
        var parts = line.Split(' ');
        return new(parts[0] is "P", [.. parts[1].Split(',').Select(Shift)], Number(parts[2]));

        static (TimeOnly, TimeOnly) Shift(string text) => text.Split('-') is [var start, var end]
            ? (TimeOnly.Parse(start, CultureInfo.InvariantCulture), TimeOnly.Parse(end, CultureInfo.InvariantCulture))
            : throw new FormatException(text);
    }

    // "土日祝|毎週|122|年末年始"
    private static HolidayPattern Holiday(string line)
    {
        var parts = line.Split('|');
        DayOfWeek[] days = [.. parts[0].Select(letter => "日月火水木金土".IndexOf(letter, StringComparison.Ordinal)).Where(day => day >= 0).Select(day => (DayOfWeek)day)];
        return new([.. days], parts[0].Contains('祝'), parts[1] is "毎週" ? TwoDayWeek.EveryWeek : TwoDayWeek.Other, Number(parts[2]), parts[3]);
    }

    private static WageRange Range(string text) =>
        text.Split('-') is [var from, var to] ? new(Number(from), Number(to)) : throw new FormatException(text);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
