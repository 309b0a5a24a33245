using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Messaging;
using HelloWork.Domain.Common;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

public sealed partial class DemandPanel(CurrentActor current, ViewDeletionState view, AskForDeletion ask, DeletionRules rules, TimeProvider clock, NavigationManager navigation)
{
    private const string FormName = "demand";

    private readonly FormErrors errors = new();
    private ProvisionActor seeker = null!;
    private DeletionState? state;
    private string? word;
    private DateOnly today;

    [Parameter, EditorRequired] public ConversationId Conversation { get; set; }
    [Parameter, EditorRequired] public string ProviderName { get; set; } = "";
    [CascadingParameter] private HttpContext? Http { get; set; }

    private DeletionRules Rules => rules;
    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        (seeker, today) = (await current.ProvisionAsync(), clock.TodayInJapan());
        state = await view.RunAsync(new(seeker, Conversation), Leaving);
        word = state switch
        {
            { Outcome: { } outcome } => $"{outcome}",
            { IsLate: true } => "Late",
            { AnswerBy: not null } => "Waiting",
            _ => null,
        };
    }

    private async Task AskAsync()
    {
        if (await ask.RunAsync(new(seeker, Conversation), Leaving) is { } refusal)
            errors.Add(T[$"Refused.{refusal}"]);
        else
            navigation.NavigateTo($"{InboxAddress.Of(Conversation)}?done=demanded#deletion");
    }
}
