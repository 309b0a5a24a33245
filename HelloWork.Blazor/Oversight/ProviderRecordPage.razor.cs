using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Providers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

/// <summary>団体の記録: a provider's whole history on one page, and the bureau's measures (OV-02).</summary>
public sealed partial class ProviderRecordPage(CurrentActor actor, OpenProviderRecord open, LiveWatch live, TimeProvider clock, NavigationManager navigation)
{
    private static readonly string[] Known = ["confirmed", "shortened", "lifted", "closed", "ordered", "proposed", "removed", "withdrawn"];

    private readonly FormErrors errors = new();
    private BureauActor officer = null!;
    private OpenProviderRecord.Result? opened;
    private DateOnly today;

    [Parameter] public Guid Id { get; set; }
    [SupplyParameterFromQuery] private string? Done { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private string Back => $"/bureau/providers/{Id}";
    // Forms post to the address that tells of the last success: their own outcome replaces it.
    private string? Success => Known.Contains(Done) && Http?.Request.Method != HttpMethods.Post ? T[$"Done.{Done}"].Value : null;

    protected override async Task OnInitializedAsync()
    {
        (officer, today) = (await actor.BureauAsync(), clock.TodayInJapan());
        await live.OnAsync(Http?.RequestAborted ?? default, LiveTopic.Bureau, LiveTopic.Organisation(Id));
        opened = await open.RunAsync(new(officer, new ProviderId(Id)), Http?.RequestAborted ?? default);
        if (opened is null)
            navigation.NotFound();
    }
}
