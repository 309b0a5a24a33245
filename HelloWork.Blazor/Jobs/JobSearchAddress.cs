using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.AspNetCore.WebUtilities;

namespace HelloWork.Blazor.Jobs;

/// <summary>
/// The address of a job search: /jobs?q=&amp;pref=&amp;city=&amp;occ=&amp;type=&amp;wageMin=&amp;wageUnit=&amp;c=&amp;sort=&amp;size=&amp;page=, and the
/// names of <see cref="JobSearchDetailsAddress"/>.
/// What isn't known in it is passed over.
/// </summary>
public static partial class JobSearchAddress
{
    public const string Path = "/jobs";

    private static readonly Dictionary<EmploymentType, string> Types = new()
    {
        [EmploymentType.Regular] = "regular",
        [EmploymentType.NonRegular] = "nonregular",
        [EmploymentType.FixedTermDispatch] = "fixed-dispatch",
        [EmploymentType.PermanentDispatch] = "permanent-dispatch",
        [EmploymentType.Part] = "part",
        [EmploymentType.PartFixedTermDispatch] = "part-fixed-dispatch",
        [EmploymentType.PartPermanentDispatch] = "part-permanent-dispatch",
    };

    private static readonly Dictionary<JobCondition, string> Conditions = new()
    {
        [JobCondition.New] = "new",
        [JobCondition.NoExperience] = "no-experience",
        [JobCondition.NoEducation] = "no-education",
        [JobCondition.NoLicence] = "no-licence",
        [JobCondition.WeekendsOff] = "weekends-off",
        [JobCondition.WorkFromHome] = "home",
        [JobCondition.NoTransfer] = "no-transfer",
        [JobCondition.SelfApplication] = "self-application",
        [JobCondition.CarCommuting] = "car",
        [JobCondition.NearStation] = "near-station",
        [JobCondition.Bonus] = "bonus",
        [JobCondition.NoOvertime] = "no-overtime",
        [JobCondition.TwoDaysOffAWeek] = "two-days-off",
        [JobCondition.Housing] = "housing",
        [JobCondition.Childcare] = "childcare",
        [JobCondition.Promotion] = "promotion",
        [JobCondition.SmokeFree] = "smoke-free",
        [JobCondition.TrialEmployment] = "trial",
        [JobCondition.ReturnToRegion] = "uij",
        [JobCondition.NoAgeLimit] = "no-age-limit",
        [JobCondition.NoDocumentScreening] = "no-screening",
        [JobCondition.NoShifts] = "no-shifts",
        [JobCondition.NoDiscretionary] = "no-discretionary",
        [JobCondition.NoVariableHours] = "no-variable",
        [JobCondition.Renewal] = "renewal",
        [JobCondition.NoRetirementAge] = "no-retirement-age",
    };

    private static readonly Dictionary<JobSort, string> Sorts = new()
    {
        [JobSort.New] = "new",
        [JobSort.WageFrom] = "wage",
        [JobSort.WageTo] = "wage-high",
        [JobSort.Match] = "match",
        [JobSort.Deadline] = "deadline",
    };

    private static readonly Dictionary<WageUnit, string> Units = new() { [WageUnit.Month] = "month", [WageUnit.Hour] = "hour" };

    public static string Word(EmploymentType type) => Types[type];
    public static string Word(JobCondition condition) => Conditions[condition];
    public static string Word(JobSort sort) => Sorts[sort];
    public static string Word(WageUnit unit) => Units[unit];

    /// <summary>The search an address asks for, and what stood in it and couldn't be read.</summary>
    public sealed record Asked(JobSearchQuery Query, string? UnreadWage, IReadOnlyDictionary<JobDetail, string> Unread)
    {
        public void Deconstruct(out JobSearchQuery query, out string? unreadWage) => (query, unreadWage) = (Query, UnreadWage);
    }

