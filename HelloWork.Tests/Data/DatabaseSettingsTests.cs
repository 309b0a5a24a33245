using HelloWork.Blazor.Hosting;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelloWork.Tests.Data;

/// <summary>The section «Database» of the settings reaches EF.</summary>
public sealed class DatabaseSettingsTests
{
    public static TheoryData<DatabaseProvider> Providers => new(Enum.GetValues<DatabaseProvider>());

    [Theory, MemberData(nameof(Providers))]
    public void BatchSizeAndTimeout_PassThroughToEf(DatabaseProvider provider)
    {
        using var db = Configured(provider, ("Database:MaxBatchSize", "1"), ("Database:CommandTimeout", "77"));

        var options = OptionsOf(db);
        Assert.Equal((1, 77), (options.MaxBatchSize, options.CommandTimeout));
        Assert.Equal(77, db.Database.GetCommandTimeout());
    }

    [Theory, MemberData(nameof(Providers))]
    public void BatchSizeAndTimeout_WhenUnset_AreEfsChoiceAndThirtySeconds(DatabaseProvider provider)
    {
        using var db = Configured(provider);

        var options = OptionsOf(db);
        Assert.Equal((null, 30), (options.MaxBatchSize, options.CommandTimeout));
    }

    [Fact]
    public void Provider_ChoosesTheContext_AndOnlyTheServerIsTriedAgain()
    {
        using var sqlite = Configured(DatabaseProvider.Sqlite);
        using var server = Configured(DatabaseProvider.SqlServer);

        Assert.IsType<SqliteHelloWorkDbContext>(sqlite);
        Assert.IsType<SqlServerHelloWorkDbContext>(server);
        Assert.False(sqlite.Database.CreateExecutionStrategy().RetriesOnFailure);
        Assert.True(server.Database.CreateExecutionStrategy().RetriesOnFailure);
    }

    [Fact]
    public void BatchSizeOfOne_SavesEachRowByItself()
    {
        var (db, server) = OfflineSqlServer.Create(new DatabaseSettings { MaxBatchSize = 1 });
        using (db)
        {
            db.AddRange(NewOffice(1), NewOffice(2));
            db.SaveChanges();
        }

        Assert.Equal(2, server.Statements.Count);
        Assert.All(server.Statements, statement => Assert.DoesNotContain("MERGE", statement, StringComparison.Ordinal));
    }

    [Fact]
    public void SqlServer_WithoutAConnectionString_SaysWhatToSet()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Configured(DatabaseProvider.SqlServer, ("ConnectionStrings:HelloWork", "")));

        Assert.Contains("ConnectionStrings:HelloWork", thrown.Message, StringComparison.Ordinal);
    }

    private static HelloWorkDbContext Configured(DatabaseProvider provider, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings
            .Prepend(("ConnectionStrings:HelloWork", provider is DatabaseProvider.SqlServer ? "Server=nowhere;Database=portal" : "Data Source=unused.db"))
            .Prepend(("Database:Provider", provider.ToString()))
            .GroupBy(s => s.Item1).Select(g => KeyValuePair.Create(g.Key, (string?)g.Last().Item2)));
        builder.AddPortalDatabase();
        return builder.Services.BuildServiceProvider().GetRequiredService<IDbContextFactory<HelloWorkDbContext>>().CreateDbContext();
    }

    private static Office NewOffice(int n) => new(OfficeNumber.Parse($"1301-{n}-7"), "株式会社見本製作所", null, null, null, null, null, null);

    private static RelationalOptionsExtension OptionsOf(HelloWorkDbContext db) => RelationalOptionsExtension.Extract(db.GetService<IDbContextOptions>());
}
