using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Desk;

/// <summary>Where notes and answers of the desk keep themselves while they are typed.</summary>
public static class DeskDraftEndpoints
{
    private const string Field = ".Text";

    public static string UrlOf(DeskDraftForm form, Guid record) => $"/desk/drafts/{form}/{record}";

    public static WebApplication MapDeskDrafts(this WebApplication app)
    {
        app.MapPost("/desk/drafts/{form}/{record:guid}", async (string form, Guid record, [FromForm] IFormCollection fields, ClaimsPrincipal user, SaveDeskDraft save, CancellationToken ct) =>
        {
            if (!Enum.TryParse<DeskDraftForm>(form, out var kind) || form != kind.ToString())
                return Results.NotFound();
            // Each of these forms has one text.
            var text = fields.FirstOrDefault(f => f.Key.EndsWith(Field, StringComparison.Ordinal)).Value.ToString();
            return await save.RunAsync(new(CurrentActor.CounselorOf(user), kind, record, text), ct) is { } at
                ? Results.Ok(new DraftSaved(at) { Whole = OnlyText(fields) }) : Results.UnprocessableEntity();
        }).RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Counselor });
        return app;
    }

    // Days and choices beside the text stay in the tab.
    private static bool OnlyText(IFormCollection fields) => fields.All(f => f.Key.StartsWith('_') || f.Key.EndsWith(Field, StringComparison.Ordinal) || f.Value.ToString().Length == 0);
}