    public static Asked Read(string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(question < 0 ? "" : address[question..]);
        var typedWage = All("wageMin").FirstOrDefault();
        var wage = Yen(typedWage);
        var prefectures = All("pref").Select(code => Prefectures.Find(code)?.Code).OfType<string>().ToList();
        // A municipality narrows its prefecture; one left over from another prefecture would widen the search.
        var cities = All("city").Select(code => Municipalities.Find(code)?.Code ?? Municipalities.FindCity(code)?.Code).OfType<string>()
            .Where(code => prefectures.Count == 0 || prefectures.Any(p => code.StartsWith(p, StringComparison.Ordinal)));
        var (details, unread) = JobSearchDetailsAddress.Read(All);
        return new(new JobSearchQuery
        {
            FreeWords = string.Join(' ', All("q")),
            Prefectures = prefectures,
            Municipalities = [.. cities],
            Occupations = All("occ"),
            Types = Known(All("type"), Types),
            Conditions = Known(All("c"), Conditions),
            WageMin = wage,
            WageUnit = One("wageUnit", Units) ?? WageUnit.Month,
            Details = details,
            Sort = One("sort", Sorts) ?? JobSort.New,
            Size = Number("size"),
            Page = Number("page"),
        }, wage is null && typedWage is not null && !Zero().IsMatch(typedWage) ? typedWage : null, unread);

        IReadOnlyList<string> All(string name) => asked.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v))] : [];

        T? One<T>(string name, Dictionary<T, string> words) where T : struct => Known(All(name), words) is [var first, ..] ? first : null;

        int Number(string name) => int.TryParse(All(name).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>What words of an address mean; unknown ones nothing.</summary>
    internal static IReadOnlyList<T> Known<T>(IReadOnlyList<string> typed, Dictionary<T, string> words) where T : struct =>
        typed.Count == 0 ? [] : [.. typed.SelectMany(word => words.Where(w => w.Value.Equals(word.Trim(), StringComparison.OrdinalIgnoreCase)).Select(w => w.Key))];

    /// <summary>The address of a search; what is usual in it isn't written.</summary>
    public static string Of(JobSearchQuery query)
    {
        var parts = new List<(string Name, string Value)>();
        if (query.FreeWords.Length > 0)
            parts.Add(("q", query.FreeWords));
        parts.AddRange(query.Prefectures.Select(code => ("pref", code)));
        parts.AddRange(query.Municipalities.Select(code => ("city", code)));
        parts.AddRange(query.Occupations.Select(code => ("occ", code)));
        parts.AddRange(query.Types.Select(type => ("type", Word(type))));
        if (query.WageMin is { } wage)
            parts.Add(("wageMin", wage.ToString(CultureInfo.InvariantCulture)));
        if (query.WageUnit is not WageUnit.Month)
            parts.Add(("wageUnit", Word(query.WageUnit)));
        parts.AddRange(query.Conditions.Select(condition => ("c", Word(condition))));
        parts.AddRange(JobSearchDetailsAddress.Parts(query.Details));
        if (query.Sort is not JobSort.New)
            parts.Add(("sort", Word(query.Sort)));
        if (query.Size != JobSearchQuery.UsualSize)
            parts.Add(("size", query.Size.ToString(CultureInfo.InvariantCulture)));
        if (query.Page > 1)
            parts.Add(("page", query.Page.ToString(CultureInfo.InvariantCulture)));
        return parts.Count == 0 ? Path : $"{Path}?{string.Join('&', parts.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"))}";
    }

    /// <summary>A page about what a search finds, such as wages: the same conditions, without order and page.</summary>
    public static string Under(string page, JobSearchQuery query) =>
        $"{Path}/{page}{Of(query with { Page = 1, Size = JobSearchQuery.UsualSize, Sort = JobSort.New })[Path.Length..]}";

    public static string Of(JobNumber number) => $"{Path}/{number}";

    /// <summary>220000, 220,000円, ２２万 and 22.5万円; null where it is no amount, or one that nobody is paid.</summary>
    public static int? Yen(string? typed)
    {
        if (typed is null || typed.Length > 30)
            return null;
        var match = Amount().Match(typed.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success)
            return null;
        var amount = decimal.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * (match.Groups["man"].Success ? 10_000 : 1);
        return amount is >= 1 and < 100_000_000 ? (int)amount : null;
    }

    [GeneratedRegex(@"\A(?<number>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<man>万)?円?\z")] private static partial Regex Amount();

    [GeneratedRegex(@"\A\s*[0０]+\s*\z")] private static partial Regex Zero();
}
