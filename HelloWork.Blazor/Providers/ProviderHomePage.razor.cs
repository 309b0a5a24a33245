using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Messaging;
using HelloWork.Blazor.Seekers;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Providers;

/// <summary>利用団体のホーム: whether the site may be used, what waits for an answer, and what is still missing.</summary>
public sealed partial class ProviderHomePage(CurrentActor actor, ViewOwnProvider viewOwn, CountConversations count, ListConversations list, ReadGuidanceTemplate readTemplate, SearchProvidedSeekers search, TimeProvider clock)
{
    private const int MostShown = 5;

    private SeekerWords words = null!;
    private OwnProvider? own;
    private CountConversations.Result? counts;
    private IReadOnlyList<Stat> stats = [];
    private IReadOnlyList<ConversationRow> wished = [];
    private IReadOnlyList<DisclosureField> missing = [];
    private IReadOnlyList<ProvidedSummary> fresh = [];
    private DateOnly today;

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var provider = await actor.ProviderAsync();
        (words, today) = (new SeekerWords(K), clock.TodayInJapan());
        own = await viewOwn.RunAsync(new(provider), leaving);
        if (own.Standing is not ProviderStanding.Good)
            return;

        missing = [.. (await readTemplate.RunAsync(new(provider), leaving)).Disclosures.Faults().Select(f => f.Field)];
        wished = [.. (await list.RunAsync(new(provider, ConversationFilter.Wished), leaving)).Rows.Items.Take(MostShown)];
        fresh = [.. (await search.RunAsync(new SearchProvidedSeekers.Query(provider) { Size = 10 }, leaving)).Found.Items.Take(MostShown)];
        if (await count.RunAsync(new(provider), leaving) is not { } counted)
            return;
        stats = [.. new[] { ConversationFilter.Unread, ConversationFilter.Wished, ConversationFilter.Answered, ConversationFilter.All }
            .Select(filter => new Stat(T[$"Stat.{filter}"], counted[filter], ProviderMessagesAddress.Of(filter)))];
        counts = counted;
    }
}
