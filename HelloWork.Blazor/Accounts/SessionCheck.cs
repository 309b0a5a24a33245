using System.Globalization;
using System.Security.Claims;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace HelloWork.Blazor.Accounts;

/// <summary>
/// Asked at every click: is the account still enabled, does the session stand, and is the sign-in younger than the
/// longest one? So a disabled account is out everywhere at once, not after Identity's half hour.
/// </summary>
public static class SessionCheck
{
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);
    /// <summary>How long a sign-in lasts without a click.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    /// <summary>Which session a cookie belongs to.</summary>
    public const string SessionClaim = "session";
    private static readonly Role[] StaffRoles = [Role.Counselor, Role.BureauOfficer];
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
        if (await StandsAsync(context.HttpContext.RequestServices, context.Principal, context.Properties, context.HttpContext.RequestAborted, byClick: true) && IsWhereItMayBe(context.HttpContext, context.Principal!))
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>How long the sign-in can last at most, however busy its owner is.</summary>
    public static TimeSpan LongestLeft(AuthenticationProperties properties, DateTimeOffset now) =>
        properties.Items.TryGetValue(SignedInAt, out var at) && long.TryParse(at, out var ticks) ? TimeSpan.FromTicks(ticks) + LongestSession - TimeSpan.FromTicks(now.UtcTicks) : TimeSpan.Zero;

    /// <summary>Staff who carry their device out of the office are out (AC-04).</summary>
    private static bool IsWhereItMayBe(HttpContext http, ClaimsPrincipal user) =>
        http.RequestServices.GetRequiredService<StaffSettings>() is var staff && !Array.Exists(StaffRoles, role => user.IsInRole(RoleNames.Of(role)) && !staff.Admits(role, http.Connection.RemoteIpAddress));

    /// <summary>Asked again while a page stays connected.</summary>
    /// <param name="byClick">Somebody used the session; a page that asks by itself doesn't.</param>
    public static async Task<bool> StandsAsync(IServiceProvider services, ClaimsPrincipal? principal, AuthenticationProperties properties, CancellationToken ct, bool byClick = false)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        if (principal is not { } user || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return false;
        if (!properties.Items.TryGetValue(SignedInAt, out var at) || !long.TryParse(at, out var ticks) || clock.UtcNow().Ticks - ticks > LongestSession.Ticks)
            return false;

        var stampClaim = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        return Guid.TryParse(user.FindFirstValue(SessionClaim), out var session)
            && await services.GetRequiredService<UseSession>().RunAsync(new(session, id, user.FindFirstValue(stampClaim), byClick), ct);
    }
}
