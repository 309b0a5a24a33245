using System.Globalization;
using System.Numerics;
using HelloWork.Domain.Search.Indexing;

namespace HelloWork.Domain.Jobs.Searching;

/// <summary>What the search index knows of a job offer (求人), and the job search as conditions on it: the same answers as <see cref="JobSearchFilter"/> gives.</summary>
internal sealed class JobFields
{
    /// <summary>Added to a wage of the unit that comes first: jobs paid otherwise are sorted behind all of them.</summary>
    public const int First = 1_000_000_000;

    private const int Title = 8, Name = 3, Licence = 2, Duties = 2;

    private readonly TextField[] _parts;
    private readonly TextField _hiddenName;
    private readonly NumberField _acceptedOn, _lastDay, _wageBase, _hoursFrom, _hoursTo, _overtime, _daysOffPerYear, _ageFrom, _ageTo, _employees, _published;
    private readonly (NumberField ByMonth, NumberField ByHour) _wageFrom, _wageTo;

    public JobFields()
    {
        _parts = [.. Enum.GetValues<JobWordScope>().Select(scope => Declared.Text(scope.ToString(), scope switch
        {
            JobWordScope.Title => Title, JobWordScope.Office => Name, JobWordScope.Licence => Licence, JobWordScope.Duties => Duties, _ => 1,
        }))];
        _hiddenName = Declared.Text("name shown to seekers only", Name);
        (Prefecture, Municipality) = (Declared.Code("prefecture"), Declared.Code("municipality"));
        (OccupationMajor, OccupationMiddle, Occupation) = (Declared.Code("major group"), Declared.Code("middle group"), Declared.Code("occupation"));
        (Type, Flag, LicenceCode) = (Declared.Code("employment type"), Declared.Code("flags"), Declared.Code("licence"));
        (_acceptedOn, _lastDay) = (Declared.Number("accepted on"), Declared.Number("last day"));
        _wageFrom = (Declared.Number("wage from, monthly first"), Declared.Number("wage from, hourly first"));
        _wageTo = (Declared.Number("wage to, monthly first"), Declared.Number("wage to, hourly first"));
        _wageBase = Declared.Number("base wage, monthly first");
        (_hoursFrom, _hoursTo, _overtime) = (Declared.Number("hours from"), Declared.Number("hours to"), Declared.Number("overtime"));
        (_daysOffPerYear, _ageFrom, _ageTo, _employees) = (Declared.Number("days off"), Declared.Number("age from"), Declared.Number("age to"), Declared.Number("employees"));
        _published = Declared.Number("published");
    }

    public SearchFields Declared { get; } = new();
    public CodeField Prefecture { get; }
    public CodeField Municipality { get; }
    public CodeField OccupationMajor { get; }
    public CodeField OccupationMiddle { get; }
    public CodeField Occupation { get; }
    public CodeField Type { get; }
    public CodeField Flag { get; }
    public CodeField LicenceCode { get; }
    public NumberField AcceptedOn => _acceptedOn;
    public NumberField Employees => _employees;

    /// <summary>Wages of a unit, by which the distribution is counted.</summary>
    public NumberField WageFrom(WageUnit unit) => unit is WageUnit.Month ? _wageFrom.ByMonth : _wageFrom.ByHour;

    /// <summary>The wage that a search by its least amount goes by, what is added to it there, and the jobs that are paid so.</summary>
    public (NumberField Field, int Added, SearchCondition Paid) WageSearched(JobSearchQuery query) =>
        !query.Details.WageBaseOnly ? (WageFrom(query.WageUnit), First, Paid(query.WageUnit))
        : query.WageUnit is WageUnit.Month ? (_wageBase, First, SearchCondition.Between(_wageBase, First, null))
        : (_wageBase, 0, SearchCondition.Between(_wageBase, 0, First - 1));

