using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers;

/// <summary>求職情報検索 (SS-01, SS-02): every state is an address.</summary>
public sealed partial class SeekerSearchPage(CurrentActor actor, SearchSeekers search, FindEarlierRequests findEarlier, NavigationManager navigation)
{
    private SearchSeekers.Query query = null!;
    private string? unreadWage;
    private Page<SeekerSummary>? found;
    private int reachable;
    private ILookup<PublicNumber, SentRequest> earlier = Enumerable.Empty<SentRequest>().ToLookup(r => r.Seeker);
    private IReadOnlyList<FilterChip> chips = [];
    private IReadOnlyList<SelectOption> prefectures = [];
    private IReadOnlyList<SelectOption> occupations = [];
    private IReadOnlyList<SelectOption> sorts = [];

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var viewer = await actor.EmployerAsync();
        (query, unreadWage) = SeekerSearchAddress.Read(navigation.Uri, viewer);
        var result = await search.RunAsync(query, leaving);
        if (result.Found is null)
            return;

        (found, reachable) = (result.Found, result.ReachablePages);
        earlier = await findEarlier.RunAsync(viewer, [.. found.Items.Select(s => s.PublicNumber)], leaving);
        chips = [.. Chips()];
        prefectures = [.. Prefectures.All.Select(p => new SelectOption(p.Code, p.Name, Group: p.Region))];
        occupations = [.. Occupations.Majors.SelectMany(major => Occupations.Beneath(major.Code)
            .Select(middle => new SelectOption(middle.Code, middle.Name, Group: major.Name))
            .Prepend(new SelectOption(major.Code, T["Occupation.Whole", major.Name], Group: major.Name)))];
        sorts = [.. Enum.GetValues<SeekerSort>().Select(sort => new SelectOption(SeekerSearchAddress.Word(sort), T[$"Sort.{sort}"]))];
    }

    private IEnumerable<FilterChip> Chips()
    {
        var first = query with { Page = 1 };
        if (query.Words is { } words)
            yield return Chip(words, first with { Words = null });
        foreach (var code in query.Prefectures)
            yield return Chip(Prefectures.Find(code)!.Name, first with
            {
                Prefectures = [.. query.Prefectures.Where(c => c != code)],
                Municipalities = [.. query.Municipalities.Where(c => !c.StartsWith(code, StringComparison.Ordinal))],
            });
        foreach (var code in query.Municipalities)
            yield return Chip(Municipalities.Find(code)?.Name ?? Municipalities.FindCity(code)!.Name, first with { Municipalities = [.. query.Municipalities.Where(c => c != code)] });
        foreach (var code in query.Occupations)
            yield return Chip(Occupations.Covering(code)[^1].Name, first with { Occupations = [.. query.Occupations.Where(c => c != code)] });
        if (query.Style is { } style)
            yield return Chip(T[$"Style.{style}"], first with { Style = null });
        if (query.RegularOnly)
            yield return Chip(T["RegularOnly"], first with { RegularOnly = false });
        if (query.WithMyPageOnly)
            yield return Chip(T["WithMyPageOnly"], first with { WithMyPageOnly = false });
        foreach (var code in query.Licences)
            yield return Chip(Licences.Find(code)!.Name, first with { Licences = [.. query.Licences.Where(c => c != code)] });
        if (query.WageMax is { } wage)
            yield return Chip(T[$"WageMax.{query.WageUnit}", wage], first with { WageMax = null });

        static FilterChip Chip(string text, SearchSeekers.Query without) => new(text, SeekerSearchAddress.Of(without));
    }
}
