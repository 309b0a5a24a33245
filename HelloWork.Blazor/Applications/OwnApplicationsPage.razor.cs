using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Applications;

public sealed partial class OwnApplicationsPage(CurrentActor current, ListOwnApplications list, TimeProvider clock) : ComponentBase
{
    private Page<OwnApplicationItem> applications = Page<OwnApplicationItem>.Empty(ListOwnApplications.PageSize);
    private DateOnly today;

    [SupplyParameterFromQuery(Name = "page")] private int? PageNumber { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        applications = await list.RunAsync(new(await current.SeekerAsync(), Page: PageNumber ?? 1), Http?.RequestAborted ?? default);
    }
}
