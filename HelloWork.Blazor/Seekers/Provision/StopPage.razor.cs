using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>アカウント利用停止 (PV-07)</summary>
public sealed partial class StopPage(CurrentActor current, ViewProvision view, StopProvision stop, NavigationManager navigation)
{
    private ProvisionOverview? overview;

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        overview = await view.RunAsync(new(await current.ProvisionAsync()), Leaving);
        if (overview.State is null)
            navigation.NavigateTo("/provision");
    }

    private async Task StopAsync()
    {
        await stop.RunAsync(new(await current.ProvisionAsync()), Leaving);
        navigation.NavigateTo("/provision?done=stopped");
    }
}
