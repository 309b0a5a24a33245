using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>新しいパスワードの設定 (AC-03): with the key from the mail.</summary>
public sealed partial class ResetKeyPage(ReissuePassword reissue, PasswordGate gate, NavigationManager navigation)
{
    private readonly FormErrors errors = new();

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "reset-key")] private ResetKeyInput? Input { get; set; }
    [SupplyParameterFromQuery(Name = "sent")] private string? Sent { get; set; }

    protected override void OnInitialized() => Input ??= new();

    private async Task ReissueAsync()
    {
        if (string.IsNullOrWhiteSpace(Input!.UserId))
            errors.Add("Input.UserId", T["UserId.Missing"]);
        if (string.IsNullOrWhiteSpace(Input.Key))
            errors.Add("Input.Key", T["Key.Missing"]);
        if (string.IsNullOrEmpty(Input.New))
            errors.Add("Input.New", T["Password.New.Missing"]);
        else if (Input.New != Input.Again)
            errors.Add("Input.Again", T["Password.Again.Differs"]);
        if (errors.Any)
            return;

        var refusal = await gate.PassAsync(() => reissue.RunAsync(new(Input.UserId!, Input.Key!, Input.New!), Http.RequestAborted), Http.RequestAborted);
        switch (refusal)
        {
            case null:
                navigation.NavigateTo("/account/login?reset=1");
                break;
            case ReissuePasswordRefusal.NotAccepted or ReissuePasswordRefusal.TooOften:
                errors.Add(T[$"ResetKey.Refused.{refusal}"]);
                break;
            default:
                errors.Add("Input.New", T[$"ResetKey.Refused.{refusal}", PasswordRules.ShortestLength, PasswordRules.LongestLength]);
                break;
        }
    }

    public sealed class ResetKeyInput
    {
        public string? UserId { get; set; }
        public string? Key { get; set; }
        public string? New { get; set; }
        public string? Again { get; set; }
    }
}
