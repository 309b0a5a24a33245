using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Jobs.Checking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Jobs.Desk;

/// <summary>Where a counselor's comments keep themselves while they are typed.</summary>
public static class DeskJobEndpoints
{
    private const string Before = "Input.Comment[";

    public static string CommentsOf(JobNumber job) => $"/desk/jobs/{job}/comments";

    public static WebApplication MapJobChecks(this WebApplication app)
    {
        app.MapPost("/desk/jobs/{number}/comments", async (string number, [FromForm] IFormCollection form, ClaimsPrincipal user, SaveCheckComments save, CancellationToken ct) =>
        {
            if (!JobNumber.TryParse(number, out var job))
                return Results.NotFound();
            return await save.RunAsync(new(CurrentActor.CounselorOf(user), job, Read(form)), ct) switch
            {
                { SavedAt: { } at } => Results.Ok(new DraftSaved(new DateTimeOffset(at))),
                { Refusal: CheckRefusal.NotFound } => Results.NotFound(),
                _ => Results.UnprocessableEntity(),
            };
        }).RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Counselor });
        return app;
    }

    public static JobComments Read(IFormCollection form) => new(form
        .Where(f => f.Key.StartsWith(Before, StringComparison.Ordinal) && f.Key.EndsWith(']'))
        .Select(f => KeyValuePair.Create(f.Key[Before.Length..^1], f.Value.ToString().ReplaceLineEndings("\n")))
        .Where(f => f.Value.Trim().Length > 0).ToDictionary());
}
