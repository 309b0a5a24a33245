using HelloWork.Blazor.Accounts;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Providers;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Messaging;

/// <summary>Where a block is set and lifted, from whatever page the button stands on (MS-05).</summary>
public static class BlockEndpoint
{
    public static string Of(ProviderId provider) => $"/provision/blocks/{provider}";

    public static WebApplication MapProviderBlocks(this WebApplication app)
    {
        // Reading the form from a parameter demands its antiforgery token.
        app.MapPost("/provision/blocks/{provider}", async (ProviderId provider, [FromForm] bool block, [FromForm] string? back, HttpContext http, BlockProvider set, LiftBlock lift, CancellationToken ct) =>
            {
                var seeker = CurrentActor.ProvisionOf(http.User);
                if (!(block ? await set.RunAsync(new(seeker, provider), ct) : await lift.RunAsync(new(seeker, provider), ct)) && block)
                    return Results.NotFound();
                return Results.LocalRedirect(Told(back, block ? "blocked" : "lifted", provider));
            })
            .RequireAuthorization(policy => policy.RequireRole(RoleNames.Seeker));
        // Somebody had to sign in in between: nothing was done, and the inbox says so with the button.
        app.MapGet("/provision/blocks/{provider}", (ProviderId provider) => Results.LocalRedirect(Told(null, "unsent", provider))).RequireAuthorization(policy => policy.RequireRole(RoleNames.Seeker));
        return app;
    }

    /// <summary>The page it came from, with what was done; only pages of the provision site are gone back to.</summary>
    private static string Told(string? back, string done, ProviderId provider)
    {
        var path = back is not null && back.StartsWith("/provision/", StringComparison.Ordinal) && !back.Any(char.IsControl) && !back.Contains('\\') ? back : InboxAddress.Path;
        var (page, query) = path.Split('#')[0].Split('?', 2) is [var p, var q] ? (p, q) : (path.Split('#')[0].Split('?')[0], "");
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith("done=", StringComparison.OrdinalIgnoreCase) && !part.StartsWith("about=", StringComparison.OrdinalIgnoreCase));
        return $"{page}?{string.Join('&', kept.Append($"done={done}").Append($"about={provider}"))}";
    }
}
