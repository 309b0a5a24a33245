using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Messaging;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Messaging;

/// <summary>Where the composer of guidance saves itself while it is typed in.</summary>
public static class GuidanceDraftEndpoint
{
    public const string Address = "/provider/guidance/draft";

    public static WebApplication MapGuidanceDrafts(this WebApplication app)
    {
        // Reading the form from a parameter demands its antiforgery token.
        app.MapPost(Address, async ([FromForm] IFormCollection form, HttpContext http, SaveGuidanceDraft save, CancellationToken ct) =>
        {
            var saved = await save.RunAsync(new(CurrentActor.ProviderOf(http.User), GuidanceAddress.Read(form["Input.To"]), form["Input.Subject"].ToString(), form["Input.Body"].ToString()), ct);
            return saved is { } at ? Results.Ok(new DraftSaved(new DateTimeOffset(at))) : Results.UnprocessableEntity();
        }).RequireAuthorization(policy => policy.RequireRole(RoleNames.Provider));
        return app;
    }
}
