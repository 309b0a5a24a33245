using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Search;
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
    private SeekerSearchCounts? counts;
    private bool isLoading;
    private IReadOnlyList<WiderSearch<SeekerLoosening>> nearest = [];
    private ILookup<PublicNumber, SentRequest> earlier = Enumerable.Empty<SentRequest>().ToLookup(r => r.Seeker);

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var viewer = await actor.EmployerAsync();
        (query, unreadWage) = SeekerSearchAddress.Read(navigation.Uri, viewer);
        var result = await search.RunAsync(query, leaving);
        if (result.Found is null)
            return;

        (found, reachable, counts, isLoading, nearest) = (result.Found, result.ReachablePages, result.Counts, result.IndexIsLoading, result.Nearest);
        earlier = await findEarlier.RunAsync(viewer, [.. found.Items.Select(s => s.PublicNumber)], leaving);
    }
}
