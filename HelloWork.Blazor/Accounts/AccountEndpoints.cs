using System.Security.Claims;
using HelloWork.Domain.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Accounts;

public static class AccountEndpoints
{
    /// <summary>Signing out is a form post with its token: no link of another site signs anyone out.</summary>
    public static WebApplication MapPortalAccounts(this WebApplication app)
    {
        app.MapPost("/account/logout", async (HttpContext http, IAntiforgery antiforgery, SignInManager<Account> identity,
            UserManager<Account> users, EndSession end, CancellationToken ct) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            if (Guid.TryParse(users.GetUserId(http.User), out var account) && Guid.TryParse(http.User.FindFirstValue(SessionCheck.SessionClaim), out var session))
                await end.RunAsync(new EndSession.One(account, session), ct);
            await identity.SignOutAsync();
            // What the browser kept of signed-in pages goes too.
            http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
            return Results.LocalRedirect("/");
        });
        app.MapSessionEnd();
        app.MapPasskeys();
        return app;
    }
}
