using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.DirectRequests;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.DirectRequests;

/// <summary>送信完了</summary>
public sealed partial class RequestSentPage(CurrentActor actor, ReadSentRequest read, CountPlacesTaken places, TimeProvider clock, NavigationManager navigation)
{
    private SentRequest? request;
    private int left;
    private DateOnly today;

    [Parameter] public string Number { get; set; } = "";
    [Parameter] public string Id { get; set; } = "";
    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var leaving = Http?.RequestAborted ?? default;
        var employer = await actor.EmployerAsync();
        today = clock.TodayInJapan();
        request = DirectRequestId.TryParse(Id, null, out var id) ? await read.RunAsync(employer, id, leaving) : null;
        if (request is null || request.Seeker.Value != Number)
        {
            request = null;
            navigation.NotFound();
            return;
        }
        left = DirectRequest.MostPerJob - (await places.RunAsync(employer, [request.Job], leaving))[request.Job];
    }
}
