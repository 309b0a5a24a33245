using HelloWork.Blazor.Commands.Demo;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Accounts;

/// <summary>ログイン</summary>
public sealed partial class LoginPage(SignIn signIn, NavigationManager navigation, IHostEnvironment environment, IServiceProvider services)
{
    private readonly FormErrors errors = new();
    private IReadOnlyList<DemoPerson> people = [];

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "login")] private LoginInput? Input { get; set; }
    [SupplyParameterFromQuery(Name = "returnUrl")] private string? ReturnUrl { get; set; }

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

        var account = await signIn.RunAsync(Input.UserId!, Input.Password!, Http.RequestAborted);
        if (account is null)
            errors.Add(T["Login.Refused"]);
        else
            navigation.NavigateTo(IsOurs(ReturnUrl) ? ReturnUrl! : HomeOf(account.Role));
    }

    /// <summary>Only an address of this portal is followed after signing in.</summary>
    private static bool IsOurs(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) && !url.StartsWith("/account/", StringComparison.OrdinalIgnoreCase);

    private static string HomeOf(Role role) => role switch
    {
        Role.Seeker => "/seeker",
        Role.Employer => "/employer",
        Role.Provider => "/provider",
        _ => "/account",
    };

    public sealed class LoginInput
    {
        public string? UserId { get; set; }
        public string? Password { get; set; }
    }
}
