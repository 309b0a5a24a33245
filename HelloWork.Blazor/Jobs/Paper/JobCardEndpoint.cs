using System.Security.Claims;
using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Hosting;
using HelloWork.Domain.Jobs;
using Microsoft.Net.Http.Headers;

namespace HelloWork.Blazor.Jobs.Paper;

internal static class JobCardEndpoint
{
    /// <summary>The job card as a PDF; where it can't be had, the page to print.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/jobs/{number}/card.pdf", async (string number, HttpContext http, ClaimsPrincipal user, ViewJob view, JobCardPdfs pdfs, PdfPrinter printer, CancellationToken ct) =>
        {
            if (!JobNumber.TryParse(number, out var asked) || await view.RunAsync(asked, CurrentActor.SeekerOrNull(user)?.Account, ct) is not { } job)
                return Results.NotFound();
            // Whoever follows an old link sees what happened and where to go on; a program learns that it's over.
            if (job.Ended is not null)
                return Results.StatusCode(StatusCodes.Status410Gone);
            if (await pdfs.FileAsync(job, ct) is not { } file)
                return Results.LocalRedirect(printer.Available ? $"{JobCardAddress.Page(job.Number)}?pdf=failed" : JobCardAddress.Page(job.Number));
            // The name of 公開範囲 2 stays with the seeker who was shown it.
            http.Response.Headers.CacheControl = job.Card.Header.Disclosure is Disclosure.NameToAll ? "public, no-cache" : "private, no-cache";
            http.Response.Headers.Vary = HeaderNames.Cookie;
            http.Response.Headers.ContentDisposition = $"inline; filename=\"{job.Number}.pdf\"";
            return Results.File(file, "application/pdf", lastModified: job.Summary.ChangedAt, entityTag: new EntityTagHeaderValue($"\"{pdfs.Tag(job)}\""));
        });
}
