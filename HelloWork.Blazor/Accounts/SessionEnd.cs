using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace HelloWork.Blazor.Accounts;

/// <summary>When a sign-in ends by itself, and how somebody says that they are still there.</summary>
public static class SessionEnd
{
    /// <summary>Of the answers: how long is left, and whether one can stay beyond it.</summary>
    /// <param name="Left">Seconds.</param>
    public sealed record Answer(int Left, bool CanStay);

    /// <summary>The name of a file, so that no answer is taken for a page.</summary>
    public const string Path = "/account/session.json";

    /// <summary>Null: nobody is signed in by the portal's cookie.</summary>
    public static Answer? Of(HttpContext? http) =>
        http?.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult is { Succeeded: true, Properties: { ExpiresUtc: { } ends, IssuedUtc: { } issued } properties }
            ? Of(http, issued, ends, properties) : null;

    private static Answer Of(HttpContext http, DateTimeOffset issued, DateTimeOffset ends, AuthenticationProperties properties)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        // Past its half the cookie is handed out anew with this very answer; see ConfigureCookie.
        var idle = !http.IsLive() && now - issued > ends - now ? SessionCheck.Idle : ends - now;
        var longest = SessionCheck.LongestLeft(properties, now);
        return new((int)Math.Max(0, Math.Min(idle.TotalSeconds, longest.TotalSeconds)), longest > idle);
    }

    public static WebApplication MapSessionEnd(this WebApplication app)
    {
        // Asked by a page that stands open (X-Live): the question keeps nothing alive.
        app.MapGet(Path, (HttpContext http) => Results.Json(Of(http))).RequireAuthorization();
        // 続ける: a post with its token, so that no other site keeps anybody signed in.
        app.MapPost(Path, async (HttpContext http, IAntiforgery antiforgery) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            if (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme) is not { Succeeded: true } signedIn)
                return Results.StatusCode(StatusCodes.Status401Unauthorized);
            // When it began stays in the properties: nobody stays beyond the longest session.
            (signedIn.Properties.IssuedUtc, signedIn.Properties.ExpiresUtc) = (null, null);
            await http.SignInAsync(IdentityConstants.ApplicationScheme, signedIn.Principal, signedIn.Properties);
            var longest = SessionCheck.LongestLeft(signedIn.Properties, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
            return Results.Json(new Answer((int)Math.Min(SessionCheck.Idle.TotalSeconds, longest.TotalSeconds), longest > SessionCheck.Idle));
        }).RequireAuthorization();
        return app;
    }
}
