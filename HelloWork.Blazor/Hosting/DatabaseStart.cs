using HelloWork.Blazor.Commands.Demo;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Seekers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Blazor.Hosting;

public static class DatabaseStart
{
    /// <summary>Before the first page: the schema is current, and in Development an empty database has its demo data.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await using var scope = app.Services.CreateAsyncScope();
        if (app.Configuration.GetValue("Database:MigrateAtStart", true))
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
        if (applied)
            await services.GetRequiredService<QueueWaitingWork>().RunAsync(ct);
        // Each time: whoever was stopped in the middle goes on.
        await services.GetRequiredService<RefreshSeekerColumns>().RunAsync(ct);
        return (applied, await services.GetRequiredService<RefreshJobColumns>().RunAsync(ct));
    }
}
