using System.Globalization;
using System.Security.Claims;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HelloWork.Blazor.Accounts;

/// <summary>
/// Asked at every click: is the account still enabled, is its stamp still the one of this sign-in, and is the sign-in younger than the
/// longest session? So a disabled account is out everywhere at once, not after Identity's half hour.
/// </summary>
public static class SessionCheck
{
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);
    private const string SignedInAt = "signed_in_at";

    public static Task StampAsync(CookieSigningInContext context)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        context.Properties.Items.TryAdd(SignedInAt, clock.UtcNow().Ticks.ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public static async Task RunAsync(CookieValidatePrincipalContext context)
    {
        // Style sheets and scripts are the same for everyone.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;
        if (await StandsAsync(context.HttpContext.RequestServices, context.Principal, context.Properties, context.HttpContext.RequestAborted))
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>Asked again while a page stays connected.</summary>
    public static async Task<bool> StandsAsync(IServiceProvider services, ClaimsPrincipal? principal, AuthenticationProperties properties, CancellationToken ct)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        if (principal is not { } user || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return false;
        if (!properties.Items.TryGetValue(SignedInAt, out var at) || !long.TryParse(at, out var ticks) || clock.UtcNow().Ticks - ticks > LongestSession.Ticks)
            return false;

        var stampClaim = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        var stamp = user.FindFirstValue(stampClaim);
        await using var db = await services.GetRequiredService<IDbContextFactory<HelloWorkDbContext>>().CreateDbContextAsync(ct);
        return await db.Users.AnyAsync(a => a.Id == id && a.SecurityStamp == stamp && a.DisabledAt == null && a.ActivatedAt != null, ct);
    }
}
