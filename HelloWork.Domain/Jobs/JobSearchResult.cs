using HelloWork.Domain.Common;

namespace HelloWork.Domain.Jobs;

/// <summary>What a job search found.</summary>
/// <param name="Query">As it was searched, with the page that is shown.</param>
/// <param name="Jobs">One page, with the exact number of all.</param>
/// <param name="WiderSearches">Only when nothing was found: what would be found with one condition less; the most first, none that finds nothing.</param>
public sealed record JobSearchResult(JobSearchQuery Query, Page<JobSummary> Jobs, JobSearchCounts Counts, IReadOnlyList<WiderSearch> WiderSearches);

/// <summary>What a list shows of one job.</summary>
/// <param name="Card">As this reader may see it: without the office's name where that isn't shown (JO-02).</param>
/// <param name="IsNew">Accepted within the last three days.</param>
public sealed record JobSummary(JobNumber Number, JobCard Card, bool OfficeNameShown, DateOnly AcceptedOn, DateOnly LastDay, bool IsNew, JobTraits Traits);

/// <summary>How many jobs there are beside each choice of the filter, all other conditions kept.</summary>
/// <param name="Types">Employment types, without regard to those that are chosen.</param>
/// <param name="Conditions">Of <see cref="JobSearchQuery.CommonConditions"/>: jobs for which the condition holds in addition to what is searched.</param>
/// <param name="Municipalities">In the chosen prefectures, without regard to the chosen municipalities; the most first.</param>
public sealed record JobSearchCounts(
    IReadOnlyDictionary<EmploymentType, int> Types,
    IReadOnlyDictionary<JobCondition, int> Conditions,
    IReadOnlyList<(string MunicipalityCode, int Count)> Municipalities,
    WageDistribution? Wages);

/// <summary>賃金（下限）の分布 for the searched unit, without regard to the least wage that is searched for.</summary>
/// <param name="Step">Width of a bar in yen.</param>
/// <param name="Bars">Lower edge in yen and number of jobs; edges without gaps. The last bar holds the few above it as well.</param>
/// <param name="Median">Lower bound of the middle job.</param>
public sealed record WageDistribution(WageUnit Unit, int Step, IReadOnlyList<(int From, int Count)> Bars, int Median);

public sealed record WiderSearch(JobLoosening Step, int Count);
