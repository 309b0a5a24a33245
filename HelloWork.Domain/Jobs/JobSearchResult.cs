using HelloWork.Domain.Common;
using HelloWork.Domain.Search;

namespace HelloWork.Domain.Jobs;

/// <summary>What a job search found.</summary>
/// <param name="Query">As it was searched, with the page that is shown.</param>
/// <param name="Jobs">One page, with the exact number of all.</param>
/// <param name="WiderSearches">Only when nothing was found: what would be found with one condition wider or less; the widened ones first, then the most, none that finds nothing.</param>
/// <param name="IndexIsLoading">Answered by the database, slower and without every count, since the portal has just started.</param>
public sealed record JobSearchResult(JobSearchQuery Query, Page<JobSummary> Jobs, JobSearchCounts Counts, IReadOnlyList<WiderSearch<JobLoosening>> WiderSearches, bool IndexIsLoading = false);

/// <summary>What a list shows of one job.</summary>
/// <param name="Card">As this reader may see it: without the office's name where that isn't shown (JO-02). From a search, only what a list shows.</param>
/// <param name="IsNew">Accepted within the last three days.</param>
public sealed record JobSummary(JobNumber Number, JobCard Card, bool OfficeNameShown, DateOnly AcceptedOn, DateOnly LastDay, bool IsNew, JobTraits Traits)
{
    /// <summary>Tells jobs of one office from those of another that bears the same name; never shown.</summary>
    public required OfficeId Office { get; init; }

    /// <summary>Grows with each change of the job.</summary>
    public int Version { get; init; }

    /// <summary>When something of the job last changed (UTC).</summary>
    public DateTime ChangedAt { get; init; }
}

/// <summary>Beside which choices of the filter (絞り込み) a search counts jobs: what nobody is shown isn't counted.</summary>
[Flags]
public enum JobCounting
{
    None = 0,
    /// <summary>雇用形態, common conditions, 市区町村 of the chosen prefectures, 賃金.</summary>
    Usual = 1,
    /// <summary>都道府県</summary>
    Prefectures = 2,
    /// <summary>職業の大分類</summary>
    Occupations = 4,
    /// <summary>詳細検索条件, 新着 among them.</summary>
    Details = 8,
    All = Usual | Prefectures | Occupations | Details,
}

/// <summary>How many jobs there are beside each choice of the filter, all other conditions kept. Empty where <see cref="JobCounting"/> doesn't ask for it.</summary>
/// <param name="Types">Employment types, without regard to those that are chosen.</param>
/// <param name="Conditions">Of <see cref="JobSearchQuery.CommonConditions"/>: jobs for which the condition holds in addition to what is searched.</param>
/// <param name="Municipalities">In the chosen prefectures, without regard to the chosen municipalities; the most first.</param>
public sealed record JobSearchCounts(
    IReadOnlyDictionary<EmploymentType, int> Types,
    IReadOnlyDictionary<JobCondition, int> Conditions,
    IReadOnlyList<(string MunicipalityCode, int Count)> Municipalities,
    WageDistribution? Wages)
{
    /// <summary>Nothing is counted.</summary>
    public static JobSearchCounts None { get; } = new(new Dictionary<EmploymentType, int>(), new Dictionary<JobCondition, int>(), [], null);

    /// <summary>都道府県, without regard to the chosen places; empty while the index is loading.</summary>
    public IReadOnlyDictionary<string, int> Prefectures { get; init; } = new Dictionary<string, int>();

    /// <summary>職業の大分類, without regard to the chosen occupations; empty while the index is loading.</summary>
    public IReadOnlyDictionary<string, int> Occupations { get; init; } = new Dictionary<string, int>();

    /// <summary>賃金の下限: how many jobs pay at least so much for the searched unit, without regard to the least wage that is searched for; ascending; empty while the index is loading.</summary>
    public IReadOnlyList<(int Least, int Count)> WageBands { get; init; } = [];

    /// <summary>新着, without regard to what is chosen of it; empty while the index is loading.</summary>
    public IReadOnlyDictionary<JobSince, int> Since { get; init; } = new Dictionary<JobSince, int>();

    /// <summary>詳細検索条件; null while the index is loading, and where they aren't asked for.</summary>
    public JobDetailCounts? Details { get; init; }
}

