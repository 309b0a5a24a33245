using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Shell;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Applications.Documents;
using Microsoft.AspNetCore.Authorization;

namespace HelloWork.Blazor.Applications;

/// <summary>Hands out 応募書類: as a download, never to be shown in the portal's own name, and kept by no cache.</summary>
public static class DocumentEndpoints
{
    public static string Of(Guid document, bool employer) => $"/{(employer ? "employer" : "seeker")}/documents/{document}";

    public static WebApplication MapApplicationDocuments(this WebApplication app)
    {
        app.MapGet("/seeker/documents/{id:guid}", async (Guid id, HttpContext http, ClaimsPrincipal user, ReadApplicationDocument read, CancellationToken ct) =>
            File(http, await read.RunAsync(new ReadApplicationDocument.BySeeker(CurrentActor.SeekerOf(user), id), ct))).RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Seeker }).WithMetadata(new Sandboxed());
        app.MapGet("/employer/documents/{id:guid}", async (Guid id, HttpContext http, ClaimsPrincipal user, ReadApplicationDocument read, CancellationToken ct) =>
            File(http, await read.RunAsync(new ReadApplicationDocument.ByEmployer(CurrentActor.EmployerOf(user), id), ct))).RequireAuthorization(new AuthorizeAttribute { Roles = RoleNames.Employer }).WithMetadata(new Sandboxed());
        return app;
    }

    private static IResult File(HttpContext http, DocumentFile? file)
    {
        if (file is null)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(file.Bytes, file.Type switch { DocumentType.Pdf => "application/pdf", DocumentType.Png => "image/png", _ => "image/jpeg" }, file.Name);
    }
}
