using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs.Drafting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Employers.Drafting;

/// <summary>What the steps' script asks for while somebody types: the draft's keeping, and how it will look on the card.</summary>
public static class JobDraftEndpoints
{
    public static WebApplication MapJobDrafts(this WebApplication app)
    {
        var employers = new AuthorizeAttribute { Roles = RoleNames.Employer };
        app.MapPost("/employer/jobs/drafts/{draft}/{word}/save", async (string draft, string word, bool? begins, [FromForm] IFormCollection form, ClaimsPrincipal user, SaveJobDraft save, CancellationToken ct) =>
        {
            if (!JobDraftId.TryParse(draft, null, out var id) || !JobDraftWords.TryParse(word, out var step))
                return Results.NotFound();
            return await save.RunAsync(new(CurrentActor.EmployerOf(user), id, step, JobDraftInput.Read(form), begins ?? false), ct) switch
            {
                { SavedAt: { } at } => Results.Ok(new DraftSaved(new DateTimeOffset(at))),
                { Refusal: SaveJobDraftRefusal.NotFound } => Results.NotFound(),
                _ => Results.UnprocessableEntity(),
            };
        }).RequireAuthorization(employers);
        app.MapGet("/employer/jobs/drafts/{draft}/{word}/preview", async Task<IResult> (string draft, string word, ClaimsPrincipal user, ReadJobDraft read, CancellationToken ct) =>
            JobDraftId.TryParse(draft, null, out var id) && JobDraftWords.TryParse(word, out var step) && await read.RunAsync(new(CurrentActor.EmployerOf(user), id), ct) is { } view
                ? new RazorComponentResult<JobStepPreview>(new { view.Card, Step = step }) : Results.NotFound()).RequireAuthorization(employers);
        return app;
    }
}
