using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

/// <summary>The motivation; it is kept as a draft, and the next page shows it among all that would be sent.</summary>
public sealed partial class ApplyPage(CurrentActor current, PreviewApplication previewApplication, SaveApplicationDraft saveDraft, NavigationManager navigation, IStringLocalizer<ApplicationsText> T) : ComponentBase
{
    private readonly FormErrors errors = new();
    private SeekerActor seeker = null!;
    private ApplicationPreview? preview;

    [Parameter] public string Number { get; set; } = "";

    [SupplyParameterFromForm(FormName = "motivation")] private MotivationForm? Input { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        seeker = await current.SeekerAsync();
        if (JobNumber.TryParse(Number, out var job))
            preview = await previewApplication.RunAsync(new(seeker, job), Leaving);
        if (preview is null)
            navigation.NotFound();
        Input ??= new MotivationForm { Motivation = preview?.Draft };
    }

    private async Task CheckAsync()
    {
        if (preview is not { Bar: null })
            return;
        var motivation = WrittenText.Tidy(Input!.Motivation);
        var saved = await saveDraft.RunAsync(new(seeker, preview.Job, motivation), Leaving);
        if (motivation.Length == 0)
            errors.Add("Motivation", T[$"Refused.{ApplyRefusal.MotivationMissing}"]);
        else if (saved is null || !WrittenText.Fits(motivation, SelfApplication.LongestMotivation))
            errors.Add("Motivation", T[$"Refused.{ApplyRefusal.MotivationTooLong}"]);
        else
            navigation.NavigateTo($"/seeker/applications/new/{preview.Job}/confirm");
    }

    private sealed class MotivationForm
    {
        public string? Motivation { get; set; }
    }
}
