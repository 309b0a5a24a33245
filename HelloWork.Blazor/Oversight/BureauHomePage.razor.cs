using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>労働局のホーム: what waits for an officer.</summary>
public sealed partial class BureauHomePage(CurrentActor actor, CountOversight count, LiveWatch live, TimeProvider clock)
{
    private CountOversight.Result? counts;
    private DateOnly today;

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        await live.OnAsync(Http?.RequestAborted ?? default, LiveTopic.Bureau);
        counts = await count.RunAsync(new(await actor.BureauAsync()), Http?.RequestAborted ?? default);
        // An office's suspension ends by itself.
        live.ChangesAt(counts.ToConfirm.Min(w => w.Until));
    }
}
