using HelloWork.Domain.Search.Indexing;

namespace HelloWork.Domain.Jobs.Searching;

/// <summary>A job search answered from the index: which jobs, how many, and how many beside each choice.</summary>
internal sealed class IndexedJobs(SearchIndex index, JobFields fields, JobSearchQuery query, DateOnly today, bool toSeeker, IReadOnlyList<long>? ofOffice)
{
    /// <summary>The shortest first.</summary>
    private static readonly JobSince[] Since = Enum.GetValues<JobSince>();

    private static readonly string[] CommonFlags =
        [.. JobSearchQuery.CommonConditions.Where(c => c is not JobCondition.New).Select(c => c is JobCondition.SelfApplication ? JobFields.Flags.SelfApplication : JobFields.Flags.Of(JobSearchFilter.TraitOf(c)))];

    /// <param name="Jobs">Of the page, in order.</param>
    /// <param name="Page">The last one where a later one was asked for.</param>
    public sealed record Answer(IReadOnlyList<JobNumber> Jobs, int Total, int Page, JobSearchCounts Counts);

    /// <summary>What jobs are counted beside.</summary>
    private enum Beside { Prefecture, Occupation, Since, Type, Conditions, Municipality, Wage, BaseWage, New }

    public Answer Find()
    {
        var asked = Condition(query);
        var prefectures = query.Prefectures.Concat(query.Municipalities.Select(code => code[..2])).Distinct().ToList();
        var choices = Choices(prefectures).ToList();
        var details = query.Counting.HasFlag(JobCounting.Details) ? new DetailFacets(fields, query.Details).Facets(other => Condition(query with { Details = other })) : [];
        var found = index.Find(new(asked)
        {
            Order = fields.Order(query), Skip = (int)Math.Min(int.MaxValue, (query.Page - 1L) * query.Size), Take = query.Size,
            Facets = [.. choices.Select(choice => choice.Facet), .. details],
        });
        var last = Math.Max(1, (found.Count + query.Size - 1) / query.Size);
        var page = Math.Min(query.Page, last);
        var keys = page == query.Page ? found.Keys : index.Find(new(asked) { Order = fields.Order(query), Skip = (page - 1) * query.Size, Take = query.Size }).Keys;
        var counts = Counts(choices.Zip(found.Facets, (choice, counted) => (choice.Beside, counted)).ToDictionary(), prefectures);
        return new([.. keys.Select(JobKey.NumberOf)], found.Count, page, counts with { Details = details.Count == 0 ? null : DetailFacets.Read([.. found.Facets.Skip(choices.Count)], found.Count) });
    }

    /// <summary>Each without its own choice. Where nothing of it is chosen that is what is found anyway, which need not be found once more.</summary>
    private IEnumerable<(Beside Beside, SearchFacet Facet)> Choices(List<string> prefectures)
    {
        if (query.Counting.HasFlag(JobCounting.Prefectures))
            yield return (Beside.Prefecture, new CodeFacet(fields.Prefecture, Without(prefectures.Count, query with { Municipalities = [], Prefectures = [] })));
        if (query.Counting.HasFlag(JobCounting.Occupations))
            yield return (Beside.Occupation, new CodeFacet(fields.OccupationMajor, Without(query.Occupations.Count, query with { Occupations = [] })));
        if (query.Counting.HasFlag(JobCounting.Details))
            yield return (Beside.Since, new NumberFacet(fields.AcceptedOn, [.. Since.Reverse().Select(since => today.AddDays(1 - (int)since).DayNumber)],
                Without(query.Details.Since is null ? 0 : 1, query with { Details = query.Details with { Since = null } })));
        if (!query.Counting.HasFlag(JobCounting.Usual))
            yield break;
        yield return (Beside.Type, new CodeFacet(fields.Type, Without(query.Types.Count, query with { Types = [] })));
        yield return (Beside.Conditions, new CodeFacet(fields.Flag) { Only = CommonFlags });
        if (prefectures.Count > 0)
            yield return (Beside.Municipality, new CodeFacet(fields.Municipality, Without(query.Municipalities.Count, query with { Municipalities = [], Prefectures = prefectures })));
        var anyWage = Without(query.WageMin is null ? 0 : 1, query with { WageMin = null });
        yield return (Beside.Wage, new NumberFacet(fields.WageFrom(query.WageUnit), null, anyWage));
        // By all wages the bands are in the distribution.
        if (query.Details.WageBaseOnly)
            yield return (Beside.BaseWage, new NumberFacet(fields.WageSearched(query).Field, null, SearchCondition.All(anyWage ?? Condition(query), fields.WageSearched(query).Paid)));
        yield return (Beside.New, new NumberFacet(fields.AcceptedOn, [JobSearchFilter.NewSince(today).DayNumber]));
    }

