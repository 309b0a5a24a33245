using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.DirectRequests;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.DirectRequests;

/// <summary>Where the composer's form saves itself while it is typed in.</summary>
public static class RequestDraftEndpoint
{
    public static string Of(PublicNumber seeker) => $"/employer/seekers/{seeker}/request/draft";

    public static WebApplication MapRequestDrafts(this WebApplication app)
    {
        // Reading the form from a parameter demands its antiforgery token.
        app.MapPost("/employer/seekers/{number}/request/draft",
            async (string number, [FromForm] IFormCollection form, HttpContext http, SaveRequestDraft save, CancellationToken ct) =>
            {
                if (!PublicNumber.TryParse(number, out var seeker))
                    return Results.NotFound();
                JobNumber? job = JobNumber.TryParse(form["Input.Job"], out var chosen) ? chosen : null;
                var saved = await save.RunAsync(new(CurrentActor.EmployerOf(http.User), seeker, job, form["Input.Message"].ToString(), form.ContainsKey("Input.Agreed")), ct);
                return saved switch
                {
                    { SavedAt: { } at } => Results.Ok(new DraftSaved(new DateTimeOffset(at))),
                    { Refusal: DraftRefusal.SeekerNotShown } => Results.NotFound(),
                    _ => Results.UnprocessableEntity(),
                };
            })
            .RequireAuthorization(policy => policy.RequireRole(RoleNames.Employer));
        return app;
    }
}
