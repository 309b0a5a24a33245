using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>パスワードの再発行 (AC-03): the same answer whether or not user ID and address belong together.</summary>
public sealed partial class ResetPage(AskForPasswordReissue ask, NavigationManager navigation)
{
    private readonly FormErrors errors = new();

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "reset")] private ResetInput? Input { get; set; }

    protected override void OnInitialized() => Input ??= new();

    private async Task AskAsync()
    {
        if (string.IsNullOrWhiteSpace(Input!.UserId))
            errors.Add("Input.UserId", T["UserId.Missing"]);
        if (string.IsNullOrWhiteSpace(Input.Email))
            errors.Add("Input.Email", T["Register.Email.Missing"]);
        else if (EmailAddress.Read(Input.Email) is null)
            errors.Add("Input.Email", T["Register.Refused.EmailInvalid"]);
        if (errors.Any)
            return;

        if (await ask.RunAsync(new(Input.UserId!, Input.Email!, Http.Network()), Http.RequestAborted) is { } refusal)
            errors.Add(T[$"Reissue.Refused.{refusal}"]);
        else
            navigation.NavigateTo("/account/reset/key?sent=1");
    }

    public sealed class ResetInput
    {
        public string? UserId { get; set; }
        public string? Email { get; set; }
    }
}
