using System.Security.Claims;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>2段階認証の設定: from the account's settings, or in the middle of a sign-in where it is required (AC-04).</summary>
public sealed partial class SecondFactorSetupPage(HalfSignIn halfSignIn, SetUpSecondFactor setUp, SignIn signIn, AccountHome home, CurrentActor current, PasswordGate gate, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private Guid account;
    private bool half;
    private string? secret;
    private string address = "";
    private string after = "/account";
    private IReadOnlyList<string>? codes;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "setup")] private SetupInput? Input { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        var user = await current.UserAsync();
        if (Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out account))
        {
            // Signed in: the password is asked with the code.
        }
        else if (await halfSignIn.ReadAsync(Http.RequestAborted) is { Step: SignInStep.SecondFactorSetup } state)
        {
            (account, half) = (state.Account, true);
        }
        else
        {
            navigation.NavigateTo("/account/login");
            return;
        }
        secret = await setUp.RunAsync(new SetUpSecondFactor.Begin(account), Http.RequestAborted);
        if (secret is not null)
            address = Totp.Address(secret, T["Setup.Issuer"], user.Identity?.Name ?? T["Account.Title"]);
    }

    private async Task ConfirmAsync()
    {
        if (!half && string.IsNullOrEmpty(Input!.Password))
            errors.Add("Input.Password", T["Password.Current.Missing"]);
        if (string.IsNullOrWhiteSpace(Input!.Code))
            errors.Add("Input.Code", T["Second.Code.Missing"]);
        if (errors.Any)
            return;

        var result = await gate.PassAsync(() => setUp.RunAsync(new SetUpSecondFactor.Confirm(account, half ? null : Input.Password, Input.Code!), Http.RequestAborted), Http.RequestAborted);
        if (result.Refusal is { } refusal)
        {
            errors.Add(refusal is SecondFactorRefusal.PasswordWrong ? "Input.Password" : "Input.Code", T[$"Second.Refused.{refusal}"]);
            return;
        }
        codes = result.RecoveryCodes;
        if (!half)
            return;
        await signIn.CompleteAsync(account, Http.RequestAborted);
        after = await home.OfAsync(account, Http.RequestAborted);
    }

    /// <summary>In fours, as it is typed into an app.</summary>
    private static string Grouped(string secret) => string.Join(' ', secret.Chunk(4).Select(group => new string(group)));

    public sealed class SetupInput
    {
        public string? Password { get; set; }
        public string? Code { get; set; }
    }
}
