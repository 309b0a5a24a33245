using System.Globalization;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace HelloWork.Blazor.Seekers;

/// <summary>
/// The address of a seeker search, the employers' or the providers' (/provider/seekers): /employer/seekers?q=&amp;not=&amp;any=&amp;in=&amp;pref=&amp;city=&amp;occ=&amp;ind=&amp;style=&amp;wish=&amp;wageMax=&amp;wageUnit=
/// &amp;licence=&amp;exp=&amp;commute=&amp;since=&amp;income=&amp;regular=&amp;mypage=&amp;sort=&amp;size=&amp;page=, named as in the job search. What isn't known in it is passed over.
/// </summary>
public static class SeekerSearchAddress
{
    public const string Path = "/employer/seekers";
    public const string ProviderPath = "/provider/seekers";
    private const int MostOfAKind = 60;
    private const int LongestWords = 1000;

    private static readonly Dictionary<WorkingStyle, string> Styles = new() { [WorkingStyle.FullTime] = "full", [WorkingStyle.PartTime] = "part", [WorkingStyle.Either] = "either" };
    private static readonly Dictionary<SeekerSort, string> Sorts = new() { [SeekerSort.New] = "new", [SeekerSort.Match] = "match" };
    private static readonly Dictionary<WageUnit, string> Units = new() { [WageUnit.Month] = "month", [WageUnit.Hour] = "hour" };

    private static readonly Dictionary<SeekerWordScope, string> Scopes = new()
    {
        [SeekerWordScope.WishedWork] = "work", [SeekerWordScope.Experience] = "experience", [SeekerWordScope.Licence] = "licence",
        [SeekerWordScope.Appeal] = "appeal", [SeekerWordScope.Conditions] = "conditions",
    };

    private static readonly Dictionary<SeekerTraits, string> Traits = new()
    {
        [SeekerTraits.AcceptsDispatch] = "dispatch", [SeekerTraits.AcceptsContract] = "contract", [SeekerTraits.WantsTwoDaysOffAWeek] = "two-days-off",
        [SeekerTraits.CanRelocate] = "relocate", [SeekerTraits.WantsCarCommuting] = "car", [SeekerTraits.CanWorkAbroad] = "abroad",
        [SeekerTraits.WantsToReturnToRegion] = "return", [SeekerTraits.HasDrivingLicence] = "driving",
    };

    private static readonly Dictionary<SeekerSince, string> Sinces = Enum.GetValues<SeekerSince>().ToDictionary(s => s, s => Word((int)s));

    public static string Word(SeekerWordScope scope) => Scopes[scope];
    public static string Word(SeekerTraits trait) => Traits[trait];
    public static string Word(SeekerSince since) => Sinces[since];
    public static string Word(int number) => number.ToString(CultureInfo.InvariantCulture);
    public static string Word(WorkingStyle style) => Styles[style];
    public static string Word(SeekerSort sort) => Sorts[sort];
    public static string Word(WageUnit unit) => Units[unit];

    /// <summary>The search an address asks for, and what stood for the wage if it couldn't be read.</summary>
    public static (SearchSeekers.Query Query, string? UnreadWage) Read(string address, EmployerActor viewer)
    {
        var (query, unreadWage) = Read(address, new SearchSeekers.Query(viewer), out var asked);
        return (query with { WithMyPageOnly = asked.TryGetValue("mypage", out var values) && values.Contains("1") }, unreadWage);
    }

