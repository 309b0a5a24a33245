using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Profiles;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Employers.Profile;

/// <summary>事業所情報 (JO-04): the office's texts and pictures, shown once a counselor has checked them.</summary>
public sealed partial class OfficePage(CurrentActor current, ViewOwnProfile viewProfile, ProposeOfficeTexts propose, AddOfficePicture add, RemoveOfficePicture remove, NavigationManager navigation)
{
    private const string TextsForm = "texts", PictureForm = "picture";

    private readonly FormErrors errors = new();
    private readonly FormErrors pictureErrors = new();
    private EmployerActor employer = null!;
    private OfficeProfileView? view;
    private OfficeTexts texts = new();
    private string? caption;
    private DateTimeOffset? savedAt;

    [SupplyParameterFromQuery(Name = "done")] private string? Done { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        employer = await current.EmployerAsync();
        view = await viewProfile.RunAsync(employer, Leaving);
        texts = Http.Posts(TextsForm) ? Read(Http!.Request.Form) : view.Draft ?? view.Proposed ?? view.Published ?? new();
        savedAt = view.DraftSavedAt is { } at ? new DateTimeOffset(at) : null;
        caption = Http.Posts(PictureForm) ? Http!.Request.Form["Input.Caption"].ToString() : null;
    }

    internal static OfficeTexts Read(IFormCollection form) =>
        new(form["Input.Homepage"], form["Input.Business"], form["Input.Features"], form["Input.Message"], form["Input.Welfare"], form["Input.Training"]);

    private async Task SaveAsync()
    {
        foreach (var fault in await propose.RunAsync(new(employer, texts), Leaving))
            errors.Add($"Input.{fault}", T[$"Fault.{fault}"]);
        if (!errors.Any)
            navigation.NavigateTo("/employer/office?done=texts");
    }

    private async Task AddAsync()
    {
        if (Http!.Request.Form.Files["Input.File"] is not { Length: > 0 } file)
        {
            pictureErrors.Add("File", T["File.Missing"]);
            return;
        }
        // One byte more than may be tells that there are more, without taking them all in.
        var bytes = new byte[Math.Min(file.Length, PictureFile.MostBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, Leaving);
        if (await add.RunAsync(new(employer, bytes, caption ?? ""), Leaving) is { } refusal)
            pictureErrors.Add(refusal is PictureRefusal.CaptionMissing or PictureRefusal.CaptionTooLong ? "Caption" : "File", T[$"Refused.{refusal}"]);
        else
            navigation.NavigateTo("/employer/office?done=picture#pictures");
    }

    private async Task RemoveAsync(Guid picture)
    {
        await remove.RunAsync(new(employer, picture), Leaving);
        navigation.NavigateTo("/employer/office?done=removed#pictures");
    }
}
