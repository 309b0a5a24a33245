using System.Text.Json;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Jobs.Machines.Api;

public static class ApiEndpoints
{
    public const string Type = "application/json; charset=utf-8", Problem = "application/problem+json";

    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(ApiWriting.Root).WithTags("jobs").RequireCors(MachinesSetup.AnyOrigin).AddEndpointFilter(async (context, next) =>
        {
            SearchThrottle.Tell(context.HttpContext);
            // Found by the page it describes, not by itself.
            context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex";
            return await next(context);
        });
        api.MapGet("/jobs", SearchAsync).Produces<ApiJobs>().Produces<HttpValidationProblemDetails>(400, Problem).Produces<ProblemDetails>(429, Problem).AddOpenApiOperationTransformer(ApiDocument.DescribeSearch);
        api.MapGet("/jobs/{jobNumber}", ReadAsync).Produces<ApiJobCard>().Produces<ProblemDetails>(404, Problem).Produces<ProblemDetails>(410, Problem).Produces<ProblemDetails>(429, Problem).AddOpenApiOperationTransformer(ApiDocument.DescribeJob);
        app.MapOpenApi("/openapi/{documentName}.json").RequireCors(MachinesSetup.AnyOrigin);
    }

    private static async Task<IResult> SearchAsync(HttpContext http, SearchJobs search, ApiWriting writing, IStringLocalizer<MachinesText> text, CancellationToken ct)
    {
        var asked = JobSearchAddress.Read(http.Request.QueryString.Value ?? "");
        if (ApiParameters.Errors(http.Request.Query, asked, text) is { Count: > 0 } errors)
            return Results.ValidationProblem(errors, title: Readings.Leave(text["Error.Search"]));
        // As anybody, whoever asks: what a program keeps isn't asked for again (JO-02).
        return Json(http, writing.Of(asked.Query, await search.RunAsync(asked.Query with { Counting = JobCounting.None }, seeker: null, ct)));
    }

    private static async Task<IResult> ReadAsync(string jobNumber, HttpContext http, ViewJob view, ApiWriting writing, IStringLocalizer<MachinesText> text, IStringLocalizer<JobsText> jobsText, CancellationToken ct)
    {
        if (!JobNumber.TryParse(jobNumber, out var number) || await view.RunAsync(number, seeker: null, ct) is not { } job)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: Readings.Leave(text["Error.NoJob"]));
        if (job.Ended is { } reason)
            return Results.Problem(statusCode: StatusCodes.Status410Gone, title: Readings.Leave(jobsText["Ended.Title"]), detail: Readings.Leave(jobsText[$"Ended.{reason}", job.Summary.LastDay]),
                extensions: new Dictionary<string, object?> { ["endReason"] = JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString()), ["lastDay"] = job.Summary.LastDay });
        return Json(http, writing.Of(job));
    }

    private static IResult Json<T>(HttpContext http, T answer) => Answers.WithTag(http, JsonSerializer.SerializeToUtf8Bytes(answer, ApiWriting.Options), Type);

    /// <summary>Who asks too fast is told so as a program reads it.</summary>
    internal static Task RefuseAsync(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        var text = http.RequestServices.GetRequiredService<IStringLocalizer<MachinesText>>();
        return http.Response.WriteAsJsonAsync(new ProblemDetails { Status = StatusCodes.Status429TooManyRequests, Title = ReasonPhrases.GetReasonPhrase(StatusCodes.Status429TooManyRequests), Detail = Readings.Leave(text["Error.TooFast"]) }, ApiWriting.Options, Problem);
    }
}
