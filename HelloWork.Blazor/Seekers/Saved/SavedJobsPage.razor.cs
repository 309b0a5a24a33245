using System.Globalization;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Jobs;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Seekers.Saved;

/// <summary>保存した求人: the seeker's own list, ended jobs among it.</summary>
public sealed partial class SavedJobsPage(CurrentActor current, ListSavedJobs list, TimeProvider clock, IStringLocalizer<SavedText> T, IStringLocalizer<FindingText> F, IStringLocalizer<JobsText> texts, IStringLocalizer<WhenText> W) : ComponentBase
{
    private readonly JobWords words = new(texts);
    private Page<SavedJobItem>? jobs;
    private DateOnly today;

    [SupplyParameterFromQuery(Name = "page")] private int? PageNumber { get; set; }
    [SupplyParameterFromQuery(Name = "saved")] private string? Done { get; set; }
    [SupplyParameterFromQuery(Name = "about")] private string? About { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private string Here => jobs!.Number == 1 ? SavedAddress.Jobs : $"{SavedAddress.Jobs}?page={jobs.Number.ToString(CultureInfo.InvariantCulture)}";

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        jobs = await list.RunAsync(new(await current.SeekerAsync(), PageNumber ?? 1), Http?.RequestAborted ?? default);
    }

    private string? PayOf(JobSummary job) => words.Total(job.Card.Pay) is { } total ? $"{words.PayForm(job.Card.Pay)} {total}" : null;

    private string? OfficeOf(SavedJobItem item) => item.Job is not { } job ? null : JobWords.Filled(job.Card.Office.Name) ?? (job.OfficeNameShown ? null : T["NameHidden"].Value);
}
