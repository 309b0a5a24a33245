using System.Security.Claims;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Accounts;

/// <summary>
/// パスキー: what passkeys.js asks for (challenges, as JSON) and posts (the browser's answers). Identity checks the answers; whether the
/// account may sign in, and what its owner is told, stays the domain's.
/// </summary>
public static class PasskeyEndpoints
{
    public static void MapPasskeys(this WebApplication app)
    {
        app.MapPost("/account/passkey/options", OptionsAsync).RequireAuthorization();
        app.MapPost("/account/passkey/add", AddAsync).RequireAuthorization();
        app.MapPost("/account/passkey/request", RequestAsync);
        app.MapPost("/account/passkey/sign-in", SignInAsync);
    }

    private static async Task<IResult> OptionsAsync(HttpContext http, IAntiforgery antiforgery, SignInManager<Account> identity, UserManager<Account> users)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || await users.GetUserAsync(http.User) is not { } account)
            return Results.BadRequest();
        var options = await identity.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.UserName!, DisplayName = account.DisplayName });
        return Results.Text(options, "application/json");
    }

    private static async Task<IResult> AddAsync(HttpContext http, IAntiforgery antiforgery, SignInManager<Account> identity, UserManager<Account> users, ChangePasskeys change, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || !Guid.TryParse(users.GetUserId(http.User), out var account))
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(ct);
        var attestation = await identity.PerformPasskeyAttestationAsync(form["credential"].ToString());
        if (!attestation.Succeeded || attestation.UserEntity.Id != account.ToString())
            return Results.LocalRedirect("/account?failed=passkey");
        var name = form["name"].ToString().Trim();
        attestation.Passkey.Name = name is { Length: 0 or > ChangePasskeys.LongestName } ? null : name;
        var added = await change.RunAsync(new ChangePasskeys.Add(account, attestation.Passkey), ct);
        return Results.LocalRedirect(added ? "/account?changed=passkey-added" : "/account?failed=passkey");
    }

    private static async Task<IResult> RequestAsync(HttpContext http, IAntiforgery antiforgery, SignInManager<Account> identity) =>
        // For nobody in particular: it must not tell whose passkeys there are.
        await antiforgery.IsRequestValidAsync(http) ? Results.Text(await identity.MakePasskeyRequestOptionsAsync(null), "application/json") : Results.BadRequest();

    /// <summary>A passkey proves the device and, by PIN or finger, its owner: it stands for password and second factor.</summary>
    private static async Task<IResult> SignInAsync(HttpContext http, IAntiforgery antiforgery, SignInManager<Account> identity, ChangePasskeys passkeys, SignIn signIn, AccountHome home, StaffSettings staff, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(ct);
        var assertion = await identity.PerformPasskeyAssertionAsync(form["credential"].ToString());
        if (!assertion.Succeeded || !assertion.User.CanSignIn || !staff.Admits(assertion.User.Role, http.Connection.RemoteIpAddress))
            return Results.LocalRedirect("/account/login?next=passkey");
        await passkeys.RunAsync(new ChangePasskeys.Use(assertion.User.Id, assertion.Passkey), ct);
        await signIn.CompleteAsync(assertion.User.Id, ct);
        var back = form["returnUrl"].ToString();
        return Results.LocalRedirect(LoginPage.IsOurs(back) ? back : await home.OfAsync(assertion.User.Id, ct));
    }
}
