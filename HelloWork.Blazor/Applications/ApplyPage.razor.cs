using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Applications.Documents;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

/// <summary>The motivation; it is kept as a draft, and the next page shows it among all that would be sent.</summary>
public sealed partial class ApplyPage(CurrentActor current, PreviewApplication previewApplication, SaveApplicationDraft saveDraft, AddApplicationDocument add, RemoveApplicationDocument remove, NavigationManager navigation, IStringLocalizer<ApplicationsText> T, IStringLocalizer<DocumentsText> D) : ComponentBase
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
        // Files first: what was chosen is taken whichever button is pressed, and stays when something else is to be mended.
        await AddFilesAsync(preview.Job);
        if (Input.Remove is { } removed)
            await remove.RunAsync(new(seeker, removed), Leaving);
        if (Input.Stay is not null || Input.Remove is not null || errors.Any)
        {
            if (Input.Stay is not null && !errors.Any && !FilesPosted.Any())
                errors.Add("Files", D[$"Refused.{DocumentRefusal.Missing}"]);
            if (saved is not null && !errors.Any)
                navigation.NavigateTo($"/seeker/applications/new/{preview.Job}#documents");
            preview = await previewApplication.RunAsync(new(seeker, preview.Job), Leaving);
            return;
        }
        if (motivation.Length == 0)
            errors.Add("Motivation", T[$"Refused.{ApplyRefusal.MotivationMissing}"]);
        else if (saved is null || !WrittenText.Fits(motivation, SelfApplication.LongestMotivation))
            errors.Add("Motivation", T[$"Refused.{ApplyRefusal.MotivationTooLong}"]);
        else
            navigation.NavigateTo($"/seeker/applications/new/{preview.Job}/confirm");
    }

    private IEnumerable<IFormFile> FilesPosted => Http!.Request.Form.Files.Where(f => f is { Name: "Input.Files", FileName.Length: > 0 });

    private async Task AddFilesAsync(JobNumber job)
    {
        foreach (var file in FilesPosted)
        {
            // One byte more than may be tells that there are more, without taking them all in.
            var bytes = new byte[Math.Min(file.Length, DocumentFile.MostBytes + 1)];
            await using (var stream = file.OpenReadStream())
                await stream.ReadExactlyAsync(bytes, Leaving);
            if (await add.RunAsync(new(seeker, job, file.FileName, bytes), Leaving) is { } refusal)
                errors.Add("Files", D["Refused.Of", Path.GetFileName(file.FileName), D[$"Refused.{refusal}"]]);
        }
    }

    private sealed class MotivationForm
    {
        /// <summary>Set by the button that adds files and stays.</summary>
        public string? Stay { get; set; }

        /// <summary>Set by the button that takes a file away.</summary>
        public Guid? Remove { get; set; }
        public string? Motivation { get; set; }
    }
}
