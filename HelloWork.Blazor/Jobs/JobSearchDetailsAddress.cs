using System.Globalization;
using System.Text;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;

namespace HelloWork.Blazor.Jobs;

/// <summary>
/// 詳細検索条件 in the address of a job search: since, not, any, in, kind, time, base, from, to, off, daysOff, overtime, ins, age, lic, staffing,
/// staff, jobNo, officeNo. What isn't known is passed over; what somebody typed and can't be read is told.
/// </summary>
public static class JobSearchDetailsAddress
{
    private static readonly Dictionary<JobWordScope, string> Scopes = new()
    {
        [JobWordScope.Title] = "title", [JobWordScope.Office] = "office", [JobWordScope.Duties] = "duties", [JobWordScope.Station] = "station", [JobWordScope.Place] = "place",
        [JobWordScope.Business] = "business", [JobWordScope.Licence] = "licence", [JobWordScope.Experience] = "experience", [JobWordScope.Other] = "other",
    };

    private static readonly Dictionary<JobKind, string> Kinds = new()
    {
        [JobKind.General] = "general", [JobKind.Graduate] = "graduate", [JobKind.Seasonal] = "seasonal", [JobKind.Migrant] = "migrant", [JobKind.Disability] = "disability",
    };

    private static readonly Dictionary<JobWorkingTime, string> Times = new() { [JobWorkingTime.FullTime] = "full", [JobWorkingTime.PartTime] = "part" };

    private static readonly Dictionary<JobDaysOff, string> Days = new()
    {
        [JobDaysOff.Monday] = "mon", [JobDaysOff.Tuesday] = "tue", [JobDaysOff.Wednesday] = "wed", [JobDaysOff.Thursday] = "thu", [JobDaysOff.Friday] = "fri",
        [JobDaysOff.Saturday] = "sat", [JobDaysOff.Sunday] = "sun", [JobDaysOff.PublicHolidays] = "holiday",
    };

    private static readonly Dictionary<JobInsurance, string> Insurances = new()
    {
        [JobInsurance.Employment] = "employment", [JobInsurance.Accident] = "accident", [JobInsurance.Health] = "health", [JobInsurance.Pension] = "pension",
        [JobInsurance.PublicService] = "public-service", [JobInsurance.Savings] = "savings", [JobInsurance.CompanyPension] = "company-pension",
        [JobInsurance.RetirementAllowance] = "retirement", [JobInsurance.MutualAid] = "mutual-aid",
    };

    private static readonly Dictionary<StaffingKind, string> Staffings = new() { [StaffingKind.None] = "none", [StaffingKind.Dispatch] = "dispatch", [StaffingKind.Contract] = "contract" };

    public static string Word(JobWordScope scope) => Scopes[scope];
    public static string Word(JobKind kind) => Kinds[kind];
    public static string Word(JobWorkingTime time) => Times[time];
    public static string Word(JobDaysOff day) => Days[day];
    public static string Word(JobInsurance insurance) => Insurances[insurance];
    public static string Word(StaffingKind staffing) => Staffings[staffing];
    public static string Word(JobSince since) => ((int)since).ToString(CultureInfo.InvariantCulture);

    /// <summary>9:00; past midnight as on the next day's clock.</summary>
    public static string Time(int minutes) => $"{minutes / 60}:{minutes % 60:00}";

