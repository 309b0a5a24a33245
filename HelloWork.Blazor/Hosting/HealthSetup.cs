using HelloWork.Domain.Data;
using HelloWork.Domain.Search.Following;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelloWork.Blazor.Hosting;

/// <summary>For operators: <c>/health/live</c> as long as the program answers, <c>/health/ready</c> once this node can take its share of visitors.</summary>
public static class HealthSetup
{
    public static WebApplicationBuilder AddPortalHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<DatabaseAnswers>("database").AddCheck<IndexesAreLoaded>("search");
        return builder;
    }

    public static WebApplication MapPortalHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        return app;
    }

    private sealed class DatabaseAnswers(IDbContextFactory<HelloWorkDbContext> contexts) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }

    /// <summary>Before that it searches by the database: right, but too slow for a crowd.</summary>
    private sealed class IndexesAreLoaded(IEnumerable<FollowedIndex> indexes) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(indexes.All(index => index.IsReady) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }
}
