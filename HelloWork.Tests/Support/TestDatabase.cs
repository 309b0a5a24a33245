using HelloWork.Domain.Data;
using HelloWork.Tests.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace HelloWork.Tests.Support;

/// <summary>
/// A database of its own for one test: a SQLite file copied from one migrated template, or, where HELLOWORK_TEST_SQLSERVER names a
/// server, a new database there. On SQLite all that the test asks and saves is checked for SQL Server as well.
/// </summary>
public sealed class TestDatabase : IDbContextFactory<HelloWorkDbContext>, IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly DatabaseSettings _settings;
    private readonly List<string> _ways = [];

    private TestDatabase(DatabaseSettings settings) => _settings = settings;

    /// <summary>The connection string of HELLOWORK_TEST_SQLSERVER; null: tests run on SQLite.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("HELLOWORK_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;

    public DatabaseSettings Settings => _settings;

    public static async Task<TestDatabase> CreateAsync()
    {
        if (Server is null)
            return CopyOf(await Template.Value);
        var database = Unmade();
        await new DatabaseMigration(database).RunAsync(CancellationToken.None);
        return database;
    }

    /// <param name="file">Of <see cref="KeepCopy"/>.</param>
    public static TestDatabase CopyOf(string file)
    {
        var database = Unmade();
        File.Copy(file, database.FilePath);
        return database;
    }

    /// <summary>Where none is yet: whoever migrates first makes it.</summary>
    public static TestDatabase Unmade() =>
        Open(Server is null ? NewFile() : new SqlConnectionStringBuilder(Server) { InitialCatalog = $"hellowork_test_{Guid.NewGuid():N}" }.ConnectionString);

    /// <summary>The database another process of the same test uses.</summary>
    /// <param name="address">Its <see cref="Address"/>.</param>
    public static TestDatabase Open(string address) => new(Server is null
        ? new() { ConnectionString = $"Data Source={address}" }
        : new() { Provider = DatabaseProvider.SqlServer, ConnectionString = address });

    /// <summary>The same database by another way in: its writers don't wait in this process for the first one's turn, but meet them at the file.</summary>
    public TestDatabase Beside(int way)
    {
        if (Server is not null)
            return new(_settings);
        _ways.Add($"{_settings.ConnectionString};Default Timeout={60 + way}");
        return new(new() { ConnectionString = _ways[^1] });
    }

    /// <summary>What another process opens it by: a file or a connection string.</summary>
    public string Address => Server is null ? FilePath : _settings.ConnectionString;

    /// <summary>On SQLite only.</summary>
    public string FilePath => new SqliteConnectionStringBuilder(_settings.ConnectionString).DataSource;

    public HelloWorkDbContext CreateDbContext() => CreateDbContext([]);

    /// <summary>With somebody who listens.</summary>
    public HelloWorkDbContext CreateDbContext(params IInterceptor[] listeners)
    {
        if (_settings.Provider is DatabaseProvider.SqlServer)
        {
            var server = new DbContextOptionsBuilder<SqlServerHelloWorkDbContext>();
            server.UseHelloWork(_settings).AddInterceptors(listeners);
            return new SqlServerHelloWorkDbContext(server.Options);
        }
        var options = new DbContextOptionsBuilder<SqliteHelloWorkDbContext>();
        // What another process asks, this one has asked too: once is enough.
        options.UseHelloWork(_settings).AddInterceptors(OtherProcess.IsThis ? listeners : [SqlServerTwin.Instance, .. listeners]);
        new SqliteDbContextOptionsBuilder(options).ExecutionStrategy(dependencies => new LikeSqlServer(dependencies));
        return new SqliteHelloWorkDbContext(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_settings.Provider is DatabaseProvider.SqlServer)
        {
            await using var db = CreateDbContext();
            SqlConnection.ClearPool(new SqlConnection(_settings.ConnectionString));
            await db.Database.EnsureDeletedAsync();
            return;
        }
        foreach (var way in _ways.Append(_settings.ConnectionString))
            await using (var connection = new SqliteConnection(way))
                SqliteConnection.ClearPool(connection);
        foreach (var file in new[] { FilePath, FilePath + "-wal", FilePath + "-shm" })
            File.Delete(file);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var file = NewFile();
        await using var database = new TestDatabase(new() { ConnectionString = $"Data Source={file}" });
        await new DatabaseMigration(new Plain(database._settings)).RunAsync(CancellationToken.None);
        return database.KeepCopy();
    }

    /// <summary>Of a SQLite file as it is now, open or not, for other databases to start from.</summary>
    /// <returns>The copy's path.</returns>
    public string KeepCopy()
    {
        var copy = NewFile();
        Run(_settings.ConnectionString, $"VACUUM INTO '{copy}'");
        Run($"Data Source={copy};Pooling=False", "PRAGMA journal_mode = 'wal'");
        return copy;

        static void Run(string connectionString, string statement)
        {
            using var connection = new SqliteConnection(connectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    private static string NewFile()
    {
        var folder = Path.Combine(Path.GetTempPath(), "hellowork-tests");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{Guid.NewGuid():N}.db");
    }

    /// <summary>Migrating speaks SQLite's own words; no twin listens.</summary>
    private sealed class Plain(DatabaseSettings settings) : IDbContextFactory<HelloWorkDbContext>
    {
        public HelloWorkDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<SqliteHelloWorkDbContext>();
            options.UseHelloWork(settings);
            return new SqliteHelloWorkDbContext(options.Options);
        }
    }

    /// <summary>Tries nothing again, but forbids what a retrying server does: a transaction begun outside of the strategy.</summary>
    private sealed class LikeSqlServer(ExecutionStrategyDependencies dependencies)
        : ExecutionStrategy(dependencies, maxRetryCount: 1, maxRetryDelay: TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => false;
    }
}
