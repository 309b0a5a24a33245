using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>2段階認証: the code after the password (AC-04).</summary>
public sealed partial class SecondFactorPage(HalfSignIn half, CheckSecondFactor check, SignIn signIn, AccountHome home, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private HalfSignIn.State? state;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "second")] private CodeInput? Input { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        state = await half.ReadAsync(Http.RequestAborted);
        if (state is not { Step: SignInStep.SecondFactor })
            navigation.NavigateTo("/account/login");
    }

    private async Task EnterAsync()
    {
        if (string.IsNullOrWhiteSpace(Input!.Code))
        {
            errors.Add("Input.Code", T["Second.Code.Missing"]);
            return;
        }
        if (await check.RunAsync(new(state!.Account, Input.Code), Http.RequestAborted) is { } refusal)
        {
            errors.Add("Input.Code", T[$"Second.Refused.{refusal}"]);
            return;
        }
        await signIn.CompleteAsync(state.Account, Http.RequestAborted);
        navigation.NavigateTo(state.ReturnUrl ?? await home.OfAsync(state.Account, Http.RequestAborted));
    }

    public sealed class CodeInput
    {
        public string? Code { get; set; }
    }
}
