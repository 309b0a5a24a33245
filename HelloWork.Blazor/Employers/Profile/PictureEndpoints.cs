using System.Security.Claims;
using HelloWork.Domain.Jobs.Profiles;

namespace HelloWork.Blazor.Employers.Profile;

/// <summary>Serves the offices' pictures: as the picture they are and nothing else, for long once they are shown.</summary>
public static class PictureEndpoints
{
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
        return app;
    }
}
