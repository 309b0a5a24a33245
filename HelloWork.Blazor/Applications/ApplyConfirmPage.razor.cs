using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

/// <summary>Everything that would be sent, and the button that sends exactly that (AP-01).</summary>
public sealed partial class ApplyConfirmPage(CurrentActor current, PreviewApplication previewApplication, ApplyToJob apply, NavigationManager navigation, TimeProvider clock,
    IStringLocalizer<ApplicationsText> T) : ComponentBase
{
    private readonly FormErrors errors = new();
    private SeekerActor seeker = null!;
    private ApplicationPreview? preview;
    private DateOnly today;

    [Parameter] public string Number { get; set; } = "";

    [SupplyParameterFromForm(FormName = "apply")] private ApplyForm? Input { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private bool ShowsForm => preview!.Bar is null || (Http.Posts("apply") && !errors.Any);

    private string FormAddress => $"/seeker/applications/new/{preview!.Job}";

    protected override async Task OnInitializedAsync()
    {
        seeker = await current.SeekerAsync();
        if (!JobNumber.TryParse(Number, out var job) || !await ReadAsync(job))
            navigation.NotFound();
        else if (Input is null && preview is { Bar: null } && !IsWritten(preview))
            navigation.NavigateTo(FormAddress);
    }

    private async Task<bool> ReadAsync(JobNumber job)
    {
        today = clock.TodayInJapan();
        preview = await previewApplication.RunAsync(new(seeker, job), Leaving);
        return preview is not null;
    }

    private async Task ApplyAsync()
    {
        if (preview is null)
            return;
        // Sent a second time, or from a page brought back: it stands.
        if (preview.Standing is { } standing)
        {
            navigation.NavigateTo($"/seeker/applications/{standing}");
            return;
        }
        var result = await apply.RunAsync(new(seeker, preview.Job, preview.Papers.Motivation, Input?.Seen ?? ""), Leaving);
        switch (result.Refusal)
        {
            case null:
                navigation.NavigateTo($"/seeker/applications/{result.Application}?done=applied");
                break;
            case ApplyRefusal.AlreadyApplied:
                navigation.NavigateTo($"/seeker/applications/{result.Application}");
                break;
            case ApplyRefusal.MotivationMissing or ApplyRefusal.MotivationTooLong:
                navigation.NavigateTo(FormAddress);
                break;
            default:
                errors.Add(T[$"Refused.{result.Refusal}"]);
                await ReadAsync(preview.Job);
                break;
        }
    }

    private static bool IsWritten(ApplicationPreview preview) =>
        preview.Papers.Motivation.Length > 0 && WrittenText.Fits(preview.Papers.Motivation, SelfApplication.LongestMotivation);

    private sealed class ApplyForm
    {
        public string? Seen { get; set; }
    }
}
