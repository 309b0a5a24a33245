using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>2段階認証の状態</summary>
public sealed partial class AccountSecondFactor(ChangeSecondFactor change, StaffSettings staff, PasswordGate gate, NavigationManager navigation)
{
    private readonly FormErrors renewErrors = new();
    private readonly FormErrors offErrors = new();
    private IReadOnlyList<string>? codes;

    [Parameter, EditorRequired] public AccountView Account { get; set; } = default!;
    [Parameter, EditorRequired] public Guid Id { get; set; }
    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "second-renew")] private RenewInput? Renewing { get; set; }
    [SupplyParameterFromForm(FormName = "second-off")] private OffInput? TurningOff { get; set; }

    /// <summary>Staff can't do without (AC-04).</summary>
    private bool Demanded => staff.DemandsSecondFactor && StaffSettings.IsStaff(Account.Role);

    private async Task RenewAsync()
    {
        var command = new ChangeSecondFactor.RenewCodes(Id, Renewing?.RenewPassword ?? "");
        var result = await gate.PassAsync(() => change.RunAsync(command, Http.RequestAborted), Http.RequestAborted);
        if (result.Refusal is { } refusal)
            renewErrors.Add("Renewing.RenewPassword", T[$"Second.Refused.{refusal}"]);
        else
            codes = result.RecoveryCodes;
    }

    private async Task TurnOffAsync()
    {
        if (Demanded)
            return;
        var command = new ChangeSecondFactor.TurnOff(Id, TurningOff?.OffPassword ?? "");
        if (await gate.PassAsync(() => change.RunAsync(command, Http.RequestAborted), Http.RequestAborted) is { } refusal)
            offErrors.Add("TurningOff.OffPassword", T[$"Second.Refused.{refusal}"]);
        else
            navigation.NavigateTo("/account?changed=second-off");
    }

    public sealed class RenewInput
    {
        public string? RenewPassword { get; set; }
    }

    public sealed class OffInput
    {
        public string? OffPassword { get; set; }
    }
}
