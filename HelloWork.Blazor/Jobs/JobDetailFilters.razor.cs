using System.Globalization;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Jobs;

public sealed partial class JobDetailFilters : ComponentBase
{
    private static readonly JobCondition[] TimeConditions = [JobCondition.NoOvertime, JobCondition.NoShifts, JobCondition.NoVariableHours, JobCondition.NoDiscretionary];
    private static readonly JobCondition[] HolidayConditions = [JobCondition.TwoDaysOffAWeek];
    private static readonly JobCondition[] RequirementConditions = [JobCondition.NoAgeLimit, JobCondition.NoDocumentScreening, JobCondition.ReturnToRegion, JobCondition.TrialEmployment];

    private static readonly JobCondition[] TreatmentConditions =
        [JobCondition.Bonus, JobCondition.Promotion, JobCondition.Renewal, JobCondition.NoRetirementAge, JobCondition.SmokeFree, JobCondition.Housing, JobCondition.Childcare];

    private const int UsuallyShownLicences = 6;

    private JobDetailWords words = null!;
    private HashSet<JobDetail> set = [];

    [Parameter, EditorRequired] public JobSearchQuery Query { get; set; } = null!;

    /// <summary>What was typed and couldn't be read.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<JobDetail, string> Unread { get; set; } = null!;

    /// <summary>How many jobs there are of each 新着; empty: not counted.</summary>
    [Parameter] public IReadOnlyDictionary<JobSince, int> Since { get; set; } = new Dictionary<JobSince, int>();

    /// <summary>How many jobs there are of each choice; null: not counted.</summary>
    [Parameter] public JobDetailCounts? Counts { get; set; }

    /// <summary>Every group, not only those with something set.</summary>
    [Parameter] public bool All { get; set; }

    private JobSearchDetails D => Query.Details;

    /// <summary>Whether some of the groups are shown without being asked for.</summary>
    public static bool ShowsSome(JobSearchQuery query) => query.Details.Set().Any() || query.Conditions.Except(JobSearchQuery.CommonConditions).Any();

    /// <summary>Those that are chosen, then those that most jobs name; none while nothing is counted, where the field holds the chosen ones.</summary>
    private IEnumerable<(string Code, int Count)> Licences => Counts is null ? []
        : Counts.Licences.Where(l => D.Licences.Contains(l.Code)).Concat(D.Licences.Where(code => Counts.Licences.All(l => l.Code != code)).Select(code => (code, 0)))
            .Concat(Counts.Licences.Where(l => !D.Licences.Contains(l.Code)).Take(Math.Max(0, UsuallyShownLicences - D.Licences.Count)));

    private bool WordsSet => Any(JobDetail.NotWords, JobDetail.AnyWord, JobDetail.Scopes, JobDetail.JobNumbers, JobDetail.Office);
    private bool TimeSet => Any(JobDetail.WorkingTime, JobDetail.HoursFrom, JobDetail.HoursTo, JobDetail.Overtime) || AnyOf(TimeConditions);
    private bool HolidaysSet => Any(JobDetail.DaysOff, JobDetail.DaysOffPerYear) || AnyOf(HolidayConditions);
    private bool RequirementsSet => Any(JobDetail.Age, JobDetail.Licences, JobDetail.Kinds) || AnyOf(RequirementConditions);
    private bool TreatmentSet => Any(JobDetail.WageBase, JobDetail.Insurance, JobDetail.Staffing, JobDetail.Employees, JobDetail.Since) || AnyOf(TreatmentConditions);

    protected override void OnInitialized() => words = new(T);

    protected override void OnParametersSet() => set = [.. D.Set(), .. Unread.Keys];

    private bool Any(params JobDetail[] details) => details.Any(set.Contains);

    private bool AnyOf(JobCondition[] conditions) => conditions.Any(Query.Conditions.Contains);

    private string? Typed(JobDetail detail) => Unread.GetValueOrDefault(detail);

    private string? Problem(JobDetail detail) => Unread.ContainsKey(detail) ? T[$"Unread.{detail}"].Value : null;

    private static string? Figure(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? At(int? minutes) => minutes is { } at ? JobSearchDetailsAddress.Time(at) : null;

    private RenderFragment Check(JobCondition condition) => builder =>
    {
        builder.OpenComponent<Controls.Facet>(0);
        builder.AddComponentParameter(1, nameof(Controls.Facet.Name), "c");
        builder.AddComponentParameter(2, nameof(Controls.Facet.Value), JobSearchAddress.Word(condition));
        builder.AddComponentParameter(3, nameof(Controls.Facet.Text), T[$"Condition.{condition}"].Value);
        builder.AddComponentParameter(4, nameof(Controls.Facet.Count), Counts?.Conditions[condition]);
        builder.AddComponentParameter(5, nameof(Controls.Facet.Checked), Query.Conditions.Contains(condition));
        builder.CloseComponent();
    };
}
