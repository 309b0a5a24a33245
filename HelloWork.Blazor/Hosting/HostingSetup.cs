using System.Globalization;
using System.Reflection;
using HelloWork.Blazor.Commands.Demo;
using HelloWork.Blazor.Languages;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Audit;
using HelloWork.Domain.Data;
using HelloWork.Domain.Oversight;
using HelloWork.Domain.Seekers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace HelloWork.Blazor.Hosting;

public static class HostingSetup
{
    /// <summary>Settings in their order (appsettings.json, environment, command line), content from the portal's own folder.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // What is said outside a page speaks Japanese, whatever the machine speaks.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = Language.Japanese.Culture();
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = Language.Japanese.Texts();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = PortalHome.Folder,
        });
        // First, so that everything else overrides it: the top-level file, copied beside the program.
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            Path = "appsettings.json",
            Optional = false,
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
        });
        return builder;
    }

    public static WebApplicationBuilder AddPortalClock(this WebApplicationBuilder builder)
    {
        var offset = builder.Configuration.GetValue<TimeSpan?>("Clock:Offset");
        if (offset is { } moved && !builder.Environment.IsDevelopment())
            throw new InvalidOperationException("Clock:Offset moves the portal's clock and is for Development only. Remove the setting.");
        builder.Services.AddSingleton(offset is { } by ? new OffsetClock(by) : TimeProvider.System);
        return builder;
    }

    public static WebApplicationBuilder AddPortalDatabase(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Database").Get<DatabaseSettings>() ?? new();
        settings.ConnectionString = builder.Configuration.GetConnectionString("HelloWork") ?? "";
        if (settings.Provider is DatabaseProvider.Sqlite)
            settings.ConnectionString = BesidePortal(settings.ConnectionString);
        else if (settings.ConnectionString.Length == 0)
            throw new InvalidOperationException("Database:Provider is SqlServer, but ConnectionStrings:HelloWork is empty. Set it to the server's connection string.");

        builder.Services.AddSingleton(settings);
        builder.Services.AddHelloWorkDatabase(settings);
        builder.Services.AddSingleton<DatabaseMigration>();
        if (builder.Configuration.MigratesAtStart())
            builder.Services.AddHostedService<MigrationFollower>();
        builder.Services.AddSingleton(builder.Configuration.GetSection("ProfileQuota").Get<ProfileQuota>()?.Checked() ?? new ProfileQuota());
        builder.Services.AddSingleton(Audit(builder.Configuration, settings));
        builder.Services.AddSingleton(builder.Configuration.GetSection("ProviderDeletion").Get<DeletionRules>()?.Checked() ?? new DeletionRules());
        builder.Services.AddSingleton(Pdf(builder.Configuration));
        builder.Services.AddSingleton<PdfPrinter>();
        builder.Services.AddHelloWorkVerbs();
        builder.Services.AddTransient<DemoCast>();
        builder.Services.AddTransient<DemoData>();
        builder.Services.AddTransient<DemoAudit>();
        builder.Services.AddTransient<DemoDesk>();
        return builder;
    }

    /// <summary>Every verb of the domain: a public sealed class with RunAsync.</summary>
    public static IServiceCollection AddHelloWorkVerbs(this IServiceCollection services)
    {
        var verbs = typeof(HelloWorkDbContext).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsSealed: true, IsAbstract: false }
                && type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(m => m.Name == "RunAsync"));
        foreach (var verb in verbs.Where(v => services.All(s => s.ServiceType != v)))
            services.AddTransient(verb);
        return services;
    }

    /// <summary>The heads of the audit trail stand beside the database's file, or beside the portal, unless <c>Audit:HeadFile</c> says otherwise.</summary>
    private static AuditSettings Audit(IConfiguration configuration, DatabaseSettings database)
    {
        var audit = configuration.GetSection("Audit").Get<AuditSettings>() ?? new();
        if (string.IsNullOrEmpty(audit.HeadFile))
            audit.HeadFile = database.Provider is DatabaseProvider.Sqlite ? $"{new SqliteConnectionStringBuilder(database.ConnectionString).DataSource}.audit-heads" : Path.Combine(PortalHome.Folder, "audit-heads");
        return audit;
    }

    private static PdfSettings Pdf(IConfiguration configuration)
    {
        var pdf = configuration.GetSection("Pdf").Get<PdfSettings>() ?? new();
        pdf.CacheFolder = Path.GetFullPath(pdf.CacheFolder.Length == 0 ? "job-cards" : pdf.CacheFolder, PortalHome.Folder);
        return pdf;
    }

    private static string BesidePortal(string connectionString)
    {
        var sqlite = new SqliteConnectionStringBuilder(connectionString);
        if (sqlite.DataSource.Length == 0)
            sqlite.DataSource = "hellowork.db";
        if (!Path.IsPathRooted(sqlite.DataSource) && connectionString.Length == 0)
            sqlite.DataSource = Path.Combine(PortalHome.Folder, sqlite.DataSource);
        return sqlite.ToString();
    }
}
