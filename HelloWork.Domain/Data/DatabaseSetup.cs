using HelloWork.Domain.Data.Feed;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Domain.Data;

public static class DatabaseSetup
{
    /// <summary>EF's own holds a thousand compiled queries; the portal asks more kinds, and each that fell out is compiled anew. In EF's unit: ten for a query.</summary>
    private static readonly MemoryCache Queries = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    /// <summary>Registers <see cref="IDbContextFactory{TContext}"/> of the one context every verb knows.</summary>
    public static IServiceCollection AddHelloWorkDatabase(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton<FeedBell>();
        // Pooled: making a context costs as much as a short question to the database. They keep nothing of their own.
        if (settings.Provider is DatabaseProvider.SqlServer)
        {
            services.AddPooledDbContextFactory<SqlServerHelloWorkDbContext>((portal, options) => options.UseHelloWork(settings).AddInterceptors(portal.GetRequiredService<FeedBell>()));
            services.AddSingleton<IDbContextFactory<HelloWorkDbContext>, ContextFactory<SqlServerHelloWorkDbContext>>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteHelloWorkDbContext>((portal, options) => options.UseHelloWork(settings).AddInterceptors(portal.GetRequiredService<FeedBell>()));
            services.AddSingleton<IDbContextFactory<HelloWorkDbContext>, ContextFactory<SqliteHelloWorkDbContext>>();
        }
        services.AddTransient<FollowChanges>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<HelloWorkDbContext>>().CreateDbContext());
        return services;
    }

    public static DbContextOptionsBuilder UseHelloWork(this DbContextOptionsBuilder options, DatabaseSettings settings)
    {
        options.UseMemoryCache(Queries);
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning));
        return settings.Provider is DatabaseProvider.SqlServer
            ? options.UseSqlServer(settings.ConnectionString, server =>
            {
                server.CommandTimeout(settings.CommandTimeout);
                server.EnableRetryOnFailure(maxRetryCount: 4);
                if (settings.MaxBatchSize is { } size)
                    server.MaxBatchSize(size);
            })
            : options.UseSqlite(settings.ConnectionString, sqlite =>
            {
                sqlite.CommandTimeout(settings.CommandTimeout);
                if (settings.MaxBatchSize is { } size)
                    sqlite.MaxBatchSize(size);
            });
    }

    private sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<HelloWorkDbContext>
        where TContext : HelloWorkDbContext
    {
        public HelloWorkDbContext CreateDbContext() => inner.CreateDbContext();
    }
}
