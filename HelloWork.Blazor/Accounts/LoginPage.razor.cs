using HelloWork.Blazor.Commands.Demo;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>ログイン</summary>
public sealed partial class LoginPage(SignIn signIn, AccountHome home, NavigationManager navigation, IHostEnvironment environment, IServiceProvider services)
{
    private readonly FormErrors errors = new();
    private IReadOnlyList<DemoPerson> people = [];

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "login")] private LoginInput? Input { get; set; }
    [SupplyParameterFromQuery(Name = "returnUrl")] private string? ReturnUrl { get; set; }

    [SupplyParameterFromQuery(Name = "next")] private string? Next { get; set; }
    [SupplyParameterFromQuery(Name = "reset")] private string? Reset { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        if (environment.IsDevelopment())
            people = await services.GetRequiredService<DemoPeople>().ListAsync(Http.RequestAborted);
    }

    private async Task SignInAsync()
    {
        if (string.IsNullOrWhiteSpace(Input!.UserId))
            errors.Add("Input.UserId", T["UserId.Missing"]);
        if (string.IsNullOrEmpty(Input.Password))
            errors.Add("Input.Password", T["Password.Missing"]);
        if (errors.Any)
            return;

        var returnUrl = IsOurs(ReturnUrl) ? ReturnUrl : null;
        var outcome = await signIn.RunAsync(Input.UserId!, Input.Password!, returnUrl, Http.RequestAborted);
        switch (outcome.Step)
        {
            case SignInStep.Done:
                navigation.NavigateTo(returnUrl ?? await home.OfAsync(outcome.Account!.Value, Http.RequestAborted));
                break;
            case SignInStep.Key:
                navigation.NavigateTo("/account/key");
                break;
            case SignInStep.SecondFactor:
                navigation.NavigateTo("/account/second");
                break;
            case SignInStep.SecondFactorSetup:
                navigation.NavigateTo("/account/second/setup");
                break;
            case SignInStep.WrongNetwork:
                errors.Add(T["Login.WrongNetwork"]);
                break;
            default:
                errors.Add(T["Login.Refused"]);
                break;
        }
    }

    /// <summary>Only an address of this portal is followed after signing in.</summary>
    internal static bool IsOurs(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) && !url.StartsWith("/account/", StringComparison.OrdinalIgnoreCase);

    public sealed class LoginInput
    {
        public string? UserId { get; set; }
        public string? Password { get; set; }
    }
}