    public SearchDocument Document(JobRow job)
    {
        var document = new SearchDocument(Declared, JobKey.Of(job.Number), job.AcceptedOn.DayNumber)
            .Set(_acceptedOn, job.AcceptedOn.DayNumber).Set(_lastDay, job.LastDay.DayNumber)
            .Set(_wageFrom.ByMonth, Wage(job.WageFrom, job.WageUnit, WageUnit.Month)).Set(_wageFrom.ByHour, Wage(job.WageFrom, job.WageUnit, WageUnit.Hour))
            .Set(_wageTo.ByMonth, Wage(job.WageTo, job.WageUnit, WageUnit.Month)).Set(_wageTo.ByHour, Wage(job.WageTo, job.WageUnit, WageUnit.Hour))
            .Set(_wageBase, Wage(job.WageBaseFrom, job.WageUnit, WageUnit.Month))
            .Set(_hoursFrom, job.HoursFrom).Set(_hoursTo, job.HoursTo).Set(_overtime, job.OvertimeHours).Set(_daysOffPerYear, job.DaysOffPerYear)
            .Set(_ageFrom, job.AgeFrom).Set(_ageTo, job.AgeTo).Set(_employees, job.Employees).Set(_published, job.PublishedAt is { } published ? MinuteOf(published) : null)
            .Add(OccupationMajor, job.OccupationMajor).Add(OccupationMiddle, job.OccupationMiddle).Add(Occupation, job.OccupationCode).Add(Type, Flags.Of(job.EmploymentType));
        var parts = JobSearchWords.PartsOf(job.SearchWords);
        for (var part = 0; part < parts.Length; part++)
            document.Set(_parts[part], parts[part]);
        if (job.Disclosure is Disclosure.NameToSeekers)
            document.Set(_hiddenName, job.SearchName);
        foreach (var place in job.Places)
            document.Add(Prefecture, place.PrefectureCode).Add(Municipality, place.MunicipalityCode);
        foreach (var licence in job.LicenceCodes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
            document.Add(LicenceCode, licence);
        return document.Add(Flag, Flags.Of(job));
    }

    private static int? Wage(int? wage, WageUnit? unit, WageUnit first) => wage is { } yen ? Math.Clamp(yen, 0, First - 1) + (unit == first ? First : 0) : null;

    public SearchOrder Order(JobSearchQuery query) => query.Sort switch
    {
        JobSort.WageFrom => SearchOrder.By(WageFrom(query.WageUnit), descending: true),
        JobSort.WageTo => SearchOrder.By(query.WageUnit is WageUnit.Month ? _wageTo.ByMonth : _wageTo.ByHour, descending: true),
        JobSort.Deadline => SearchOrder.By(_lastDay, descending: false),
        JobSort.Match when query.Words().Count > 0 => SearchOrder.Relevance,
        _ => SearchOrder.Newest,
    };

    /// <param name="ofOffice">The jobs of the office whose number is asked for; null: none is.</param>
    public SearchCondition Condition(JobSearchQuery query, DateOnly today, bool toSeeker, IReadOnlyList<long>? ofOffice)
    {
        List<SearchCondition> all = [SearchCondition.Between(_lastDay, today.DayNumber, null), .. Words(query, toSeeker), .. Details(query.Details, today)];
        var (whole, single) = query.Places();
        if (whole.Count + single.Count > 0)
            all.Add(SearchCondition.Any(SearchCondition.Codes(Prefecture, whole), SearchCondition.Codes(Municipality, single)));
        if (query.Occupations.Count > 0)
            all.Add(SearchCondition.Any(
                SearchCondition.Codes(OccupationMajor, query.Occupations.Where(o => o.Length == 2)),
                SearchCondition.Codes(OccupationMiddle, query.Occupations.Where(o => o.Length == 3)),
                SearchCondition.Codes(Occupation, query.Occupations.Where(o => o.Length > 3))));
        if (query.Types.Count > 0)
            all.Add(SearchCondition.Codes(Type, query.Types.Select(Flags.Of)));
        if (query.WageMin is { } least)
            all.Add(!query.Details.WageBaseOnly ? Paid(query.WageUnit, least)
                : query.WageUnit is WageUnit.Month ? SearchCondition.Between(_wageBase, Reach(least), null) : SearchCondition.Between(_wageBase, least, First - 1));
        all.AddRange(query.Conditions.Select(condition => Holds(condition, today)));
        if (ofOffice is not null)
            all.Add(SearchCondition.Keys(ofOffice));
        return SearchCondition.All(all);
    }

    /// <summary>Paid by the unit, and at least so much.</summary>
    public SearchCondition Paid(WageUnit unit, int least = 0) => SearchCondition.Between(WageFrom(unit), Reach(least), null);

    /// <summary>After one minute, through another.</summary>
    public SearchCondition PublishedIn(DateTime after, DateTime until) => SearchCondition.Between(_published, MinuteOf(after) + 1, MinuteOf(until));

    // A billion by now; two fit.
    private static int MinuteOf(DateTime utc) => (int)(utc.Ticks / TimeSpan.TicksPerMinute);

    private static int Reach(int least) => First + Math.Min(least, First - 1);

    public SearchCondition Holds(JobCondition condition, DateOnly today) => condition switch
    {
        JobCondition.SelfApplication => SearchCondition.Codes(Flag, Flags.SelfApplication),
        JobCondition.New => SearchCondition.Between(_acceptedOn, JobSearchFilter.NewSince(today).DayNumber, null),
        _ when JobSearchFilter.IsAbsence(condition) => SearchCondition.Not(SearchCondition.Codes(Flag, Flags.Of(JobSearchFilter.TraitOf(condition)))),
        _ => SearchCondition.Codes(Flag, Flags.Of(JobSearchFilter.TraitOf(condition))),
    };

    private IEnumerable<SearchCondition> Words(JobSearchQuery query, bool toSeeker)
    {
        var scopes = query.Details.Scopes;
        var parts = scopes.Count == 0 ? _parts : scopes.Select(scope => _parts[scope - JobWordScope.Title]);
        var where = TextScope.Of(toSeeker && (scopes.Count == 0 || scopes.Contains(JobWordScope.Office)) ? parts.Append(_hiddenName) : parts);
        var words = query.Words().Select(word => SearchCondition.Word(word, where)).ToList();
        if (words.Count > 0)
            yield return query.Details.AnyWord ? SearchCondition.Any(words) : SearchCondition.All(words);
        foreach (var word in query.Details.WordsLeftOut())
            yield return SearchCondition.Not(SearchCondition.Word(word, where));
    }

    private IEnumerable<SearchCondition> Details(JobSearchDetails asked, DateOnly today)
    {
        if (asked.Since is { } since)
            yield return SearchCondition.Between(_acceptedOn, today.AddDays(1 - (int)since).DayNumber, null);
        if (asked.Kinds.Count > 0)
            yield return SearchCondition.Codes(Flag, asked.Kinds.Select(Flags.Of));
        if (asked.WorkingTime is { } time)
            yield return time is JobWorkingTime.PartTime ? SearchCondition.Codes(Flag, Flags.PartTime) : SearchCondition.Not(SearchCondition.Codes(Flag, Flags.PartTime));
        if (asked.HoursFrom is { } from)
            yield return SearchCondition.Between(_hoursFrom, from, null);
        if (asked.LatestEnd is { } to)
            yield return SearchCondition.Between(_hoursTo, null, to);
        foreach (var flag in Flags.Of(asked.DaysOff).Concat(Flags.Of(asked.Insurance)))
            yield return SearchCondition.Codes(Flag, flag);
        if (asked.DaysOffPerYear is { } perYear)
            yield return SearchCondition.Between(_daysOffPerYear, perYear, null);
        if (asked.OvertimeMost is { } overtime)
            yield return SearchCondition.Between(_overtime, null, overtime);
        if (asked.Age is { } age)
        {
            yield return SearchCondition.Not(SearchCondition.Between(_ageFrom, age + 1, null));
            yield return SearchCondition.Not(SearchCondition.Between(_ageTo, null, age - 1));
        }
        if (asked.Licences.Count > 0)
            yield return SearchCondition.Codes(LicenceCode, asked.Licences);
        if (asked.Staffing is { } staffing)
            yield return SearchCondition.Codes(Flag, Flags.Of(staffing));
        if (asked.Employees is { } employees)
            yield return SearchCondition.Between(_employees, employees, null);
        if (asked.JobNumbers.Count > 0)
            yield return SearchCondition.Keys(asked.JobNumbers.Select(JobKey.Of));
    }

    /// <summary>Choices with a code each: what is set of a job.</summary>
    internal static class Flags
    {
        public const string SelfApplication = "self", PartTime = "part";

        /// <summary>All that is set, each once.</summary>
        public static List<string> Of(JobRow job)
        {
            var set = new List<string>(2 + 2 + BitOperations.PopCount((uint)job.Traits) + BitOperations.PopCount((uint)job.DaysOff) + BitOperations.PopCount((uint)job.Insurance));
            if (job.AcceptsSelfApplication)
                set.Add(SelfApplication);
            if (job.PartTime)
                set.Add(PartTime);
            set.Add(Of(job.Kind));
            set.Add(Of(job.Staffing));
            AddBits(set, (int)job.Traits, Traits);
            AddBits(set, (int)job.DaysOff, Days);
            AddBits(set, (int)job.Insurance, Insurances);
            return set;
        }

        public static string Of(EmploymentType type) => Types[(int)type];
        public static string Of(JobKind kind) => Kinds[(int)kind];
        public static string Of(StaffingKind staffing) => Staffings[(int)staffing];
        public static string Of(JobTraits trait) => Traits[BitOperations.Log2((uint)trait)];
        public static IEnumerable<string> Of(JobDaysOff days) => AddBits([], (int)days, Days);
        public static IEnumerable<string> Of(JobInsurance insurance) => AddBits([], (int)insurance, Insurances);

        // Written once: a load of a million jobs needs each of them a million times.
        private static readonly string[] Types = Coded(""), Kinds = Coded("k"), Staffings = Coded("s"), Traits = Coded("t"), Days = Coded("d"), Insurances = Coded("i");

        private static List<string> AddBits(List<string> to, int set, string[] codes)
        {
            for (var left = (uint)set; left != 0; left &= left - 1)
                to.Add(codes[BitOperations.TrailingZeroCount(left)]);
            return to;
        }

        private static string[] Coded(string kind) => [.. Enumerable.Range(0, 32).Select(number => kind + number.ToString(CultureInfo.InvariantCulture))];
    }
}
