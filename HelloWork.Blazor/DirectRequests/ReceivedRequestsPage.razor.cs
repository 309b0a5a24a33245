using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.DirectRequests;

public sealed partial class ReceivedRequestsPage(CurrentActor current, ListReceivedRequests list, TimeProvider clock) : ComponentBase
{
    private Page<ReceivedRequestItem> requests = Page<ReceivedRequestItem>.Empty(ListReceivedRequests.PageSize);
    private DateOnly today;

    [SupplyParameterFromQuery(Name = "page")] private int? PageNumber { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        requests = await list.RunAsync(new(await current.SeekerAsync(), Page: PageNumber ?? 1), Http?.RequestAborted ?? default);
    }
}
