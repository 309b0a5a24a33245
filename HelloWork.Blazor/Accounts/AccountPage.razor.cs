using HelloWork.Blazor.Controls;
using System.Security.Claims;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Accounts;

/// <summary>アカウント設定</summary>
public sealed partial class AccountPage(
    CurrentActor current, ChangePassword change, SignOutEverywhere everywhere, PasswordGate gate, SignInManager<Account> identity,
    UserManager<Account> users, NavigationManager navigation)
{
    private readonly FormErrors errors = new();
    private ClaimsPrincipal? user;
    private bool hasNoArea;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromForm(FormName = "password")] private PasswordInput? Input { get; set; }
    [SupplyParameterFromQuery(Name = "changed")] private string? Changed { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new();
        user = await current.UserAsync();
        // Providers and staff: the account is there, the pages of their work aren't yet.
        hasNoArea = !user.IsInRole(RoleNames.Seeker) && !user.IsInRole(RoleNames.Employer);
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

        var refusal = await gate.PassAsync(() => change.RunAsync(new(AccountId, Input.Current!, Input.New!), Http.RequestAborted), Http.RequestAborted);
        if (refusal is { } no)
        {
            errors.Add(no is PasswordRefusal.CurrentWrong ? "Input.Current" : "Input.New", T[$"Refused.{no}", PasswordRules.ShortestLength, PasswordRules.LongestLength]);
            return;
        }

        // The change ended every session; this one goes on under the new stamp.
        var account = await users.FindByIdAsync(AccountId.ToString());
        await identity.SignInAsync(account!, isPersistent: false);
        navigation.NavigateTo("/account?changed=1");
    }

    private async Task SignOutEverywhereAsync()
    {
        await everywhere.RunAsync(AccountId, Http.RequestAborted);
        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
        navigation.NavigateTo("/account/login");
    }

    private Guid AccountId => Guid.Parse(user!.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public sealed class PasswordInput
    {
        public string? Current { get; set; }
        public string? New { get; set; }
        public string? Again { get; set; }
    }
}
