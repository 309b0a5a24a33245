using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>違反への対応: what offices and deadlines have brought before the bureau (OV-02).</summary>
public sealed partial class ViolationsPage(CurrentActor actor, ListViolations list, LiveWatch live, TimeProvider clock)
{
    private ListViolations.Result? result;
    private DateOnly today;

    [SupplyParameterFromQuery] private string? Show { get; set; }
    [SupplyParameterFromQuery(Name = "page")] private string? PageWord { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private bool All => Show == "all";

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        await live.OnAsync(Http?.RequestAborted ?? default, LiveTopic.Bureau);
        result = await list.RunAsync(new(await actor.BureauAsync(), All, int.TryParse(PageWord, out var page) ? page : 1), Http?.RequestAborted ?? default);
    }
}
