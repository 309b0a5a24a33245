using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Accounts;

/// <summary>ログイン: the domain checks user ID and password, this hands out the cookie.</summary>
public sealed class SignIn(CheckPassword check, SignInManager<Account> identity, UserManager<Account> users, PasswordGate gate)
{
    /// <returns>The account, signed in; null when the pair doesn't open one.</returns>
    public async Task<Account?> RunAsync(string userId, string password, CancellationToken ct)
    {
        if (await gate.PassAsync(() => check.RunAsync(userId, password, ct), ct) is not { } id)
            return null;

        var account = await users.FindByIdAsync(id.ToString());
        await identity.SignInAsync(account!, isPersistent: false);
        return account;
    }
}
