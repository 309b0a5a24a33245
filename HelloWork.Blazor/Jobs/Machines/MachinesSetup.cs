using HelloWork.Blazor.Jobs.Machines.Api;
using HelloWork.Blazor.Jobs.Paper;
using Microsoft.Net.Http.Headers;

namespace HelloWork.Blazor.Jobs.Machines;

/// <summary>Public jobs for programs and on paper: site map, feed of each search, API, job card. Nothing that a visitor who isn't signed in couldn't read.</summary>
public static class MachinesSetup
{
    /// <summary>Any site's script may read, without cookies.</summary>
    public const string AnyOrigin = "machines";

    public static WebApplicationBuilder AddPortalMachines(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<JobPosting>().AddSingleton<MadeOnce>().AddTransient<SiteMap>().AddTransient<JobFeed>().AddTransient<ApiWriting>().AddSingleton<JobCardPdfs>();
        builder.Services.AddOpenApi(ApiDocument.Name, ApiDocument.Describe);
        builder.Services.AddCors(cors => cors.AddPolicy(AnyOrigin, policy => policy.AllowAnyOrigin().WithMethods(HttpMethods.Get, HttpMethods.Head)
            .WithHeaders(HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince).WithExposedHeaders(HeaderNames.ETag, HeaderNames.RetryAfter, "RateLimit", "RateLimit-Policy")));
        return builder;
    }

    public static WebApplication MapPortalMachines(this WebApplication app)
    {
        app.UseCors();
        SiteMapEndpoints.Map(app);
        JobFeedEndpoint.Map(app);
        ApiEndpoints.Map(app);
        JobCardEndpoint.Map(app);
        return app;
    }
}
