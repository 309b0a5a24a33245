using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Seekers.Saved;

/// <summary>求人を保存する: where somebody arrives who pressed «save» and signed in first. A visit alone changes nothing.</summary>
public sealed partial class SaveJobPage(CurrentActor current, ViewJob view, MarkSavedJobs mark, NavigationManager navigation, IStringLocalizer<SavedText> T) : ComponentBase
{
    private JobView? job;

    [Parameter] public string Number { get; set; } = "";

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var (seeker, leaving) = (await current.SeekerAsync(), Http?.RequestAborted ?? default);
        var known = JobNumber.TryParse(Number, out var number);
        var saved = await mark.RunAsync(seeker, known ? [number] : [], leaving) ?? throw new NotAllowedException("The account isn't this seeker's MyPage.");
        job = known ? await view.RunAsync(number, seeker.Account, leaving) : null;
        if (job is null)
            navigation.NotFound();
        else if (job.Ended is not null || saved.Contains(number))
            // Its own page says what there is to say.
            navigation.NavigateTo(JobSearchAddress.Of(number));
    }
}
