using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Messaging;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Messaging;

/// <summary>Where replies of either side save themselves while they are typed.</summary>
public static class ConversationDraftEndpoints
{
    public static string OfSeeker(ConversationId conversation) => $"/provision/messages/{conversation}/draft";

    public static string OfProvider(ConversationId conversation) => $"/provider/messages/{conversation}/draft";

    public static WebApplication MapConversationDrafts(this WebApplication app)
    {
        // Reading the form from a parameter demands its antiforgery token.
        app.MapPost("/provision/messages/{id}/draft", async (ConversationId id, [FromForm] IFormCollection form, HttpContext http, SaveProvisionDraft save, CancellationToken ct) =>
                Answer(await save.RunAsync(new SaveProvisionDraft.BySeeker(CurrentActor.ProvisionOf(http.User), id, form["Input.Body"].ToString()), ct)))
            .RequireAuthorization(policy => policy.RequireRole(RoleNames.Seeker));
        app.MapPost("/provider/messages/{id}/draft", async (ConversationId id, [FromForm] IFormCollection form, HttpContext http, SaveProvisionDraft save, CancellationToken ct) =>
                Answer(await save.RunAsync(new SaveProvisionDraft.ByProvider(CurrentActor.ProviderOf(http.User), id, form["Input.Body"].ToString()), ct)))
            .RequireAuthorization(policy => policy.RequireRole(RoleNames.Provider));
        return app;
    }

    private static IResult Answer(SaveProvisionDraft.Result saved) => saved switch
    {
        { SavedAt: { } at } => Results.Ok(new DraftSaved(new DateTimeOffset(at))),
        { NoRoom: true } => Results.UnprocessableEntity(),
        _ => Results.NotFound(),
    };
}
