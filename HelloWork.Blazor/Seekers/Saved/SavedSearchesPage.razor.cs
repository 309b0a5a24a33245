using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Jobs;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Common;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Seekers.Saved;

/// <summary>保存した検索条件: each runs at a press and says how often it writes.</summary>
public sealed partial class SavedSearchesPage(CurrentActor current, ListSavedSearches list, TimeProvider clock, IStringLocalizer<SavedText> T, IStringLocalizer<JobsText> texts, IStringLocalizer<WhenText> W) : ComponentBase
{
    private readonly JobChoices choices = new(texts);
    private IReadOnlyList<SavedSearchItem>? searches;
    private DateOnly today;

    [SupplyParameterFromQuery(Name = "done")] private string? Done { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        searches = await list.RunAsync(new(await current.SeekerAsync()), Http?.RequestAborted ?? default);
    }
}
