using HelloWork.Blazor.Commands.Demo;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;

namespace HelloWork.Blazor.Hosting;

public static class DatabaseStart
{
    /// <summary>
    /// Before the first page: the schema is current, and in Development an empty database has its demo data. Where that was so already
    /// nothing here needs EF's model, which is made while the portal comes up.
    /// </summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await using var scope = app.Services.CreateAsyncScope();
        var settings = app.Services.GetRequiredService<DatabaseSettings>();
        if (app.Configuration.MigratesAtStart() && !FirstStatements.IsCurrent(settings))
            await scope.ServiceProvider.MigrateAsync(stopping);

        if (app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo:AtStart", true))
            await scope.ServiceProvider.GetRequiredService<DemoData>().FillIfEmptyAsync(
                app.Configuration.GetValue("Demo:Jobs", 2000), app.Configuration.GetValue("Demo:Seekers", 1000), stopping);
    }

    /// <summary>The schema of this version, on the desk what waited under a former one, and what jobs and seekers are searched by now.</summary>
    /// <returns>Whether something was applied; how many jobs were made searchable anew.</returns>
    public static async Task<(bool Applied, int JobsRefreshed)> MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        var applied = await services.GetRequiredService<DatabaseMigration>().RunAsync(ct);
        return (applied, await services.FollowMigrationAsync(applied, ct));
    }

    internal static bool MigratesAtStart(this IConfiguration configuration) => configuration.GetValue("Database:MigrateAtStart", true);

    /// <summary>Right each time: whoever was stopped in the middle goes on.</summary>
    /// <returns>How many jobs were made searchable anew.</returns>
    internal static async Task<int> FollowMigrationAsync(this IServiceProvider services, bool applied, CancellationToken ct)
    {
        if (applied)
            await services.GetRequiredService<QueueWaitingWork>().RunAsync(ct);
        await services.GetRequiredService<RefreshSeekerColumns>().RunAsync(ct);
        return await services.GetRequiredService<RefreshJobColumns>().RunAsync(ct);
    }
}

/// <summary>Where a start found the schema current: goes on with what a former one may have been stopped in, while the portal already answers.</summary>
internal sealed partial class MigrationFollower(IServiceScopeFactory scopes, ILogger<MigrationFollower> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.FollowMigrationAsync(false, stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            Failed(log, e);
        }
        catch (OperationCanceledException)
        {
            // The next start goes on.
        }
    }

    [LoggerMessage(LogLevel.Warning, "What a former version wrote for the searches couldn't be read anew; the next start goes on.")]
    private static partial void Failed(ILogger log, Exception e);
}
