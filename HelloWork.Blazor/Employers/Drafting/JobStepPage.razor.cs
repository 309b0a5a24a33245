using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Drafting;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Employers.Drafting;

/// <summary>求人の申込み (JO-01): one step of eight. What is typed is kept as it stands, right or wrong; going on asks for what is wrong to be mended and what is odd to be accepted.</summary>
public sealed partial class JobStepPage(CurrentActor current, ReadJobDraft read, SaveJobDraft save, RequestJobCheck request, ListJobDrafts list, NavigationManager navigation)
{
    private const string Form = "draft";
    private const string GoNext = "next", GoBack = "back", GoAccept = "accept", GoRequest = "request";

    private readonly FormErrors errors = new();
    private JobDraftView? view;
    private JobDraftId draft;
    private JobStep step = JobStep.General;
    private JobDraftValues values = JobDraftValues.Empty;
    private IReadOnlyList<JobWarning> warnings = [];
    private IReadOnlyList<ListJobDrafts.Row> begun = [];
    private DateTimeOffset? savedAt;

    [Parameter] public string? Id { get; set; }
    [Parameter] public string? StepWord { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private bool IsNew => Id is null;
    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        var employer = await current.EmployerAsync();
        var posts = Http.Posts(Form);
        // The new draft's key is made with the page, so that whoever saves first, script or button, makes the same one.
        if (IsNew)
            draft = posts && JobDraftId.TryParse(Http!.Request.Form["Input.Draft"], null, out var begunHere) ? begunHere : new JobDraftId(NewId.Next());
        else if (!JobDraftId.TryParse(Id, null, out draft) || !JobDraftWords.TryParse(StepWord, out step))
        {
            navigation.NotFound();
            return;
        }
        view = await read.RunAsync(new(employer, IsNew ? null : draft), Leaving);
        if (view is null)
        {
            navigation.NotFound();
            return;
        }
        values = posts ? view.Values.With(step, JobDraftInput.Read(Http!.Request.Form)) : view.Values;
        savedAt = view.SavedAt is { } at ? new DateTimeOffset(at) : null;
        if (IsNew && !posts)
            begun = [.. (await list.RunAsync(employer, Leaving)).Where(d => d.Job is null).Take(3)];
    }

    private async Task SaveAsync()
    {
        var form = Http!.Request.Form;
        var saved = await save.RunAsync(new(await current.EmployerAsync(), draft, step, JobDraftInput.Read(form), Begins: IsNew), Leaving);
        if (saved.Refusal is { } refusal)
        {
            errors.Add(T[$"Refused.{refusal}"]);
            return;
        }
        savedAt = new DateTimeOffset(saved.SavedAt!.Value);
        var go = form["Input.Go"].ToString();
        if (go == GoBack && step > JobStep.General)
        {
            navigation.NavigateTo(JobDraftWords.PathOf(draft, step - 1));
            return;
        }
        foreach (var fault in values.FaultsOf(step))
            errors.Add($"Input.{fault.Path}", T.Fault(fault));
        var seen = form["Input.Warned"].ToString().Split(' ');
        warnings = values.WarningsOf(step);
        if (errors.Any || (go != GoAccept && warnings.Any(w => !seen.Contains(w.Key))))
            return;
        navigation.NavigateTo(step is not JobStep.Selection ? JobDraftWords.PathOf(draft, step + 1)
            : go == GoRequest && await RequestAsync() is { } job ? $"/employer/jobs/{job}?done=requested" : JobDraftWords.ReviewOf(draft));
    }

    /// <summary>Asked for from the last step, without the review; null: the review says what stands in the way.</summary>
    private async Task<JobNumber?> RequestAsync()
    {
        var employer = await current.EmployerAsync();
        return await read.RunAsync(new(employer, draft), Leaving) is { } now ? (await request.RunAsync(new(employer, draft, now.Version), Leaving)).Job : null;
    }
}
