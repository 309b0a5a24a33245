using HelloWork.Blazor.Languages;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Search;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers;

public sealed partial class SeekerSearchFrame
{
    private IReadOnlyList<FilterChip> chips = [];
    private IReadOnlyList<(string Word, JobSuggestion Offer)> offers = [];
    private IReadOnlyList<SelectOption> prefectures = [];
    private IReadOnlyList<SelectOption> occupations = [];
    private IReadOnlyList<SelectOption> sorts = [];

    [Parameter, EditorRequired] public SeekerConditions Query { get; set; } = null!;
    /// <summary>What was typed for the wage and couldn't be read.</summary>
    [Parameter] public string? UnreadWage { get; set; }
    [Parameter, EditorRequired] public int Count { get; set; }
    [Parameter, EditorRequired] public int Page { get; set; }
    [Parameter, EditorRequired] public int PageCount { get; set; }
    [Parameter, EditorRequired] public int Reachable { get; set; }
    /// <summary>Beside the choices; null: not counted.</summary>
    [Parameter] public SeekerSearchCounts? Counts { get; set; }
    /// <summary>This node isn't ready: right, but slow.</summary>
    [Parameter] public bool IsLoading { get; set; }
    /// <summary>What to say where there is nobody even without conditions.</summary>
    [Parameter, EditorRequired] public string Nobody { get; set; } = "";
    /// <summary>近い検索条件, where nobody is found.</summary>
    [Parameter] public IReadOnlyList<WiderSearch<SeekerLoosening>> Nearest { get; set; } = [];
    /// <summary>The results.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void OnParametersSet()
    {
        chips = [.. Chips()];
        offers = JobSuggestions.OffersFor(Query.TypedWords(), offer => offer.IsChosenIn(Query));
        prefectures = [.. Prefectures.All.Select(p => new SelectOption(p.Code, p.Here(), Group: p.Region.Here()))];
        occupations = [.. Occupations.Majors.SelectMany(major => Occupations.Beneath(major.Code)
            .Select(middle => new SelectOption(middle.Code, middle.Here(), Group: major.Here()))
            .Concat(Minor(major))
            .Prepend(new SelectOption(major.Code, T["Occupation.Whole", major.Here()], Group: major.Here())))];
        sorts = [.. Enum.GetValues<SeekerSort>().Select(sort => new SelectOption(SeekerSearchAddress.Word(sort), T[$"Sort.{sort}"]))];
    }

    /// <summary>A 小分類 that was suggested stands in the field it was chosen for.</summary>
    private IEnumerable<SelectOption> Minor(Occupation major) =>
        Query.Occupations is [{ Length: > 3 } code, ..] && Occupations.Covering(code)[0] == major ? [new(code, Occupations.Covering(code)[^1].Here(), Group: major.Here())] : [];

    private IEnumerable<FilterChip> Chips()
    {
        var first = Query with { Page = 1 };
        if (Query.Words is { } words)
            yield return Chip(words, first with { Words = null });
        if (Query.AnyWord)
            yield return Chip(T["AnyWord"], first with { AnyWord = false });
        if (Query.NotWords is { } not)
            yield return Chip(T["NotWords.Chip", not], first with { NotWords = null });
        if (Query.Scopes.Count > 0)
            yield return Chip(T["Scopes.Chip", string.Join(T["Join"], Query.Scopes.Select(scope => T[$"Scope.{scope}"].Value))], first with { Scopes = [] });
        foreach (var code in Query.Prefectures)
            yield return Chip(Prefectures.Find(code)!.Here(), first with
            {
                Prefectures = [.. Query.Prefectures.Where(c => c != code)],
                Municipalities = [.. Query.Municipalities.Where(c => !c.StartsWith(code, StringComparison.Ordinal))],
            });
        foreach (var code in Query.Municipalities)
            yield return Chip(Municipalities.Find(code)?.Here() ?? Municipalities.FindCity(code)!.Here(), first with { Municipalities = [.. Query.Municipalities.Where(c => c != code)] });
        foreach (var code in Query.Occupations)
            yield return Chip(Occupations.Covering(code)[^1].Here(), first with { Occupations = [.. Query.Occupations.Where(c => c != code)] });
        foreach (var code in Query.Industries)
            yield return Chip(Industries.Find(code)!.Here(), first with { Industries = [.. Query.Industries.Where(c => c != code)] });
        if (Query.Style is { } style)
            yield return Chip(T[$"Style.{style}"], first with { Style = null });
        if (Query.RegularOnly)
            yield return Chip(T["RegularOnly"], first with { RegularOnly = false });
        if (first is SearchSeekers.Query { WithMyPageOnly: true } employers)
            yield return Chip(T["WithMyPageOnly"], employers with { WithMyPageOnly = false });
        foreach (var trait in SeekerDetailFilters.AllTraits.Where(t => Query.Traits.HasFlag(t)))
            yield return Chip(T[$"Trait.{trait}"], first with { Traits = Query.Traits & ~trait });
        foreach (var code in Query.Licences)
            yield return Chip(Licences.Find(code)!.Here(), first with { Licences = [.. Query.Licences.Where(c => c != code)] });
        if (Query.WageMax is { } wage)
            yield return Chip(T[$"WageMax.{Query.WageUnit}", wage], first with { WageMax = null });
        if (Query.ExperienceYears is { } years)
            yield return Chip(T["ExperienceYears.Chip", years], first with { ExperienceYears = null });
        if (Query.CommutingMinutes is { } minutes)
            yield return Chip(T["CommutingMinutes.Chip", minutes], first with { CommutingMinutes = null });
        if (first is SearchProvidedSeekers.Query { LastIncomeMin: { } income } providers)
            yield return Chip(T["LastIncome.Chip", income], providers with { LastIncomeMin = null });
        if (Query.Since is { } since)
            yield return Chip(T["Since.Chip", T[$"Since.{since}"].Value], first with { Since = null });

        static FilterChip Chip(string text, SeekerConditions without) => new(text, SeekerSearchAddress.Of(without));
    }
}
