using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Notifications;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>求職情報提供: whether it runs, who can see the profile now, and the way on from each state (PV-01, PV-02, PV-05, PV-07).</summary>
public sealed partial class ProvisionHomePage(CurrentActor current, ViewProvision view, CountUnreadMessages countUnread, UnpublishProfile unpublish, LiveWatch live, TimeProvider clock, NavigationManager navigation)
{
    private const int SoonInDays = 14;

    private ProvisionOverview? overview;
    private int unread;
    private DateOnly today;

    /// <summary>What has just been done: published, unpublished, stopped.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private PlacementOffice? Office => PlacementOffices.Find(overview?.OpenRegistration?.PlacementOfficeCode);

    private DateOnly? EndsSoon => overview is { IsRunning: true, OpenRegistration.LastDay: var end } && end.DayNumber - today.DayNumber <= SoonInDays ? end : null;

    private string StateKey => overview switch
    {
        { State: { } state } => state.ToString(),
        { MayRegister: true } => "MayRegister",
        { OpenRegistration: not null } => "AskOffice",
        _ => "NoRegistration",
    };

    private ChipKind StateKind => overview!.State switch
    {
        ProvisionState.Published => ChipKind.Ok,
        ProvisionState.Unpublished or null => ChipKind.Plain,
        _ => ChipKind.Warn,
    };

    private string? Success => (Done, overview!.State) switch
    {
        ("published", ProvisionState.Published) or ("unpublished", ProvisionState.Unpublished) or ("stopped", ProvisionState.Stopped) => T[$"Done.{Done}"].Value,
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        var seeker = await current.ProvisionAsync();
        today = clock.TodayInJapan();
        await live.OnAsync(Leaving, LiveTopic.Account(seeker.Account));
        overview = await view.RunAsync(new(seeker), Leaving);
        if (overview.State is not null)
            unread = await countUnread.RunAsync(seeker, Leaving);
    }

    private async Task UnpublishAsync()
    {
        await unpublish.RunAsync(new(await current.ProvisionAsync()), Leaving);
        navigation.NavigateTo("/provision?done=unpublished");
    }
}
