using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

public sealed partial class JobWagesPage(ReadWages readWages, CurrentActor actor, NavigationManager navigation, IStringLocalizer<JobFiguresText> T, IStringLocalizer<JobsText> J) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private WagesOfSearch? wages;

    /// <summary>The unit that was searched by first.</summary>
    private IEnumerable<(WageUnit Unit, WageSpread? Spread)> Both =>
        ((WageUnit Unit, WageSpread? Spread)[])[(WageUnit.Month, wages!.ByMonth), (WageUnit.Hour, wages.ByHour)] is var both && wages.Query.WageUnit is WageUnit.Hour ? both.Reverse() : both;

    protected override async Task OnInitializedAsync() =>
        wages = await readWages.RunAsync(JobSearchAddress.Read(navigation.Uri).Query, (await actor.SeekerOrNullAsync())?.Account, leaving.Token);

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }
}