/// <summary>How many jobs there are beside each choice of the 詳細検索条件. A choice of one among several is counted as if none of them were chosen, one that holds in addition as if it were chosen too.</summary>
/// <param name="Conditions">Those that aren't among <see cref="JobSearchQuery.CommonConditions"/>.</param>
/// <param name="Licences">Of each that occurs, the most first.</param>
/// <param name="Employees">At least so many, by the steps that are offered.</param>
public sealed record JobDetailCounts(
    IReadOnlyDictionary<JobCondition, int> Conditions,
    IReadOnlyDictionary<JobKind, int> Kinds,
    IReadOnlyDictionary<JobWorkingTime, int> Times,
    IReadOnlyDictionary<JobDaysOff, int> DaysOff,
    IReadOnlyDictionary<JobInsurance, int> Insurance,
    IReadOnlyList<(string Code, int Count)> Licences,
    IReadOnlyDictionary<StaffingKind, int> Staffings,
    IReadOnlyDictionary<int, int> Employees);

/// <summary>賃金の下限 that the filter offers.</summary>
public static class WageBands
{
    private static readonly int[] Monthly = [180_000, 200_000, 220_000, 250_000, 300_000], Hourly = [1_100, 1_200, 1_300, 1_500, 2_000];

    /// <summary>Ascending, in yen.</summary>
    public static IReadOnlyList<int> Of(WageUnit unit) => unit is WageUnit.Month ? Monthly : Hourly;
}

/// <summary>賃金（下限）の分布 for the searched unit, without regard to the least wage that is searched for.</summary>
/// <param name="Step">Width of a bar in yen.</param>
/// <param name="Bars">Lower edge in yen and number of jobs; edges without gaps. The last bar holds the few above it as well.</param>
/// <param name="Median">Lower bound of the middle job.</param>
public sealed record WageDistribution(WageUnit Unit, int Step, IReadOnlyList<(int From, int Count)> Bars, int Median)
{
    public const int FewestJobs = 10;

    /// <summary>Width of the narrowest bars.</summary>
    public static int StepOf(WageUnit unit) => unit is WageUnit.Month ? 10_000 : 50;

    /// <param name="wages">Each wage and how many jobs offer it, ascending.</param>
    /// <returns>Null: too few jobs to say anything.</returns>
    public static WageDistribution? Of(WageUnit unit, IReadOnlyList<(int Wage, int Count)> wages)
    {
        var all = wages.Sum(w => w.Count);
        if (all < FewestJobs)
            return null;
        var before = 0;
        var median = wages.First(w => (before += w.Count) > (all - 1) / 2).Wage;
        var step = StepOf(unit);
        List<(int From, int Count)> steps = [];
        foreach (var (wage, count) in wages)
            if (steps is [.., var (from, sofar)] && from == wage / step * step)
                steps[^1] = (from, sofar + count);
            else
                steps.Add((wage / step * step, count));
        return Of(unit, steps, median);
    }

    /// <param name="steps">Jobs for each step of <see cref="StepOf"/> that occurs, ascending.</param>
    public static WageDistribution Of(WageUnit unit, IReadOnlyList<(int From, int Count)> steps, int median)
    {
        const int mostBars = 12;
        var step = StepOf(unit);
        var all = steps.Sum(g => g.Count);
        // One odd figure at either end must not stretch the strip: it spans what all but a twentieth of the jobs offer.
        var low = AtShare(1, 20);
        var high = AtShare(19, 20);
        while ((high - low) / step >= mostBars)
            step *= 2;
        var first = low / step * step;
        var last = high / step * step;
        var bars = Enumerable.Range(0, (last - first) / step + 1).Select(i => first + i * step)
            .Select(from => (from, steps.Where(g => g.From >= from && (g.From < from + step || from == last)).Sum(g => g.Count))).ToList();
        return new(unit, step, bars, median);

        int AtShare(int part, int of) => steps.First(g => steps.TakeWhile(h => h.From <= g.From).Sum(h => h.Count) * of >= all * part).From;
    }
}