    /// <summary>The first of what is found, in the order asked for.</summary>
    public IReadOnlyList<JobNumber> FindFirst(int most) => [.. index.First(new(Condition(query)) { Order = fields.Order(query), Take = most }).Select(JobKey.NumberOf)];

    /// <summary>Those published after one minute, through another, without those that are known; the newest first.</summary>
    public NewJobs FindPublished(DateTime after, DateTime until, IReadOnlyCollection<JobNumber> known, int most)
    {
        var found = index.Find(new(SearchCondition.All(fields.PublishedIn(after, until), Condition(query), SearchCondition.Not(SearchCondition.Keys(known.Select(JobKey.Of))))) { Order = SearchOrder.Newest, Take = most });
        return new([.. found.Keys.Select(JobKey.NumberOf)], found.Count);
    }

    public int Count(JobSearchQuery other) => index.Find(new(Condition(other))).Count;

    /// <summary>Each wage of the unit and how many jobs offer it, ascending, without regard to the least wage that is searched for.</summary>
    public IReadOnlyList<(int Wage, int Count)> Wages(WageUnit unit)
    {
        var paid = SearchCondition.All(Condition(query with { WageMin = null }), fields.Paid(unit));
        return [.. index.Find(new(paid) { Facets = [new NumberFacet(fields.WageFrom(unit))] }).Facets[0].Bands.Select(b => (b.From - JobFields.First, b.Count))];
    }

    /// <summary>All jobs that are found, and how many of them in each prefecture.</summary>
    public (int Jobs, IReadOnlyDictionary<string, int> ByCode) ByPrefecture()
    {
        var found = index.Find(new(Condition(query)) { Facets = [new CodeFacet(fields.Prefecture)] });
        return (found.Count, found.Facets[0].Codes.ToDictionary(c => c.Code, c => c.Count));
    }

    /// <summary>A filter's own choice left out; null where nothing of it is chosen: what is found anyway.</summary>
    private SearchCondition? Without(int chosen, JobSearchQuery other) => chosen == 0 ? null : Condition(other);

    private SearchCondition Condition(JobSearchQuery asked) => fields.Condition(asked, today, toSeeker, asked.Details.Office is null ? null : ofOffice);

    private JobSearchCounts Counts(Dictionary<Beside, FacetCounts> counted, List<string> prefectures)
    {
        var usual = query.Counting.HasFlag(JobCounting.Usual) ? UsualCounts(counted, prefectures) : JobSearchCounts.None;
        return usual with
        {
            Prefectures = CountOf(Beside.Prefecture), Occupations = CountOf(Beside.Occupation),
            Since = counted.TryGetValue(Beside.Since, out var since) ? Since.Index().ToDictionary(each => each.Item, each => since.Bands.TakeLast(each.Index + 1).Sum(b => b.Count)) : usual.Since,
        };

        Dictionary<string, int> CountOf(Beside beside) => counted.TryGetValue(beside, out var codes) ? codes.Codes.ToDictionary(c => c.Code, c => c.Count) : [];
    }

    private JobSearchCounts UsualCounts(Dictionary<Beside, FacetCounts> counted, List<string> prefectures)
    {
        var flags = counted[Beside.Conditions].Codes.ToDictionary(c => c.Code, c => c.Count);
        var conditions = JobSearchQuery.CommonConditions.ToDictionary(condition => condition, condition => condition switch
        {
            JobCondition.New => counted[Beside.New].Bands[0].Count,
            JobCondition.SelfApplication => flags.GetValueOrDefault(JobFields.Flags.SelfApplication),
            _ => flags.GetValueOrDefault(JobFields.Flags.Of(JobSearchFilter.TraitOf(condition))),
        });
        // Those that are paid otherwise come before.
        var wages = counted[Beside.Wage].Bands.SkipWhile(wage => wage.From < JobFields.First).Select(wage => (wage.From - JobFields.First, wage.Count)).ToList();
        var searched = counted.TryGetValue(Beside.BaseWage, out var ofBase) ? [.. ofBase.Bands.Select(wage => (wage.From - fields.WageSearched(query).Added, wage.Count))] : wages;
        return new(
            counted[Beside.Type].Codes.ToDictionary(c => (EmploymentType)int.Parse(c.Code, System.Globalization.CultureInfo.InvariantCulture), c => c.Count),
            conditions,
            counted.TryGetValue(Beside.Municipality, out var places) ? [.. places.Codes.Where(c => prefectures.Contains(c.Code[..2]))] : [],
            WageDistribution.Of(query.WageUnit, wages))
        {
            WageBands = [.. WageBands.Of(query.WageUnit).Select(least => (least, searched.Sum(w => w.Item1 >= least ? w.Item2 : 0)))],
        };
    }
}
