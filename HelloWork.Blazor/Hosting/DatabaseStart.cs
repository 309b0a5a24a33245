using HelloWork.Blazor.Commands.Demo;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
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
        {
            await scope.ServiceProvider.GetRequiredService<DatabaseMigration>().RunAsync(stopping);
            await scope.ServiceProvider.GetRequiredService<RefreshJobColumns>().RunAsync(stopping);
        }

        if (app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo:AtStart", true))
            await scope.ServiceProvider.GetRequiredService<DemoData>().FillIfEmptyAsync(
                app.Configuration.GetValue("Demo:Jobs", 2000), app.Configuration.GetValue("Demo:Seekers", 1000), stopping);
    }
}
