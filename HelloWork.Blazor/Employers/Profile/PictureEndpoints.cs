using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Jobs.Profiles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HelloWork.Blazor.Employers.Profile;

/// <summary>Serves the offices' pictures, as the picture they are and nothing else, for long once they are shown; and keeps their texts while they are typed.</summary>
public static class PictureEndpoints
{
    /// <summary>Where the office's texts keep themselves while they are typed.</summary>
    public const string Texts = "/employer/office/texts";

    public static string Of(Guid picture) => $"/pictures/{picture:N}";

    public static WebApplication MapOfficePictures(this WebApplication app)
    {
        app.MapGet("/pictures/{id:guid}", async (Guid id, HttpContext http, ClaimsPrincipal user, ReadOfficePicture read, CancellationToken ct) =>
        {
            var account = Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var known) ? known : (Guid?)null;
            if (await read.RunAsync(id, account, ct) is not { } picture)
                return Results.NotFound();
            http.Response.Headers.CacheControl = picture.IsShown ? "public, max-age=31536000, immutable" : "private, no-store";
            return Results.Bytes(picture.Bytes, picture.Type is PictureType.Png ? "image/png" : "image/jpeg");
        }).AllowAnonymous();
        app.MapPost(Texts, async ([FromForm] IFormCollection form, ClaimsPrincipal user, SaveOfficeTexts save, CancellationToken ct) =>
            await save.RunAsync(new(CurrentActor.EmployerOf(user), OfficePage.Read(form)), ct) is { } at ? Results.Ok(new DraftSaved(at)) : Results.UnprocessableEntity())
            .RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Employer });
        return app;
    }
}
