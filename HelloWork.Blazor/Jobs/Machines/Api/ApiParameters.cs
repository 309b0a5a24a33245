using System.Globalization;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs.Machines.Api;

/// <summary>One parameter of a job search, as the API checks it, as its document describes it and as the guide explains it; its text's key is Param.<paramref name="Name"/>.</summary>
/// <param name="Values">All there are; null: not a list of words.</param>
/// <param name="Least">Of a whole number; null: no number.</param>
/// <param name="Known">Whether a value of another shape is one.</param>
public sealed record ApiParameter(string Name, string Example, bool Repeats = false, IReadOnlyList<string>? Values = null, int? Least = null, int? Most = null, string? Pattern = null, Func<string, bool>? Known = null)
{
    public bool Takes(string value) =>
        Values is not null ? Values.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase)
        : Least is not null ? int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= (Most ?? int.MaxValue)
        : Known?.Invoke(value) ?? true;
}

/// <summary>The parameters of /jobs, which are those of the API and the feed: read by <see cref="JobSearchAddress"/>, listed here.</summary>
public static class ApiParameters
{
    private static readonly string[] Yes = ["1"];

    public static IReadOnlyList<ApiParameter> All { get; } =
    [
        new("q", "経理 在宅"),
        new("pref", "13", Repeats: true, Values: [.. Prefectures.All.Select(p => p.Code)]),
        new("city", "13101", Repeats: true, Pattern: "^[0-9]{5}$", Known: code => Municipalities.Find(code) is not null || Municipalities.FindCity(code) is not null),
        new("occ", "038-01", Repeats: true, Pattern: "^[0-9]{2}([0-9](-[0-9]{2})?)?$", Known: code => new JobSearchQuery { Occupations = [code] }.Occupations.Count == 1),
        new("type", "regular", Repeats: true, Values: Words<EmploymentType>(JobSearchAddress.Word)),
        // Amounts with 万 and commas are welcome, so the reading of the address has the word.
        new("wageMin", "220000", Known: typed => JobSearchAddress.Yen(typed) is not null),
        new("wageUnit", "month", Values: Words<WageUnit>(JobSearchAddress.Word)),
        new("c", "no-experience", Repeats: true, Values: Words<JobCondition>(JobSearchAddress.Word)),
        new("since", "3", Values: Words<JobSince>(JobSearchDetailsAddress.Word)),
        new("not", "夜勤"),
        new("any", "1", Values: Yes),
        new("in", "title", Repeats: true, Values: Words<JobWordScope>(JobSearchDetailsAddress.Word)),
        new("kind", "general", Repeats: true, Values: Words<JobKind>(JobSearchDetailsAddress.Word)),
        new("time", "full", Values: Words<JobWorkingTime>(JobSearchDetailsAddress.Word)),
        new("base", "1", Values: Yes),
        new("from", "9:00", Pattern: "^[0-9]{1,2}(:[0-9]{2})?$"),
        new("to", "18:00", Pattern: "^[0-9]{1,2}(:[0-9]{2})?$"),
        new("off", "sat", Repeats: true, Values: [.. JobDetailWords.Days.Select(JobSearchDetailsAddress.Word)]),
        new("daysOff", "120", Least: 1, Most: 365),
        new("overtime", "20", Least: 0, Most: 99),
        new("ins", "health", Repeats: true, Values: [.. JobDetailWords.Insurances.Select(JobSearchDetailsAddress.Word)]),
        new("age", "35", Least: 15, Most: 99),
        new("lic", "簿記", Repeats: true),
        new("staffing", "none", Values: Words<StaffingKind>(JobSearchDetailsAddress.Word)),
        new("staff", "100", Values: [.. JobSearchDetails.EmployeeSteps.Select(n => n.ToString(CultureInfo.InvariantCulture))]),
        new("jobNo", "13010-12345678", Repeats: true),
        new("officeNo", "1301-123456-7", Pattern: "^[0-9]{4}-[0-9]{1,6}-[0-9]$"),
        new("sort", "new", Values: Words<JobSort>(JobSearchAddress.Word)),
        new("size", "30", Values: [.. JobSearchQuery.Sizes.Select(n => n.ToString(CultureInfo.InvariantCulture))]),
        new("page", "1", Least: 1),
    ];

    /// <summary>What the page's own form and links add; it narrows nothing.</summary>
    private static readonly string[] OfThePage = ["more", "lang"];

    private static readonly Dictionary<JobDetail, string> Details = new()
    {
        [JobDetail.HoursFrom] = "from", [JobDetail.HoursTo] = "to", [JobDetail.DaysOffPerYear] = "daysOff", [JobDetail.Overtime] = "overtime", [JobDetail.Age] = "age",
        [JobDetail.Licences] = "lic", [JobDetail.JobNumbers] = "jobNo", [JobDetail.Office] = "officeNo",
    };

    /// <summary>What the page would pass over: a program is told, since nobody looks at its page. By the name of the parameter; blank values are none.</summary>
    public static Dictionary<string, string[]> Errors(IQueryCollection query, JobSearchAddress.Asked asked, IStringLocalizer<MachinesText> text)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var (name, values) in query.Where(q => !OfThePage.Contains(q.Key)))
        {
            if (All.FirstOrDefault(p => p.Name == name) is not { } parameter)
                errors[name] = [Words(text["Error.NoSuch", name])];
            else if (values.OfType<string>().FirstOrDefault(value => value.Trim().Length > 0 && !parameter.Takes(value)) is { } wrong)
                errors[name] = [Words(parameter.Values is { } all
                    ? text["Error.NotOneOf", name, Shortened(wrong), string.Join(", ", all)]
                    : text["Error.Value", name, Shortened(wrong), parameter.Example])];
        }
        foreach (var (detail, typed) in asked.Unread)
            errors.TryAdd(Details[detail], [Words(text["Error.Value", Details[detail], Shortened(typed), All.First(p => p.Name == Details[detail]).Example])]);
        // The page passes over a city outside of the chosen prefectures.
        if (query["city"].OfType<string>().FirstOrDefault(code => code.Trim().Length > 0 && query["pref"].Any(p => !string.IsNullOrWhiteSpace(p)) && !query["pref"].Any(p => !string.IsNullOrWhiteSpace(p) && code.Trim().StartsWith(p.Trim(), StringComparison.Ordinal))) is { } elsewhere)
            errors.TryAdd("city", [Words(text["Error.CityElsewhere", Shortened(elsewhere)])]);
        return errors;
    }

    private static string Words(string shown) => Readings.Leave(shown);

    private static string Shortened(string typed) => typed.Length <= 40 ? typed : $"{typed[..40]}…";

    private static string[] Words<T>(Func<T, string> word) where T : struct, Enum => [.. Enum.GetValues<T>().Select(word)];
}
