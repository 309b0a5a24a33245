using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Applications;
using HelloWork.Domain.Common;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Applications;

public sealed partial class ReceivedApplicationsPage(CurrentActor current, ListReceivedApplications list, LiveWatch live, NavigationManager navigation, TimeProvider clock, IStringLocalizer<ApplicationsText> T) : ComponentBase
{
    private ReceivedApplications? received;
    private JobNumber? job;
    private DateOnly today;

    /// <summary>open (the default), done or all.</summary>
    [SupplyParameterFromQuery] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "job")] private string? JobTyped { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private int? PageNumber { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private Tab[] Kinds =>
    [
        KindOf("open", null, received!.InProgress),
        KindOf("done", "done", received.All - received.InProgress),
        KindOf("all", "all", received.All),
    ];

    private string Say => T["Live.Received", received!.InProgress, received.Page.Items.Sum(a => a.UnreadMessages)];

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        job = JobNumber.TryParse(JobTyped, out var number) ? number : null;
        bool? inProgress = State switch { "done" => false, "all" => null, _ => true };
        var leaving = Http?.RequestAborted ?? default;
        var employer = await current.EmployerAsync();
        await live.OnAsync(leaving, LiveTopic.Organisation(employer.Office.Value));
        received = await list.RunAsync(new(employer, inProgress, job, PageNumber ?? 1), leaving);
    }

    private Tab KindOf(string kind, string? state, int count) => new(
        T[$"Received.Tab.{char.ToUpperInvariant(kind[0])}{kind[1..]}"],
        new Uri(navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["state"] = state, ["page"] = null })).PathAndQuery,
        (State is "done" or "all" ? State : "open") == kind, count);
}
