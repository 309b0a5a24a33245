using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Common;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>ブロックした団体 (MS-05), and who else wrote or opened the profile (SS-06).</summary>
public sealed partial class BlocksPage(CurrentActor current, ViewProvision view, ListProvidersInTouch list, BlockProvider block, LiftBlock lift, TimeProvider clock, NavigationManager navigation)
{
    private IReadOnlyList<ProviderInTouch>? providers;
    private DateOnly today;

    /// <summary>What has just been done: blocked, lifted.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private string? Success => Done is "blocked" or "lifted" ? T[$"Blocks.Done.{Done}"].Value : null;

    protected override async Task OnInitializedAsync()
    {
        var seeker = await current.ProvisionAsync();
        today = clock.TodayInJapan();
        if ((await view.RunAsync(new(seeker), Leaving)).State is null)
            navigation.NavigateTo("/provision");
        else
            providers = await list.RunAsync(new(seeker), Leaving);
    }

    private async Task BlockAsync(ProviderInTouch provider)
    {
        await block.RunAsync(new(await current.ProvisionAsync(), provider.Id), Leaving);
        navigation.NavigateTo("/provision/blocks?done=blocked");
    }

    private async Task LiftAsync(ProviderInTouch provider)
    {
        await lift.RunAsync(new(await current.ProvisionAsync(), provider.Id), Leaving);
        navigation.NavigateTo("/provision/blocks?done=lifted");
    }

    private string At(DateTime? moment) => moment is { } at ? W.Moment(at, today) : T["Never"];
}
