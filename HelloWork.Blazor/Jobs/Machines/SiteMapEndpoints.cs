using System.IO.Compression;
using HelloWork.Blazor.Notifications;
using HelloWork.Domain.Jobs;
using Microsoft.Net.Http.Headers;

namespace HelloWork.Blazor.Jobs.Machines;

internal static class SiteMapEndpoints
{
    /// <summary>What belongs to somebody, and what is an answer to one question: search engines leave it.</summary>
    private static readonly string[] NotForRobots =
    [
        "/account", "/bureau", "/desk", "/dev", "/employer", "/provider", "/provision", "/seeker", "/live", "/error", "/status/", "/api/", "/jobs?", "/jobs/*/card", "/jobs/wages", "/jobs/map", "/jobs/compare", "/*?lang=", "/*&lang=",
    ];

    /// <summary>Seconds; a part takes one or two.</summary>
    private const string ComeAgain = "10";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/robots.txt", Methods, (PortalSettings portal) =>
            Results.Text($"User-agent: *\n{string.Concat(NotForRobots.Select(path => $"Disallow: {path}\n"))}\nSitemap: {portal.Address(SiteMap.Index)}\n", "text/plain"));
        app.MapMethods(SiteMap.Index, Methods, async (HttpContext http, MadeOnce made, SiteMap map, CancellationToken ct) =>
            Answer(http, await made.GetAsync(SiteMap.Index, map.WriteIndexAsync, ct)));
        app.MapMethods(SiteMap.Pages, Methods, async (HttpContext http, MadeOnce made, SiteMap map, CancellationToken ct) =>
            Answer(http, await made.GetAsync(SiteMap.Pages, map.WritePagesAsync, ct)));
        app.MapMethods(SiteMap.Jobs, Methods, async (HttpContext http, MadeOnce made, SiteMap map, string? from, string? before, CancellationToken ct) =>
        {
            if (!JobNumber.TryParse(from, out var first) || (before is not null && !JobNumber.TryParse(before, out _)))
                return Results.NotFound();
            JobNumber? end = before is null ? null : JobNumber.Parse(before);
            // The index may be another node's; then this one's mostly names the same parts.
            await made.GetAsync(SiteMap.Index, map.WriteIndexAsync, ct);
            var address = SiteMap.Address(first, end);
            if (made.Expects(address))
                return Answer(http, await made.GetAsync(address, WriteAsync, ct));
            // Anybody can think of ranges without end: they fill no memory and hold nobody up.
            if (await made.NowAsync(WriteAsync, ct) is { } part)
                return Answer(http, part);
            http.Response.Headers.RetryAfter = ComeAgain;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);

            Task WriteAsync(Stream to, CancellationToken cancelled) => map.WriteJobsAsync(to, first, end, cancelled);
        });
    }

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static IResult Answer(HttpContext http, MadeOnce.Made made)
    {
        http.Response.Headers.CacheControl = $"public, max-age={(int)MadeOnce.Kept.TotalSeconds}";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var tag = EntityTagHeaderValue.Parse(made.Tag);
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return Results.Stream(new GZipStream(new MemoryStream(made.Compressed), CompressionMode.Decompress), "application/xml; charset=utf-8", lastModified: made.At, entityTag: tag);
        http.Response.Headers.ContentEncoding = "gzip";
        return Results.Bytes(made.Compressed, "application/xml; charset=utf-8", lastModified: made.At, entityTag: tag);
    }
}
