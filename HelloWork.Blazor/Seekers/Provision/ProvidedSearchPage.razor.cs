using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>利用団体の求職情報検索 (PR-02): every state is an address, and those who are chosen go on to one guidance message.</summary>
public sealed partial class ProvidedSearchPage(CurrentActor actor, ViewOwnProvider viewOwn, SearchProvidedSeekers search, FindConversations find, LiveWatch live, NavigationManager navigation)
{
    private OwnProvider? own;
    private SearchProvidedSeekers.Query query = null!;
    private string? unreadWage;
    private SearchProvidedSeekers.Result? result;
    private IReadOnlyDictionary<AliasNumber, ConversationId> written = new Dictionary<AliasNumber, ConversationId>();

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var viewer = await actor.ProviderAsync();
        own = await viewOwn.RunAsync(new(viewer), leaving);
        if (own.Standing is not ProviderStanding.Good)
            return;

        (query, unreadWage) = SeekerSearchAddress.Read(navigation.Uri, viewer);
        var found = await search.RunAsync(query, leaving);
        await live.OnAsync(leaving, [.. found.Seekers.Select(s => LiveTopic.Profile(s.Value))]);
        written = await find.RunAsync(new(viewer, [.. found.Found.Items.Select(s => s.Number)]), leaving);
        result = found;
    }
}
