using System.Globalization;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Desk;
using HelloWork.Blazor.Employers.Drafting;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Checking;
using HelloWork.Domain.Jobs.Drafting;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Jobs.Desk;

/// <summary>求人の確認 (CO-02): the card line by line with a comment on each; published as it was looked at, or sent back with what was written.</summary>
public sealed partial class DeskJobPage(CurrentActor current, OpenJobCheck open, SaveCheckComments save, PublishJobOffer publish, SendJobBack sendBack, FindDesk find, LiveWatch live, NavigationManager navigation, TimeProvider clock)
{
    private const string Form = "check";
    private const string GoPublish = "publish", GoBack = "back";

    private readonly FormErrors errors = new();
    private CounselorActor counselor = null!;
    private JobToCheck? job;
    private IReadOnlyList<(JobStep Step, IReadOnlyList<CheckedLine> Lines)> steps = [];
    private JobComments comments = JobComments.None;
    private DateTimeOffset? savedAt;
    private DateOnly today;
    private int version;

    [Parameter] public string Number { get; set; } = "";
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    private bool CanDecide => job is { IsWaiting: true, SentBackAt: null };

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        counselor = await current.CounselorAsync();
        // The desk knows an office's profile by the office's number.
        if (OfficeNumber.TryParse(Number, out var office))
        {
            navigation.NavigateTo($"/desk/jobs/offices/{office}");
            return;
        }
        await live.OnDeskAsync(find, counselor, Leaving);
        job = JobNumber.TryParse(Number, out var number) ? await open.RunAsync(new(counselor, number), Leaving) : null;
        if (job is null)
        {
            navigation.NotFound();
            return;
        }
        var posts = Http.Posts(Form);
        comments = posts ? DeskJobEndpoints.Read(Http!.Request.Form) : job.Comments;
        version = posts && int.TryParse(Http!.Request.Form["Input.Version"], CultureInfo.InvariantCulture, out var looked) ? looked : job.Version;
        savedAt = job.SavedAt is { } at ? new DateTimeOffset(at) : null;
        steps = CheckedLine.Of(job, J);
    }

    // Empty lines, and of a change those that stay, are folded away until something is said about them.
    private bool IsShown(CheckedLine line) => IsSaid(comments, line) || IsSaid(job!.SentComments, line)
        || (job.Published is null ? line.Now is not null || line.Warnings.Count > 0 : line.IsChanged);

    private static bool IsSaid(JobComments said, CheckedLine line) => said[line.Row] is not null || JobFields.OfRow(line.Row).Any(f => said[f.Path] is not null);

    private async Task DecideAsync()
    {
        var kept = await save.RunAsync(new(counselor, job!.Number, comments), Leaving);
        savedAt = kept.SavedAt is { } at ? new DateTimeOffset(at) : savedAt;
        var back = Http!.Request.Form["Input.Go"] == GoBack;
        var written = comments.Tidied();
        foreach (var row in written.TooLong())
            errors.Add($"Input.Comment[{row}]", T["TooLong", JobFields.Rows.Contains(row) ? J[$"Field.{row}"].Value : D.FieldOfAnyRow(row), JobComments.Longest]);
        if (errors.Any)
            return;
        var refusal = back ? await sendBack.RunAsync(new(counselor, job.Number, version, comments), Leaving)
            : written.ByRow.Count > 0 ? CheckRefusal.CommentsLeft
            : await publish.RunAsync(new(counselor, job.Number, version), Leaving);
        if (refusal is null)
            navigation.NavigateTo($"/desk/jobs?done={(back ? "sent-back" : "published")}&job={job.Number}");
        else
        {
            errors.Add(T[$"Refused.{refusal}"]);
            // The page now shows what is there; the next press decides on that.
            version = job.Version;
        }
    }
}
