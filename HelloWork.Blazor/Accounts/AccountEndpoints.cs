using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Notifications;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Accounts;

public static class AccountEndpoints
{
    /// <summary>Signing out is a form post with its token: no link of another site signs anyone out.</summary>
    public static WebApplication MapPortalAccounts(this WebApplication app)
    {
        app.MapPost("/account/logout", async (HttpContext http, IAntiforgery antiforgery, SignInManager<Account> identity,
            UserManager<Account> users, IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, CancellationToken ct) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            if (Guid.TryParse(users.GetUserId(http.User), out var account))
                await contexts.WriteAsync(async db =>
                {
                    var now = clock.UtcNow();
                    db.Record(now, account, "SignOut", nameof(Account), account);
                    // This browser's other pages ask for themselves anew and find no sign-in.
                    await db.SignalAsync([LiveTopic.Account(account)], now, ct);
                    return true;
                }, ct);
            await identity.SignOutAsync();
            // What the browser kept of signed-in pages goes too.
            http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
            return Results.LocalRedirect("/");
        });
        return app;
    }
}
