using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Providers;
using HelloWork.Domain.ReferenceData;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Seekers.Provision;

/// <summary>メッセージ受信条件の設定 (PV-06)</summary>
public sealed partial class ConditionsPage(CurrentActor current, ViewProvision view, ViewReceiveConditions viewConditions, CountMeetingProviders countMeeting, SetReceiveConditions set, NavigationManager navigation)
{
    private static readonly (string Name, int Last)[] ends = [("Tohoku", 7), ("Kanto", 14), ("Chubu", 23), ("Kinki", 30), ("Chugoku", 39), ("Kyushu", 47)];

    private Handling wanted = Handling.Everything;
    private bool markOnly;
    private MeetingProviders? count;

    [SupplyParameterFromQuery] private string? Saved { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    /// <summary>Six parts of Japan; codes run from north to south.</summary>
    private static IEnumerable<(string Name, IReadOnlyList<Prefecture> Prefectures)> Regions =>
        ends.Select((end, i) => (end.Name, (IReadOnlyList<Prefecture>)[.. Prefectures.All.Skip(i == 0 ? 0 : ends[i - 1].Last).Take(end.Last - (i == 0 ? 0 : ends[i - 1].Last))]));

    protected override async Task OnInitializedAsync()
    {
        var seeker = await current.ProvisionAsync();
        if ((await view.RunAsync(new(seeker), Leaving)).State is null)
        {
            navigation.NavigateTo("/provision");
            return;
        }
        (wanted, markOnly) = Http.Posts("conditions") ? ConditionsInput.Read(Http!.Request.Form) : await SavedAsync(seeker);
        count = await countMeeting.RunAsync(new(seeker, wanted, markOnly), Leaving);
    }

    private async Task<ConditionsInput> SavedAsync(ProvisionActor seeker)
    {
        var saved = await viewConditions.RunAsync(new(seeker), Leaving);
        return new(saved.Wanted, saved.PrivacyMarkOnly);
    }

    private async Task SaveAsync()
    {
        await set.RunAsync(new(await current.ProvisionAsync(), wanted, markOnly), Leaving);
        navigation.NavigateTo("/provision/conditions?saved=1");
    }
}
