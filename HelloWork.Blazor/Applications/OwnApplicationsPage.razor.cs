using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

public sealed partial class OwnApplicationsPage(CurrentActor current, ListOwnApplications list, LiveWatch live, TimeProvider clock, IStringLocalizer<ApplicationsText> T) : ComponentBase
{
    private Page<OwnApplicationItem> applications = Page<OwnApplicationItem>.Empty(ListOwnApplications.PageSize);
    private DateOnly today;

    [SupplyParameterFromQuery(Name = "page")] private int? PageNumber { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private string? Say => applications.Items.Sum(a => a.UnreadMessages) is > 0 and var unread ? T["Live.Own", unread].Value : null;

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        var leaving = Http?.RequestAborted ?? default;
        var seeker = await current.SeekerAsync();
        await live.OnAsync(leaving, LiveTopic.Account(seeker.Account));
        applications = await list.RunAsync(new(seeker, Page: PageNumber ?? 1), leaving);
    }
}