    /// <param name="all">The values of a name in the address that aren't blank.</param>
    public static (JobSearchDetails Details, IReadOnlyDictionary<JobDetail, string> Unread) Read(Func<string, IReadOnlyList<string>> all)
    {
        var unread = new Dictionary<JobDetail, string>();
        var jobNumbers = Split("jobNo").Select(typed => JobNumber.TryParse(typed, out var number) ? number : NoneOf<JobNumber>(JobDetail.JobNumbers, typed)).OfType<JobNumber>().ToList();
        var office = all("officeNo").FirstOrDefault() is not { } typedOffice ? null
            : OfficeNumber.TryParse(typedOffice, out var officeNumber) ? officeNumber : NoneOf<OfficeNumber>(JobDetail.Office, typedOffice);
        var details = new JobSearchDetails
        {
            Since = Number("since") is { } days ? (JobSince)days : null,
            NotWords = string.Join(' ', all("not")),
            AnyWord = all("any").Contains("1"),
            Scopes = Known("in", Scopes),
            Kinds = Known("kind", Kinds),
            WorkingTime = One("time", Times),
            WageBaseOnly = all("base").Contains("1"),
            HoursFrom = TimeAt("from", JobDetail.HoursFrom),
            HoursTo = TimeAt("to", JobDetail.HoursTo),
            DaysOff = Known("off", Days).Aggregate(JobDaysOff.None, (set, day) => set | day),
            DaysOffPerYear = Typed("daysOff", JobDetail.DaysOffPerYear, 1, 365),
            OvertimeMost = Typed("overtime", JobDetail.Overtime, 0, 99),
            Insurance = Known("ins", Insurances).Aggregate(JobInsurance.None, (set, one) => set | one),
            Age = Typed("age", JobDetail.Age, 15, 99),
            Licences = [.. Split("lic").SelectMany(LicencesNamed)],
            Staffing = One("staffing", Staffings),
            Employees = Number("staff"),
            JobNumbers = jobNumbers,
            Office = office,
        };
        return (details, unread);

        IEnumerable<string> Split(string name) => all(name).SelectMany(value => value.Split([' ', '　', ',', '、'], StringSplitOptions.RemoveEmptyEntries)).Take(20);

        IReadOnlyList<T> Known<T>(string name, Dictionary<T, string> words) where T : struct => JobSearchAddress.Known(all(name), words);

        T? One<T>(string name, Dictionary<T, string> words) where T : struct => Known(name, words) is [var first, ..] ? first : null;

        int? Number(string name) => int.TryParse(Plain(all(name).FirstOrDefault()), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        int? Typed(string name, JobDetail detail, int least, int most)
        {
            if (all(name).FirstOrDefault() is not { } typed)
                return null;
            return Number(name) is { } number && number >= least && number <= most ? number : NoneOf<int>(detail, typed);
        }

        int? TimeAt(string name, JobDetail detail)
        {
            if (all(name).FirstOrDefault() is not { } typed)
                return null;
            var parts = Plain(typed).Replace('時', ':').TrimEnd('分', ':').Split(':');
            return parts.Length is 1 or 2 && Whole(parts[0]) is <= 24 and var hour && (parts.Length == 1 ? 0 : Whole(parts[1])) is < 60 and var minute && hour * 60 + minute <= 24 * 60
                ? hour * 60 + minute : NoneOf<int>(detail, typed);
        }

        IEnumerable<string> LicencesNamed(string typed)
        {
            var name = SearchText.Normalise(typed);
            string[] found = Licences.Find(typed) is { } one ? [one.Code]
                : name.Length == 0 ? [] : [.. Licences.All.Where(l => SearchText.Normalise(l.Name).Contains(name, StringComparison.Ordinal)).Select(l => l.Code)];
            if (found.Length == 0)
                unread[JobDetail.Licences] = typed;
            return found;
        }

        T? NoneOf<T>(JobDetail detail, string typed) where T : struct
        {
            unread[detail] = typed;
            return null;
        }
    }

    /// <summary>Names and values in the order of the form; what is usual isn't written.</summary>
    public static IEnumerable<(string Name, string Value)> Parts(JobSearchDetails d)
    {
        if (d.Since is { } since)
            yield return ("since", Word(since));
        if (d.NotWords.Length > 0)
            yield return ("not", d.NotWords);
        if (d.AnyWord)
            yield return ("any", "1");
        foreach (var scope in d.Scopes)
            yield return ("in", Word(scope));
        foreach (var kind in d.Kinds)
            yield return ("kind", Word(kind));
        if (d.WorkingTime is { } time)
            yield return ("time", Word(time));
        if (d.WageBaseOnly)
            yield return ("base", "1");
        if (d.HoursFrom is { } from)
            yield return ("from", Time(from));
        if (d.HoursTo is { } to)
            yield return ("to", Time(to));
        foreach (var day in Days.Keys.Where(day => d.DaysOff.HasFlag(day)))
            yield return ("off", Word(day));
        if (d.DaysOffPerYear is { } perYear)
            yield return ("daysOff", Figure(perYear));
        if (d.OvertimeMost is { } overtime)
            yield return ("overtime", Figure(overtime));
        foreach (var insurance in Insurances.Keys.Where(i => d.Insurance.HasFlag(i)))
            yield return ("ins", Word(insurance));
        if (d.Age is { } age)
            yield return ("age", Figure(age));
        foreach (var code in d.Licences)
            yield return ("lic", code);
        if (d.Staffing is { } staffing)
            yield return ("staffing", Word(staffing));
        if (d.Employees is { } employees)
            yield return ("staff", Figure(employees));
        foreach (var number in d.JobNumbers)
            yield return ("jobNo", number.Value);
        if (d.Office is { } office)
            yield return ("officeNo", office.Value);
    }

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Plain(string? typed) => typed is null || typed.Length > 30 ? "" : typed.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);

    private static int? Whole(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
