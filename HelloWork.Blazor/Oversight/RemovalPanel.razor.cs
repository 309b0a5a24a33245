using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Oversight;

public sealed partial class RemovalPanel(RemoveProvider remove, NavigationManager navigation)
{
    private readonly FormErrors proposeErrors = new();

    [Parameter, EditorRequired] public ProviderRecord Record { get; set; } = null!;
    /// <summary>The one that waits.</summary>
    [Parameter] public OpenProposal? Proposal { get; set; }
    [Parameter, EditorRequired] public BureauActor Officer { get; set; } = null!;
    /// <summary>The page around.</summary>
    [Parameter, EditorRequired] public string Back { get; set; } = "";
    [Parameter, EditorRequired] public FormErrors Errors { get; set; } = null!;
    [Parameter, EditorRequired] public DateOnly Today { get; set; }
    [SupplyParameterFromForm(FormName = "propose")] private ProposeInput? Propose { get; set; }
    [SupplyParameterFromForm(FormName = "approve")] private DecideInput? Approve { get; set; }
    [SupplyParameterFromForm(FormName = "withdraw")] private DecideInput? Withdraw { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;
    private bool Posted => Http.Posts("propose") || Http.Posts("approve") || Http.Posts("withdraw");

    private async Task ProposeAsync()
    {
        var ground = Enum.TryParse<RemovalGround>(Propose!.Ground, out var chosen) ? chosen : (RemovalGround?)null;
        Answer(await remove.RunAsync(new RemoveProvider.Propose(Officer, Record.Id, ground, Propose.Reason ?? ""), Leaving), proposeErrors, "proposed");
    }

    private async Task ApproveAsync() => Answer(await remove.RunAsync(new RemoveProvider.Approve(Officer, new(Approve!.Proposal)), Leaving), Errors, "removed");

    private async Task WithdrawAsync() => Answer(await remove.RunAsync(new RemoveProvider.Withdraw(Officer, new(Withdraw!.Proposal)), Leaving), Errors, "withdrawn");

    private void Answer(RemovalRefusal? refusal, FormErrors errors, string done)
    {
        if (refusal is null)
            navigation.NavigateTo($"{Back}?done={done}");
        else if (refusal is RemovalRefusal.GroundMissing or RemovalRefusal.NotRepeated)
            errors.Add("Propose.Ground", T[$"Refused.Removal.{refusal}"]);
        else if (refusal is RemovalRefusal.ReasonMissing or RemovalRefusal.ReasonTooLong)
            errors.Add("Propose.Reason", T[$"Refused.Removal.{refusal}"]);
        else
            errors.Add(T[$"Refused.Removal.{refusal}"]);
    }

    public sealed class ProposeInput
    {
        public string? Ground { get; set; }
        public string? Reason { get; set; }
    }

    public sealed class DecideInput
    {
        public Guid Proposal { get; set; }
    }
}
