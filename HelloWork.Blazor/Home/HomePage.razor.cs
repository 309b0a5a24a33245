using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Jobs;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Home;

public sealed partial class HomePage(CountPublicJobs countJobs, IStringLocalizer<HomeText> T, IStringLocalizer<ShellText> Shell, IStringLocalizer<JobsText> Jobs, IStringLocalizer<ControlsText> Controls, PagePlaces places) : ComponentBase, IDisposable
{
    private static readonly int[] AboutPoints = [1, 2, 3];
    private readonly CancellationTokenSource leaving = new();
    private readonly IReadOnlyList<SelectOption> types = new JobChoices(Jobs).Types;
    private int count;

    protected override async Task OnInitializedAsync()
    {
        places.SayTitle(Controls["DocumentTitle", T["DocumentTitle"]]);
        count = await countJobs.RunAsync(leaving.Token);
    }

    private static string Search(params JobCondition[] conditions) => JobSearchAddress.Of(new JobSearchQuery { Conditions = conditions });

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }
}
