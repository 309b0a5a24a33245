using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

/// <summary>詳細検索条件 in words: to choose from, and what is chosen.</summary>
internal sealed class JobDetailWords(IStringLocalizer<JobsText> text)
{
    public static IReadOnlyList<JobDaysOff> Days { get; } = [.. Enum.GetValues<JobDaysOff>().Where(d => d is not JobDaysOff.None)];
    public static IReadOnlyList<JobInsurance> Insurances { get; } = [.. Enum.GetValues<JobInsurance>().Where(i => i is not JobInsurance.None)];

    /// <param name="counts">How many there are of each; empty: not counted.</param>
    public IReadOnlyList<SelectOption> Since(IReadOnlyDictionary<JobSince, int> counts) => Counted(Enum.GetValues<JobSince>(), JobSearchDetailsAddress.Word, s => text[$"Since.{s}"], counts);
    /// <param name="counts">Null: not counted.</param>
    public IReadOnlyList<SelectOption> Times(IReadOnlyDictionary<JobWorkingTime, int>? counts) => Counted(Enum.GetValues<JobWorkingTime>(), JobSearchDetailsAddress.Word, t => text[$"WorkingTime.{t}"], counts);
    public IReadOnlyList<SelectOption> Staffings(IReadOnlyDictionary<StaffingKind, int>? counts) => Counted(Enum.GetValues<StaffingKind>(), JobSearchDetailsAddress.Word, s => text[$"StaffingFilter.{s}"], counts);
    public IReadOnlyList<SelectOption> Employees(IReadOnlyDictionary<int, int>? counts) => Counted(JobSearchDetails.EmployeeSteps, n => $"{n}", n => text["Employees.Over", n], counts);

    private IReadOnlyList<SelectOption> Counted<T>(IEnumerable<T> choices, Func<T, string> word, Func<T, string> shown, IReadOnlyDictionary<T, int>? counts) where T : notnull =>
        [.. choices.Select(c => new SelectOption(word(c), counts is not null && counts.TryGetValue(c, out var count) ? text["Since.Counted", shown(c), count.ToString("N0")] : shown(c)))];

    public string Scope(JobWordScope scope) => text[$"Scope.{scope}"];
    public string Kind(JobKind kind) => text[$"Kind.{kind}"];
    public string Day(JobDaysOff day) => text[$"DayOff.{day}"];
    public string Insurance(JobInsurance insurance) => text[$"Insurance.{insurance}"];
    public string Detail(JobDetail detail) => text[$"Detail.{detail}"];

    public static string Licence(string code) => Domain.ReferenceData.Licences.Find(code)!.Here();

    /// <summary>The licences as their field shows them.</summary>
    public static string Licences(IEnumerable<string> codes) => string.Join(' ', codes.Select(code => Domain.ReferenceData.Licences.Find(code)!.Name));

    /// <summary>One of the conditions as it is set.</summary>
    public string Chosen(JobSearchDetails d, JobDetail detail) => detail switch
    {
        JobDetail.Since => text[$"Since.{d.Since}"],
        JobDetail.NotWords => text["Chip.NotWords", d.NotWords],
        JobDetail.Scopes => text["Chip.Scopes", Joined(d.Scopes.Select(Scope))],
        JobDetail.Kinds => Joined(d.Kinds.Select(Kind)),
        JobDetail.WorkingTime => text[$"WorkingTime.{d.WorkingTime}"],
        JobDetail.HoursFrom => text["Chip.HoursFrom", At(d.HoursFrom)],
        JobDetail.HoursTo => text["Chip.HoursTo", At(d.HoursTo)],
        JobDetail.DaysOff => text["Chip.DaysOff", Joined(Days.Where(day => d.DaysOff.HasFlag(day)).Select(Day))],
        JobDetail.DaysOffPerYear => text["Chip.DaysOffPerYear", d.DaysOffPerYear!],
        JobDetail.Overtime => d.OvertimeMost is 0 ? text["Chip.NoOvertime"] : text["Chip.Overtime", d.OvertimeMost!],
        JobDetail.Insurance => Joined(Insurances.Where(i => d.Insurance.HasFlag(i)).Select(Insurance)),
        JobDetail.Age => text["Chip.Age", d.Age!],
        JobDetail.Licences => Joined(d.Licences.Select(code => Domain.ReferenceData.Licences.Find(code)!.Here())),
        JobDetail.Staffing => text[$"StaffingFilter.{d.Staffing}"],
        JobDetail.Employees => text["Chip.Employees", d.Employees!],
        JobDetail.JobNumbers => text["Chip.JobNumbers", Joined(d.JobNumbers.Select(n => n.Value))],
        JobDetail.Office => text["Chip.Office", d.Office!.Value.Value],
        _ => Detail(detail),
    };

    private string Joined(IEnumerable<string> parts) => string.Join(text["Join"], parts);

    private static string At(int? minutes) => minutes is { } at ? JobSearchDetailsAddress.Time(at) : "";
}
