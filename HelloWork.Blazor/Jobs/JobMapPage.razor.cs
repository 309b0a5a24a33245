using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.ReferenceData;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

public sealed partial class JobMapPage(CountJobsByPrefecture countJobs, CurrentActor actor, NavigationManager navigation, IStringLocalizer<JobFiguresText> T, IStringLocalizer<JobsText> J) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private JobsByPrefecture? jobs;
    private bool byCount;

    [SupplyParameterFromQuery] private string? Order { get; set; }

    private IEnumerable<Prefecture> Ordered => byCount ? Prefectures.All.OrderByDescending(p => jobs!.In(p.Code)).ThenBy(p => p.Code, StringComparer.Ordinal) : Prefectures.All;

    private string Says => Prefectures.All.OrderByDescending(p => jobs!.In(p.Code)).Take(3).Where(p => jobs!.In(p.Code) > 0).ToList() is { Count: > 0 } most
        ? T["Map.Says", jobs!.Jobs, Signs.Listed(most.Select(p => T["Map.Tile", p.Here(), jobs.In(p.Code)].Value))] : T["Map.None"];

    protected override async Task OnInitializedAsync()
    {
        byCount = Order is "count";
        jobs = await countJobs.RunAsync(JobSearchAddress.Read(navigation.Uri).Query, (await actor.SeekerOrNullAsync())?.Account, leaving.Token);
    }

    private string Sorted(bool count) => JobSearchAddress.Under("map", jobs!.Query) is var address && count ? $"{address}{(address.Contains('?') ? '&' : '?')}order=count" : address;

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }
}
