using System.Security.Claims;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Accounts;

/// <summary>
/// The domain refused who acts (disabled, closed, another office): the sign-in no longer stands for anything, so it ends. A seeker who uses
/// the provision site alone is led to the button that opens MyPage (AC-05).
/// </summary>
public sealed class NotAllowedHandler(IDbContextFactory<HelloWorkDbContext> contexts) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (exception is not NotAllowedException || context.Response.HasStarted)
            return false;
        if (context.Features.Get<IExceptionHandlerPathFeature>()?.Path is { } path && path.StartsWith("/seeker", StringComparison.OrdinalIgnoreCase) && await LacksOnlyMyPageAsync(context.User, ct))
        {
            context.Response.Redirect("/account/register");
            return true;
        }
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        context.Response.Redirect("/account/login?next=ended");
        return true;
    }

    private async Task<bool> LacksOnlyMyPageAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
            return false;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Seekers.AnyAsync(s => s.AccountId == account && db.Users.Any(a => a.Id == s.AccountId && a.DisabledAt == null && a.ActivatedAt != null), ct)
            && !await db.Seekers.WithMyPage().AnyAsync(s => s.AccountId == account, ct);
    }
}
