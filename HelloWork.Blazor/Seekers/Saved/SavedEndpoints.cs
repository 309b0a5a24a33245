using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers.Saved;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace HelloWork.Blazor.Seekers.Saved;

/// <summary>Where jobs are saved, from whatever page the button stands on, and where mails are stopped.</summary>
public static class SavedEndpoints
{
    public static WebApplication MapSavedJobs(this WebApplication app)
    {
        // Reading the form from parameters demands its antiforgery token.
        // Before the page of the same address.
        app.MapPost("/seeker/saved/jobs/{number}", async (string number, [FromForm] string? keep, [FromForm] string? drop, [FromForm] string? back, HttpContext http, SaveJob save, RemoveSavedJob remove, CancellationToken ct) =>
            {
                if (keep is null && drop is null || !JobNumber.TryParse(number, out var job))
                    return Results.NotFound();
                var seeker = CurrentActor.SeekerOf(http.User);
                if (keep is null)
                {
                    await remove.RunAsync(new(seeker, job), ct);
                    return Results.LocalRedirect(SavedAddress.Back(back, "gone", job));
                }
                return Results.LocalRedirect(await save.RunAsync(new(seeker, job), ct) switch
                {
                    null => SavedAddress.Back(back, "kept", job),
                    SaveJobRefusal.TooMany => SavedAddress.Back(null, "full", job),
                    _ => SavedAddress.Back(null, "missing", job),
                });
            })
            .RequireAuthorization(policy => policy.RequireRole(RoleNames.Seeker))
            .WithOrder(-1);

        // RFC 8058: a mail program posts here by itself, without cookies, token or sign-in; the key is the right to do it. The page of the
        // same address shows the button, and posts here too. Before the page in order, which takes posts like every page.
        app.MapPost("/alerts/stop/{key}", async (string key, HttpContext http, StopSearchAlert stop, CancellationToken ct) =>
            {
                var known = await stop.RunAsync(key, ct);
                var byItself = http.Request.HasFormContentType && (await http.Request.ReadFormAsync(ct))["List-Unsubscribe"] == "One-Click";
                return !known ? Results.NotFound() : byItself ? Results.Ok() : Results.LocalRedirect($"{SavedAddress.Stop(key)}?done=1");
            })
            .WithOrder(-1);
        // The key that stopped them takes that back, and only that.
        app.MapPost("/alerts/stop/{key}/undo", async (string key, ResumeSearchAlert resume, CancellationToken ct) =>
            await resume.RunAsync(key, ct) ? Results.LocalRedirect($"{SavedAddress.Stop(key)}?done=again") : Results.NotFound());
        return app;
    }
}