    public static (SearchProvidedSeekers.Query Query, string? UnreadWage) Read(string address, ProviderActor viewer)
    {
        var (query, unreadWage) = Read(address, new SearchProvidedSeekers.Query(viewer), out var asked);
        var income = asked.TryGetValue("income", out var values) && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var yen) ? yen : 0;
        return (query with { LastIncomeMin = SeekerConditions.IncomeSteps.Contains(income) ? income : null }, unreadWage);
    }

    private static (TQuery Query, string? UnreadWage) Read<TQuery>(string address, TQuery blank, out Dictionary<string, StringValues> parsed) where TQuery : SeekerConditions
    {
        SeekerConditions conditions = blank;
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var asked = parsed = QueryHelpers.ParseQuery(question < 0 ? "" : address[question..]);
        var prefectures = Codes("pref", code => Prefectures.Find(code)?.Code);
        var typedWage = All("wageMax").FirstOrDefault();
        var wage = JobSearchAddress.Yen(typedWage);
        return ((TQuery)(conditions with
        {
            Words = Written("q"),
            NotWords = Written("not"),
            AnyWord = All("any").Contains("1"),
            Scopes = [.. Known("in", Scopes).Distinct().Order()],
            Prefectures = prefectures,
            // A municipality narrows its prefecture; one left over from another prefecture would widen the search.
            Municipalities = [.. Codes("city", code => Municipalities.Find(code)?.Code ?? Municipalities.FindCity(code)?.Code)
                .Where(code => prefectures.Count == 0 || prefectures.Contains(code[..2]))],
            Occupations = Codes("occ", code => Occupations.Covering(code).IsEmpty ? null : Occupations.Normalise(code)),
            Industries = Codes("ind", code => Industries.Find(code) is { IsDivision: true } division ? division.Code : null),
            Traits = Known("wish", Traits).Aggregate(SeekerTraits.None, (all, trait) => all | trait),
            ExperienceYears = Step("exp", SeekerConditions.ExperienceSteps),
            CommutingMinutes = Step("commute", SeekerConditions.CommutingSteps),
            Since = Known("since", Sinces) is [var since, ..] ? since : null,
            Licences = Codes("licence", code => Licences.Find(code)?.Code),
            Style = Known("style", Styles) is [var style, ..] ? style : null,
            RegularOnly = All("regular").Contains("1"),
            WageMax = wage,
            WageUnit = Known("wageUnit", Units) is [var unit, ..] ? unit : WageUnit.Month,
            Sort = Known("sort", Sorts) is [var sort, ..] ? sort : SeekerSort.New,
            Size = SeekerConditions.Sizes.Contains(Number("size")) ? Number("size") : SeekerConditions.UsualSize,
            Page = Math.Max(1, Number("page")),
            OrNearest = true,
        }), wage is null ? typedWage : null);

        List<string> All(string name) => asked.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(v => !string.IsNullOrWhiteSpace(v)).Take(MostOfAKind)] : [];

        string? Written(string name) => string.Join(' ', All(name)) is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestWords)].Trim() : null;

        int? Step(string name, IReadOnlyList<int> steps) => steps.Contains(Number(name)) ? Number(name) : null;

        List<string> Codes(string name, Func<string, string?> find) => [.. All(name).Select(find).OfType<string>().Distinct()];

        List<T> Known<T>(string name, Dictionary<T, string> words) where T : struct =>
            [.. All(name).SelectMany(word => words.Where(w => w.Value == word.Trim()).Select(w => w.Key))];

        int Number(string name) => int.TryParse(All(name).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>The address of a search; what is usual in it isn't written.</summary>
    public static string Of(SeekerConditions query)
    {
        var parts = Conditions(query).ToList();
        if (query.Sort is not SeekerSort.New)
            parts.Add(("sort", Word(query.Sort)));
        if (query.Size != SeekerConditions.UsualSize)
            parts.Add(("size", query.Size.ToString(CultureInfo.InvariantCulture)));
        if (query.Page > 1)
            parts.Add(("page", query.Page.ToString(CultureInfo.InvariantCulture)));
        var path = PathOf(query);
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"))}";
    }

    public static string Of(PublicNumber number) => $"{Path}/{number}";

    public static string Of(AliasNumber number) => $"{ProviderPath}/{number}";

    public static string PathOf(SeekerConditions query) => query is SearchProvidedSeekers.Query ? ProviderPath : Path;

    /// <summary>What is searched for, as the address names it.</summary>
    public static IEnumerable<(string Name, string Value)> Conditions(SeekerConditions query)
    {
        if (query.Words is { } words)
            yield return ("q", words);
        if (query.AnyWord)
            yield return ("any", "1");
        if (query.NotWords is { } not)
            yield return ("not", not);
        foreach (var scope in query.Scopes)
            yield return ("in", Word(scope));
        foreach (var code in query.Prefectures)
            yield return ("pref", code);
        foreach (var code in query.Municipalities)
            yield return ("city", code);
        foreach (var code in query.Occupations)
            yield return ("occ", code);
        if (query.Style is { } style)
            yield return ("style", Word(style));
        foreach (var code in query.Industries)
            yield return ("ind", code);
        foreach (var trait in Traits.Where(t => query.Traits.HasFlag(t.Key)))
            yield return ("wish", trait.Value);
        if (query.ExperienceYears is { } years)
            yield return ("exp", Word(years));
        if (query.CommutingMinutes is { } minutes)
            yield return ("commute", Word(minutes));
        if (query.Since is { } since)
            yield return ("since", Word(since));
        if (query is SearchProvidedSeekers.Query { LastIncomeMin: { } income })
            yield return ("income", Word(income));
        if (query.RegularOnly)
            yield return ("regular", "1");
        if (query is SearchSeekers.Query { WithMyPageOnly: true })
            yield return ("mypage", "1");
        foreach (var code in query.Licences)
            yield return ("licence", code);
        if (query.WageMax is { } wage)
        {
            yield return ("wageMax", wage.ToString(CultureInfo.InvariantCulture));
            yield return ("wageUnit", Word(query.WageUnit));
        }
    }
}
