using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Oversight;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Oversight;

/// <summary>Where an answer to an order saves itself while it is typed.</summary>
public static class ReceivedOrderEndpoint
{
    public static string Draft(CorrectionOrderId order) => $"/provider/order/{order}/draft";

    public static WebApplication MapOrderDrafts(this WebApplication app)
    {
        // Reading the form from a parameter demands its antiforgery token.
        app.MapPost("/provider/order/{id}/draft", async (CorrectionOrderId id, [FromForm] IFormCollection form, HttpContext http, AnswerOrder answer, CancellationToken ct) =>
                await answer.RunAsync(new AnswerOrder.Draft(CurrentActor.ProviderOf(http.User), id, form["Input.Body"].ToString()), ct) is { } at 
                    ? Results.Ok(new DraftSaved(new DateTimeOffset(at))) : AnswerOrder.CanKeep(form["Input.Body"].ToString()) ? Results.NotFound() : Results.UnprocessableEntity())
            .RequireAuthorization(policy => policy.RequireRole(RoleNames.Provider));
        return app;
    }
}
