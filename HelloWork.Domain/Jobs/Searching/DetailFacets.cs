using HelloWork.Domain.Search.Indexing;

namespace HelloWork.Domain.Jobs.Searching;

/// <summary>What is counted beside the 詳細検索条件, and how the counts are read. A class of its own, since a search asks for it only where they are shown.</summary>
internal sealed class DetailFacets(JobFields fields, JobSearchDetails chosen)
{
    private static readonly JobCondition[] Conditions = [.. Enum.GetValues<JobCondition>().Except(JobSearchQuery.CommonConditions)];
    private static readonly JobDaysOff[] Days = [.. Enum.GetValues<JobDaysOff>().Where(d => d is not JobDaysOff.None)];
    private static readonly JobInsurance[] Insurances = [.. Enum.GetValues<JobInsurance>().Where(i => i is not JobInsurance.None)];

    /// <summary>Each job has exactly one of these.</summary>
    private static readonly string[] Staffings = [.. Enum.GetValues<StaffingKind>().Select(JobFields.Flags.Of)];

    private static readonly string[] InAddition = [.. Conditions.Select(Flag), .. Days.Select(Flag), .. Insurances.Select(Flag)];

    /// <param name="without">What is counted where a choice of these details is left out; null: what is found.</param>
    public IReadOnlyList<SearchFacet> Facets(Func<JobSearchDetails, SearchCondition?> without) =>
    [
        new CodeFacet(fields.Flag) { Only = InAddition },
        new CodeFacet(fields.Flag, chosen.Kinds.Count == 0 ? null : without(chosen with { Kinds = [] })) { Only = [.. Enum.GetValues<JobKind>().Select(JobFields.Flags.Of)] },
        new CodeFacet(fields.Flag, chosen.WorkingTime is null ? null : without(chosen with { WorkingTime = null })) { Only = [JobFields.Flags.PartTime, .. Staffings] },
        new CodeFacet(fields.LicenceCode, chosen.Licences.Count == 0 ? null : without(chosen with { Licences = [] })),
        new CodeFacet(fields.Flag, chosen.Staffing is null ? null : without(chosen with { Staffing = null })) { Only = Staffings },
        new NumberFacet(fields.Employees, JobSearchDetails.EmployeeSteps, chosen.Employees is null ? null : without(chosen with { Employees = null })),
    ];

    /// <param name="counted">The answers to <see cref="Facets"/>.</param>
    /// <param name="found">How many jobs are found at all.</param>
    public static JobDetailCounts Read(IReadOnlyList<FacetCounts> counted, int found)
    {
        var flags = counted.Select(facet => facet.Codes.ToDictionary(c => c.Code, c => c.Count)).ToList();
        int With(int facet, string flag) => flags[facet].GetValueOrDefault(flag);
        var (part, all) = (With(2, JobFields.Flags.PartTime), Staffings.Sum(staffing => With(2, staffing)));
        var employees = new Dictionary<int, int>();
        var sum = 0;
        foreach (var (least, count) in counted[5].Bands.Reverse())
            employees[least] = sum += count;
        return new(
            Conditions.ToDictionary(c => c, c => JobSearchFilter.IsAbsence(c) ? found - With(0, Flag(c)) : With(0, Flag(c))),
            Enum.GetValues<JobKind>().ToDictionary(kind => kind, kind => With(1, JobFields.Flags.Of(kind))),
            new Dictionary<JobWorkingTime, int> { [JobWorkingTime.FullTime] = all - part, [JobWorkingTime.PartTime] = part },
            Days.ToDictionary(day => day, day => With(0, Flag(day))),
            Insurances.ToDictionary(insurance => insurance, insurance => With(0, Flag(insurance))),
            counted[3].Codes,
            Enum.GetValues<StaffingKind>().ToDictionary(staffing => staffing, staffing => With(4, JobFields.Flags.Of(staffing))),
            employees);
    }

    private static string Flag(JobCondition condition) => JobFields.Flags.Of(JobSearchFilter.TraitOf(condition));
    private static string Flag(JobDaysOff day) => JobFields.Flags.Of(day).Single();
    private static string Flag(JobInsurance insurance) => JobFields.Flags.Of(insurance).Single();
}
