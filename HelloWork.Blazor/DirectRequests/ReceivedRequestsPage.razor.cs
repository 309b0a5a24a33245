using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.DirectRequests;

public sealed partial class ReceivedRequestsPage(CurrentActor current, ListReceivedRequests list, LiveWatch live, TimeProvider clock, IStringLocalizer<ReceivedRequestsText> T) : ComponentBase
{
    private Page<ReceivedRequestItem> requests = Page<ReceivedRequestItem>.Empty(ListReceivedRequests.PageSize);
    private DateOnly today;

    [SupplyParameterFromQuery(Name = "page")] private int? PageNumber { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private string? Say => requests.Items.Count(r => r.State is DirectRequestState.Unread) is > 0 and var unread ? T["Live.Unread", unread].Value : null;

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        var leaving = Http?.RequestAborted ?? default;
        var seeker = await current.SeekerAsync();
        await live.OnAsync(leaving, LiveTopic.Account(seeker.Account));
        requests = await list.RunAsync(new(seeker, Page: PageNumber ?? 1), leaving);
        await live.OnRequestsAsync(requests.Items, leaving);
    }
}
