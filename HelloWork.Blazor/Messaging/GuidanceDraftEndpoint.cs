using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Messaging;
using HelloWork.Domain.Seekers.Provision;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Messaging;

/// <summary>Where the composer of guidance saves itself while it is typed in.</summary>
public static class GuidanceDraftEndpoint
{
    /// <summary>In the address, for what was begun for nobody in particular.</summary>
    private const string Nobody = "-";

    /// <param name="asked">Whom it was begun for: each such composer keeps its own.</param>
    public static string Of(IReadOnlyCollection<AliasNumber> asked) => $"/provider/guidance/draft/{(asked.Count == 0 ? Nobody : GuidanceDraft.KeyOf(asked))}";

    public static string Discard(IReadOnlyCollection<AliasNumber> asked) => $"{Of(asked)}/discard";

    public static WebApplication MapGuidanceDrafts(this WebApplication app)
    {
        // Reading the form from a parameter demands its antiforgery token.
        app.MapPost("/provider/guidance/draft/{to}", async (string to, [FromForm] IFormCollection form, HttpContext http, SaveGuidanceDraft save, CancellationToken ct) =>
        {
            var saved = await save.RunAsync(new(CurrentActor.ProviderOf(http.User), GuidanceAddress.Read(form["Input.To"]), form["Input.Subject"].ToString(), form["Input.Body"].ToString(), Asked(to)), ct);
            return saved is { } at ? Results.Ok(new DraftSaved(new DateTimeOffset(at))) : Results.UnprocessableEntity();
        }).RequireAuthorization(policy => policy.RequireRole(RoleNames.Provider));
        app.MapPost("/provider/guidance/draft/{to}/discard", async (string to, [FromForm] string? back, HttpContext http, DiscardGuidanceDraft discard, CancellationToken ct) =>
        {
            await discard.RunAsync(new(CurrentActor.ProviderOf(http.User), Asked(to)), ct);
            return Results.LocalRedirect(LoginPage.IsOurs(back) ? back! : GuidanceAddress.Compose);
        }).RequireAuthorization(policy => policy.RequireRole(RoleNames.Provider));
        return app;
    }

    private static IReadOnlyList<AliasNumber> Asked(string to) => GuidanceAddress.Read(to.Split(','));
}
