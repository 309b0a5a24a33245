using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

public sealed partial class JobPage(ViewJob viewJob, CurrentActor actor, NavigationManager navigation, IStringLocalizer<JobsText> T) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly JobWords words = new(T);
    private JobView? job;
    private IReadOnlyList<JobCardRow> header = [];

    [Parameter] public string Number { get; set; } = "";

    [CascadingParameter] private HttpContext? Http { get; set; }

    // A name that only seekers are shown doesn't belong into histories and window lists.
    private string DocumentTitle => job!.Card is { Header.Disclosure: Disclosure.NameToAll, Office.Name: { Length: > 0 } office }
        ? T["Job.DocumentTitle", job.Card.Work.Title, office]
        : job.Card.Work.Title;

    private RenderFragment Lead => builder => builder.AddContent(0, JobWords.Filled(job!.Card.Office.Name) ?? T["NameHidden"]);

    protected override async Task OnInitializedAsync()
    {
        var reader = await actor.SeekerOrNullAsync();
        job = JobNumber.TryParse(Number, out var number) ? await viewJob.RunAsync(number, reader?.Account, leaving.Token) : null;
        if (job is null)
        {
            navigation.NotFound();
            return;
        }
        header = new JobCardRows(T).Header(job.Card, job.Number, job.Summary.AcceptedOn, job.Summary.LastDay);
        if (job.Ended is not null && Http is { Response.HasStarted: false })
            Http.Response.StatusCode = StatusCodes.Status410Gone;
    }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }
}
