using System.Security.Claims;
using HelloWork.Blazor.Shell;

namespace HelloWork.Blazor.Live;

public static class LiveSetup
{
    /// <summary>Open pages hear of changes (MS-08).</summary>
    public static WebApplicationBuilder AddPortalLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Live").Get<LiveSettings>() ?? new());
        builder.Services.AddSingleton<LiveListeners>();
        builder.Services.AddSingleton<LiveStream>();
        builder.Services.AddScoped<LiveWatch>();
        builder.Services.AddHostedService<LiveReader>();
        return builder;
    }

    public static WebApplication MapPortalLive(this WebApplication app)
    {
        app.MapGet(LiveRequests.Path, (HttpContext http, string? t, LiveGrants grants, LiveListeners listeners, LiveStream stream) =>
        {
            // Plain answers, no error pages: a script reads them.
            if (!Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
                return Refuse(StatusCodes.Status401Unauthorized);
            if (grants.Open(t) is not { } grant || grant.Account != account)
                return Refuse(StatusCodes.Status403Forbidden);
            if (listeners.Add(grant) is not { } listener)
                return Refuse(StatusCodes.Status429TooManyRequests);
            http.Response.RegisterForDispose(listener);
            return TypedResults.ServerSentEvents(stream.OpenAsync(listener, http));
        });
        return app;
    }

    private static IResult Refuse(int status) => TypedResults.Text("", statusCode: status);
}
