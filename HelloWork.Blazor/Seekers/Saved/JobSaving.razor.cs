using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Seekers.Saved;

public sealed partial class JobSaving(CurrentActor actor, MarkSavedJobs mark) : ComponentBase
{
    private bool? saved;
    private bool isVisitor;

    [Parameter, EditorRequired] public JobNumber Job { get; set; }

    [SupplyParameterFromQuery(Name = "saved")] private string? Done { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private string? Told => (Done, saved) is ("kept", true) or ("gone", false) ? T[$"Done.{Done}"].Value : null;

    protected override async Task OnInitializedAsync()
    {
        if (await actor.SeekerOrNullAsync() is { } seeker)
            saved = (await mark.RunAsync(seeker, [Job], Http?.RequestAborted ?? default))?.Contains(Job);
        else
            isVisitor = (await actor.UserAsync()).Identity is not { IsAuthenticated: true };
    }
}
