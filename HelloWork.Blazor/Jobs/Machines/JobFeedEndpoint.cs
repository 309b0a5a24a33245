using HelloWork.Domain.Jobs;

namespace HelloWork.Blazor.Jobs.Machines;

internal static class JobFeedEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods(JobFeed.Path, [HttpMethods.Get, HttpMethods.Head], async (HttpContext http, SearchJobs search, JobFeed feed, CancellationToken ct) =>
        {
            // As anybody: a feed reader isn't signed in, and what it shows is kept.
            var found = await search.RunAsync(JobFeed.NewestOf(JobSearchAddress.Read(http.Request.QueryString.Value ?? "").Query), seeker: null, ct);
            return Answers.WithTag(http, feed.Write(found.Query, found.Jobs.Items), "application/atom+xml; charset=utf-8");
        }).RequireCors(MachinesSetup.AnyOrigin);
}
