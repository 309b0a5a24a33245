using System.Globalization;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Jobs;
using HelloWork.Domain.Jobs.Drafting;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Employers.Drafting;

/// <summary>申込み内容の確認 (JO-01): the whole card, what is still wrong, what would make it better, and the asking for the check.</summary>
public sealed partial class JobReviewPage(CurrentActor current, ReadJobDraft read, RequestJobCheck request, DiscardJobDraft discard, NavigationManager navigation)
{
    private const string Form = "request";

    private readonly FormErrors errors = new();
    private JobDraftView? view;
    private JobDraftId draft;
    private IReadOnlyList<JobFault> faults = [];
    private IReadOnlyList<JobQualityLine> quality = [];
    private IReadOnlyList<(string Id, string Title, IReadOnlyList<JobCardRow> Rows, JobStep Step)> blocks = [];

    [Parameter] public string Id { get; set; } = "";
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        var employer = await current.EmployerAsync();
        view = JobDraftId.TryParse(Id, null, out draft) ? await read.RunAsync(new(employer, draft), Leaving) : null;
        if (view is null)
        {
            navigation.NotFound();
            return;
        }
        faults = view.Values.Faults();
        var card = view.Card;
        quality = card.Quality();
        var lines = new JobCardRows(J);
        JobStep[] steps = [JobStep.Office, JobStep.Work, JobStep.Pay, JobStep.Hours, JobStep.Conditions, JobStep.Office, JobStep.Selection, JobStep.Appeal];
        blocks =
        [
            ("b0", T["Step.General"], lines.General(card), JobStep.General),
            .. lines.Of(card, view.OfficeNumber).Select(b => ($"b{b.Number}", J[$"Block.{b.Number}"].Value, b.Rows, steps[b.Number - 1])),
        ];
    }

    private async Task DiscardAsync()
    {
        await discard.RunAsync(new(await current.EmployerAsync(), draft), Leaving);
        navigation.NavigateTo("/employer/jobs?done=discarded");
    }

    private async Task RequestAsync()
    {
        var version = int.TryParse(Http!.Request.Form["Input.Version"], CultureInfo.InvariantCulture, out var reviewed) ? reviewed : 0;
        var result = await request.RunAsync(new(await current.EmployerAsync(), draft, version), Leaving);
        if (result.Job is { } job)
            navigation.NavigateTo($"/employer/jobs/{job}?done=requested");
        else
            errors.Add(T[$"Request.Refused.{result.Refusal}"]);
    }
}
