using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>メールアドレスの変更: confirmed at both addresses.</summary>
public sealed partial class AccountEmail(ChangeEmail change, PasswordGate gate, NavigationManager navigation)
{
    private readonly FormErrors askErrors = new();
    private readonly FormErrors confirmErrors = new();

    [Parameter, EditorRequired] public AccountView Account { get; set; } = default!;
    [Parameter, EditorRequired] public Guid Id { get; set; }
    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "email-ask")] private AskInput? Asking { get; set; }
    [SupplyParameterFromForm(FormName = "email-confirm")] private ConfirmInput? Confirming { get; set; }

    protected override void OnParametersSet()
    {
        Asking ??= new();
        Confirming ??= new();
    }

    private async Task AskAsync()
    {
        if (EmailAddress.Read(Asking!.NewEmail) is null)
            askErrors.Add("Asking.NewEmail", T["Register.Refused.EmailInvalid"]);
        if (string.IsNullOrEmpty(Asking.EmailPassword))
            askErrors.Add("Asking.EmailPassword", T["Password.Current.Missing"]);
        if (askErrors.Any)
            return;

        var command = new ChangeEmail.Ask(Id, Asking.EmailPassword!, Asking.NewEmail!);
        if (await gate.PassAsync(() => change.RunAsync(command, Http.RequestAborted), Http.RequestAborted) is { } refusal)
            askErrors.Add(refusal is EmailRefusal.PasswordWrong ? "Asking.EmailPassword" : "Asking.NewEmail", T[$"Email.Refused.{refusal}"]);
        else
            navigation.NavigateTo("/account?changed=email-asked");
    }

    private async Task ConfirmAsync()
    {
        var entry = await change.RunAsync(new ChangeEmail.Confirm(Id, Confirming!.OldKey, Confirming.NewKey ?? ""), Http.RequestAborted);
        if (entry.Entry.Refusal is { } refusal)
            confirmErrors.Add(entry.Which is KeyPurpose.EmailChangeOld ? "Confirming.OldKey" : "Confirming.NewKey", T[$"Email.Key.{refusal}", entry.Entry.TriesLeft]);
        else
            navigation.NavigateTo("/account?changed=email");
    }

    public sealed class AskInput
    {
        public string? NewEmail { get; set; }
        public string? EmailPassword { get; set; }
    }

    public sealed class ConfirmInput
    {
        public string? OldKey { get; set; }
        public string? NewKey { get; set; }
    }
}
