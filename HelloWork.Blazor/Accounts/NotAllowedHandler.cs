using HelloWork.Domain.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Accounts;

/// <summary>The domain refused who acts (disabled, closed, another office): the sign-in no longer stands for anything, so it ends.</summary>
public sealed class NotAllowedHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (exception is not NotAllowedException || context.Response.HasStarted)
            return false;
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        context.Response.Redirect("/account/login");
        return true;
    }
}
