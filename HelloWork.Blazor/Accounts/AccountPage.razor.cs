using HelloWork.Blazor.Controls;
using System.Security.Claims;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Accounts;

/// <summary>アカウント設定</summary>
public sealed partial class AccountPage(
    CurrentActor current, ViewAccount view, ChangePassword change, SignOutEverywhere everywhere, PasswordGate gate, SignIn signIn, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private ClaimsPrincipal? user;
    private AccountView? account;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "password")] private PasswordInput? Input { get; set; }
    [SupplyParameterFromQuery(Name = "changed")] private string? Changed { get; set; }

    [SupplyParameterFromQuery(Name = "failed")] private string? Failed { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        user = await current.UserAsync();
        account = await view.RunAsync(Id, Http.RequestAborted);
    }

    private async Task ChangeAsync()
    {
        if (string.IsNullOrEmpty(Input!.Current))
            errors.Add("Input.Current", T["Password.Current.Missing"]);
        if (string.IsNullOrEmpty(Input.New))
            errors.Add("Input.New", T["Password.New.Missing"]);
        else if (Input.New != Input.Again)
            errors.Add("Input.Again", T["Password.Again.Differs"]);
        if (errors.Any)
            return;

        var refusal = await gate.PassAsync(() => change.RunAsync(new(Id, Input.Current!, Input.New!), Http.RequestAborted), Http.RequestAborted);
        if (refusal is { } no)
        {
            errors.Add(no is PasswordRefusal.CurrentWrong ? "Input.Current" : "Input.New", T[$"Refused.{no}", PasswordRules.ShortestLength, PasswordRules.LongestLength]);
            return;
        }

        // The change ended every sign-in; this one goes on under the new stamp.
        await signIn.CarryAsync(Id, Here);
        navigation.NavigateTo("/account?changed=password");
    }

    private async Task SignOutEverywhereAsync()
    {
        await everywhere.RunAsync(Id, Http.RequestAborted);
        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
        navigation.NavigateTo("/account/login");
    }

    private Guid Id => Guid.Parse(user!.FindFirstValue(ClaimTypes.NameIdentifier)!);

    private Guid Here => Guid.Parse(user!.FindFirstValue(SessionCheck.SessionClaim)!);

    public sealed class PasswordInput
    {
        public string? Current { get; set; }
        public string? New { get; set; }
        public string? Again { get; set; }
    }
}
