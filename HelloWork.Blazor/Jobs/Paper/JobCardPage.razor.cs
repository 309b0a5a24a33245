using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace HelloWork.Blazor.Jobs.Paper;

public sealed partial class JobCardPage(ViewJob viewJob, CurrentActor actor, NavigationManager navigation, PagePlaces places) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private JobView? job;

    [Parameter] public string Number { get; set; } = "";

    /// <summary>The PDF was asked for and couldn't be made.</summary>
    [SupplyParameterFromQuery] private string? Pdf { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var reader = await actor.SeekerOrNullAsync();
        job = JobNumber.TryParse(Number, out var number) ? await viewJob.RunAsync(number, reader?.Account, leaving.Token) : null;
        if (job is null)
            navigation.NotFound();
        else if (job.Ended is not null && Http is { Response.HasStarted: false })
            Http.Response.StatusCode = StatusCodes.Status410Gone;
        if (job is { Ended: null })
            places.Say(PagePlace.Head, Head);
    }

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }
}
