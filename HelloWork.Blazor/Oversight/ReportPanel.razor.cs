using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

public sealed partial class ReportPanel(CurrentActor current, ListOwnReports list, TimeProvider clock)
{
    private IReadOnlyList<OwnReport> reports = [];
    private DateOnly today;

    [Parameter, EditorRequired] public ConversationId Conversation { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        reports = await list.RunAsync(new(await current.ProvisionAsync(), Conversation), Http?.RequestAborted ?? default);
    }

    private static string StateOf(OwnReport report) => report.Decision is { } decision ? $"State.{decision}" : "State.Waiting";
}
