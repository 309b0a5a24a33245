using HelloWork.Blazor.Languages;
using System.Globalization;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

public sealed partial class JobFilters(IStringLocalizer<JobsText> T) : ComponentBase
{
    /// <summary>The one form of the search: fields elsewhere in the page belong to it by this name.</summary>
    public const string FormId = "filters";

    private const int UsuallyShownPlaces = 6;
    private readonly JobWords words = new(T);
    private readonly JobChoices choices = new(T);
    private IReadOnlyList<(string Code, int Count, bool Chosen)> places = [];
    private bool inSeveralPrefectures;
    private int shownPlaces;

    [Parameter, EditorRequired] public JobSearchResult Result { get; set; } = null!;

    /// <summary>What was typed as the least wage and couldn't be read.</summary>
    [Parameter] public string? TypedWage { get; set; }

    /// <summary>What was typed into the details and couldn't be read.</summary>
    [Parameter] public IReadOnlyDictionary<JobDetail, string> Unread { get; set; } = new Dictionary<JobDetail, string>();

    /// <summary>What the address asks for beyond the usual.</summary>
    [Parameter] public JobFilterPart More { get; set; }

    private JobSearchQuery Query => Result.Query;

    /// <summary>What this panel shows; words, prefecture and occupation stand in the search bar.</summary>
    private int Chosen => Query.Municipalities.Count + Query.Types.Count + (Query.WageMin is null ? 0 : 1) + Query.Conditions.Count + Query.Details.Set().Count();

    private string PlaceLegend => Query.Prefectures.Count == 0
        ? T["Filter.Place"]
        : T["Filter.PlaceIn", string.Join(T["Join"], Query.Prefectures.Select(code => Prefectures.Find(code)!.Here()))];

    /// <summary>But for what the search bar has; until asked for, the chosen ones alone.</summary>
    private IEnumerable<SelectOption> OtherPrefectures => JobChoices.Prefectures
        .Where(p => p.Value != Query.Prefectures.FirstOrDefault() && (More.HasFlag(JobFilterPart.Prefectures) || Query.Prefectures.Contains(p.Value)));

    /// <summary>The major groups, likewise.</summary>
    private IEnumerable<Occupation> OtherOccupations => Occupations.Majors
        .Where(o => o.Code != Query.Occupations.FirstOrDefault() && (More.HasFlag(JobFilterPart.Occupations) || Query.Occupations.Contains(o.Code)));

    public static JobCounting ShownCounts(JobSearchQuery query, JobFilterPart more) => JobCounting.Usual
        | (more.HasFlag(JobFilterPart.Prefectures) || query.Prefectures.Count > 1 ? JobCounting.Prefectures : 0)
        | (more.HasFlag(JobFilterPart.Occupations) || query.Occupations.Count > 1 ? JobCounting.Occupations : 0)
        | (more.HasFlag(JobFilterPart.Details) || JobDetailFilters.ShowsSome(query) ? JobCounting.Details : 0);

    /// <summary>Null while nothing is counted.</summary>
    private static int? CountOf(IReadOnlyDictionary<string, int> counts, string code) => counts.Count == 0 ? null : counts.GetValueOrDefault(code);

    /// <summary>What has no field of its own here and would be lost.</summary>
    private IEnumerable<(string Name, string Value)> Kept
    {
        get
        {
            foreach (var occupation in Query.Occupations.Skip(1).Where(code => OtherOccupations.All(o => o.Code != code)))
                yield return ("occ", occupation);
            foreach (var city in Query.Municipalities.Where(code => places.All(p => p.Code != code)))
                yield return ("city", city);
            if (Query.Size != JobSearchQuery.UsualSize)
                yield return ("size", Query.Size.ToString(CultureInfo.InvariantCulture));
        }
    }

    protected override void OnParametersSet()
    {
        inSeveralPrefectures = Result.Counts.Municipalities.Select(m => m.MunicipalityCode[..2]).Distinct().Count() > 1;
        // The chosen stay in sight, with or without jobs; then where most jobs are.
        places = Result.Counts.Municipalities.Select(m => (m.MunicipalityCode, m.Count))
            .Concat(Query.Municipalities.Where(code => Municipalities.Find(code) is not null && Result.Counts.Municipalities.All(m => m.MunicipalityCode != code)).Select(code => (code, 0)))
            .Select(m => (m.Item1, m.Item2, Chosen: Query.Municipalities.Contains(m.Item1))).OrderByDescending(m => m.Chosen).ToList();
        shownPlaces = Math.Max(UsuallyShownPlaces, places.Count(p => p.Chosen));
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private MarkupString Place((string Code, int Count, bool Chosen) place) => Markup.Choice("city", place.Code, NameOf(place.Code), place.Count, place.Chosen);

    private string NameOf(string code) => Municipalities.Find(code) is not { } municipality ? code : inSeveralPrefectures ? municipality.FullHere() : municipality.Here();
}
