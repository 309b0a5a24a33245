using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs;

public static class JobFiguresEndpoints
{
    /// <summary>The figures of the wages and of the map, each for the same address as its page.</summary>
    public static WebApplication MapJobFigures(this WebApplication app)
    {
        app.MapGet("/jobs/wages.csv", async (HttpContext http, ReadWages read, IStringLocalizer<JobFiguresText> text, CancellationToken ct) =>
            Csv.File(JobFigures.File(await read.RunAsync(Asked(http), Reader(http), ct), text), "wages.csv"));
        app.MapGet("/jobs/map.csv", async (HttpContext http, CountJobsByPrefecture count, IStringLocalizer<JobFiguresText> text, CancellationToken ct) =>
            Csv.File(JobFigures.File(await count.RunAsync(Asked(http), Reader(http), ct), text), "jobs-by-prefecture.csv"));
        return app;
    }

    private static JobSearchQuery Asked(HttpContext http) => JobSearchAddress.Read(http.Request.GetEncodedUrl()).Query;

    private static Guid? Reader(HttpContext http) => CurrentActor.SeekerOrNull(http.User)?.Account;
}
