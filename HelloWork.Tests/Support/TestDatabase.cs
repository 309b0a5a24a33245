using HelloWork.Domain.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Tests.Support;

/// <summary>
/// A database of its own for one test: a SQLite file copied from one migrated template.
/// </summary>
public sealed class TestDatabase : IDbContextFactory<HelloWorkDbContext>, IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private readonly DatabaseSettings _settings;

    private TestDatabase(DatabaseSettings settings) => _settings = settings;

    public DatabaseSettings Settings => _settings;

    public static async Task<TestDatabase> CreateAsync()
    {
        var file = NewFile();
        File.Copy(await Template.Value, file);
        return new TestDatabase(Sqlite(file));
    }

    /// <summary>The database another process of the same test uses.</summary>
    public static TestDatabase Open(string file) => new(Sqlite(file));

    public string FilePath => new SqliteConnectionStringBuilder(_settings.ConnectionString).DataSource;

    public HelloWorkDbContext CreateDbContext()
    {
        var options = new DbContextOptionsBuilder<SqliteHelloWorkDbContext>();
        options.UseHelloWork(_settings);
        return new SqliteHelloWorkDbContext(options.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new SqliteConnection(_settings.ConnectionString))
            SqliteConnection.ClearPool(connection);
        foreach (var file in new[] { FilePath, FilePath + "-wal", FilePath + "-shm" })
            File.Delete(file);
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var file = NewFile();
        await using var database = new TestDatabase(Sqlite(file));
        await new DatabaseMigration(database).RunAsync(CancellationToken.None);
        await using (var db = database.CreateDbContext())
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        var template = NewFile();
        File.Copy(file, template);
        return template;
    }

    private static DatabaseSettings Sqlite(string file) => new() { ConnectionString = $"Data Source={file}" };

    private static string NewFile()
    {
        var folder = Path.Combine(Path.GetTempPath(), "hellowork-tests");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{Guid.NewGuid():N}.db");
    }
}
