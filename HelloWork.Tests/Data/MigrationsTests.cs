using HelloWork.Domain.Data;
using HelloWork.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HelloWork.Tests.Data;

/// <summary>Both sets of migrations make the model, and the same one; SQL Server's parser takes its script.</summary>
public sealed class MigrationsTests
{
    /// <summary>Bytes of a key: a clustered one, and any other.</summary>
    private const int MostClustered = 900, MostOthers = 1700;

    public static TheoryData<DatabaseProvider> Providers => new(Enum.GetValues<DatabaseProvider>());

    [Theory, MemberData(nameof(Providers))]
    public void Migrations_MatchTheModel(DatabaseProvider provider)
    {
        using var db = Create(provider);

        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: run build/migrations.sh.");
    }

    [Fact]
    public void BothDatabases_HaveTheSameTablesColumnsKeysAndConstraints()
    {
        using var sqlite = Create(DatabaseProvider.Sqlite);
        using var server = Create(DatabaseProvider.SqlServer);

        Assert.Equal(Described(sqlite), Described(server));
        Assert.Equal(sqlite.Database.GetMigrations().Select(NameOf), server.Database.GetMigrations().Select(NameOf));
    }

    [Fact]
    public void MigrationScript_ForSqlServer_ParsesAndNamesOnlyKnownTablesAndColumns()
    {
        using var server = Create(DatabaseProvider.SqlServer);
        var script = Script(server);

        Assert.Empty(TSqlCheck.ProblemsOf(script, TSqlSchema.Read(script)));
        Assert.Contains("CREATE UNIQUE INDEX [IX_DirectRequests_JobOfferId_Slot]", script, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task AStart_AfterOneThatWasKilledWhileMigrating_GoesOn()
    {
        await using var database = TestDatabase.Unmade();
        await using (var db = database.CreateDbContext())
        {
            await db.Database.OpenConnectionAsync();
            await db.GetService<IMigrator>().MigrateAsync("ProvisionSite");
            // What EF leaves behind for ever when its process dies: its lock, as a row.
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT OR IGNORE INTO \"__EFMigrationsLock\" VALUES (1, '2026-03-22')");
        }

        Assert.True(await new DatabaseMigration(database).RunAsync(default));
        Assert.False(await new DatabaseMigration(database).RunAsync(default));
    }

    [Fact]
    public Task RowsOfFormerVersions_GetNumbersAndBirthDates_WhenTheDeskComes() => UpgradedAsync("ProvisionSite", async db =>
        {
            await AddOldRowAsync(db, "Seekers", ("Details", "'{{\"BirthDate\":\"1990-04-01\"}}'"));
            foreach (var n in new[] { 1, 2 })
            {
                await AddOldRowAsync(db, "ContactInquiries", ("JobOfferId", $"'job {n}'"));
                await AddOldRowAsync(db, "Consultations", ("JobOfferId", $"'job {n}'"));
            }

            await db.Database.MigrateAsync();

            Assert.Equal(["Q-0000-0001", "Q-0000-0002"], await db.Database.SqlQueryRaw<string>("SELECT Number AS Value FROM ContactInquiries ORDER BY Number").ToListAsync());
            Assert.Equal(["S-0000-0001", "S-0000-0002"], await db.Database.SqlQueryRaw<string>("SELECT Number AS Value FROM Consultations ORDER BY Number").ToListAsync());
            Assert.Equal(["1990-04-01"], await db.Database.SqlQueryRaw<string>("SELECT BornOn AS Value FROM Seekers").ToListAsync());
        });

    [Fact]
    public Task WhatSearchesHaveToldSomebody_IsKeptOnceByPerson() => UpgradedAsync("Answers", async db =>
        {
            foreach (var (search, seeker) in new[] { ("a", "mine"), ("b", "mine"), ("c", "theirs") })
                await AddOldRowAsync(db, "SavedSearches", ("Id", $"'{search}'"), ("SeekerId", $"'{seeker}'"), ("Slot", $"{(int)search[0]}"));
            foreach (var (search, job, day) in new[] { ("a", "13010-1", "2026-03-02"), ("b", "13010-1", "2026-03-01"), ("b", "13010-2", "2026-03-01"), ("c", "13010-1", "2026-03-03") })
                await AddOldRowAsync(db, "SearchAlertJobs", ("SavedSearchId", $"'{search}'"), ("Number", $"'{job}'"), ("Day", $"'{day}'"));

            await db.Database.MigrateAsync();

            Assert.Equal(["mine 13010-1 2026-03-01", "mine 13010-2 2026-03-01", "theirs 13010-1 2026-03-03"],
                await db.Database.SqlQueryRaw<string>("SELECT SeekerId || ' ' || Number || ' ' || Day AS Value FROM ToldJobOffers ORDER BY 1").ToListAsync());
        });

    [Fact]
    public Task GuidanceBegunForSomebody_GoesWhenAFormerVersionComesBack_WhichKnowsOneToAnAccount() => UpgradedAsync("Kindness", async db =>
        {
            foreach (var key in new[] { "", "T-0000-0001" })
                await AddOldRowAsync(db, "GuidanceDrafts", ("AccountId", "'mine'"), ("Key", $"'{key}'"), ("Subject", $"'to {key}'"));

            await db.GetService<IMigrator>().MigrateAsync("Answers");

            Assert.Equal(["to "], await db.Database.SqlQueryRaw<string>("SELECT Subject AS Value FROM GuidanceDrafts").ToListAsync());
        });

    /// <summary>A file of a former version, where rows need hold no more than a test asks of them.</summary>
    private static async Task UpgradedAsync(string from, Func<HelloWorkDbContext, Task> test)
    {
        var file = Path.Combine(Path.GetTempPath(), $"hellowork-upgrade-{Guid.NewGuid():N}.db");
        try
        {
            await using var db = new SqliteHelloWorkDbContext(new DbContextOptionsBuilder<SqliteHelloWorkDbContext>().UseSqlite($"Data Source={file};Pooling=False").Options);
            await db.Database.OpenConnectionAsync();
            await db.GetService<IMigrator>().MigrateAsync(from);
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = 0; PRAGMA ignore_check_constraints = 1");
            await test(db);
        }
        finally
        {
            foreach (var left in new[] { file, file + "-wal", file + "-shm" })
                File.Delete(left);
        }
    }

    /// <summary>A row with something in every column that needs it; only what is given matters.</summary>
    private static async Task AddOldRowAsync(HelloWorkDbContext db, string table, params (string Column, string Value)[] given)
    {
        var columns = await db.Database.SqlQuery<string>($"SELECT name || ' ' || type AS Value FROM pragma_table_info({table}) WHERE \"notnull\" = 1").ToListAsync();
        var values = columns.Select(c => c.Split(' ')).Where(c => given.All(g => g.Column != c[0]))
            .Select(c => (c[0], c[1] == "INTEGER" ? "0" : $"'{Guid.NewGuid()}'")).Concat(given).ToList();
        await db.Database.ExecuteSqlRawAsync(string.Concat("INSERT INTO ", table, " (", string.Join(", ", values.Select(v => v.Item1)), ") VALUES (", string.Join(", ", values.Select(v => v.Item2)), ")"));
    }

    [Fact]
    public void MigrationScript_ForSqlServer_MakesWhatTheModelSays()
    {
        using var server = Create(DatabaseProvider.SqlServer);
        var (migrated, modelled) = (TSqlSchema.Read(Script(server)), TSqlSchema.Read(server.Database.GenerateCreateScript()));
        migrated.Tables.Remove("__EFMigrationsHistory");

        Assert.Equal(Lines(modelled), Lines(migrated).Where(line => !line.Contains("__EFMigrationsHistory", StringComparison.Ordinal)));

        static IEnumerable<string> Lines(TSqlSchema schema) =>
            schema.Tables.Values.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Key} {c.Value}"))
                .Concat(schema.Keys.Select(k => $"{k.Table} {k.Name} ({string.Join(", ", k.Columns)}) {k.Unique}")).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Keys_FitSqlServersLimits()
    {
        using var server = Create(DatabaseProvider.SqlServer);
        var schema = TSqlSchema.Read(server.Database.GenerateCreateScript());

        var tooLong = schema.Keys
            .Select(key => (Key: key, Bytes: key.Columns.Sum(c => schema.Tables[key.Table].Columns[c].Bytes ?? int.MaxValue / 32)))
            .Where(k => k.Bytes > (k.Key.Clustered ? MostClustered : MostOthers))
            .Select(k => $"{k.Key.Name}: {k.Bytes} bytes");

        Assert.NotEmpty(schema.Keys);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Text_ComparesOrdinally_WhateverTheServersCollation()
    {
        using var server = Create(DatabaseProvider.SqlServer);
        var documents = server.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => p.GetTypeMapping().Converter?.ProviderClrType == typeof(string) && p.GetMaxLength() is null)
            .Select(p => $"{p.DeclaringType.GetTableName()}.{p.GetColumnName()}").ToHashSet();

        var others = TSqlSchema.Read(server.Database.GenerateCreateScript()).Tables.Values
            .SelectMany(t => t.Columns.Where(c => c.Value.Type.Contains("VarChar", StringComparison.Ordinal) && c.Value.Collation != "Japanese_XJIS_140_BIN2").Select(c => $"{t.Name}.{c.Key}"));

        Assert.Equal(documents.Order(), others.Order());
    }

    private static HelloWorkDbContext Create(DatabaseProvider provider) => provider is DatabaseProvider.SqlServer
        ? OfflineSqlServer.CreateContext()
        : new SqliteHelloWorkDbContext(new DbContextOptionsBuilder<SqliteHelloWorkDbContext>().UseSqlite("Data Source=unused.db").Options);

    private static string Script(HelloWorkDbContext server) =>
        server.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

    private static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    /// <summary>What both databases have to agree on, one line each; types, and the filters a database adds by itself, are its own.</summary>
    private static List<string> Described(HelloWorkDbContext db)
    {
        var model = db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        return model.Tables.SelectMany(table => new[]
        {
            table.Columns.Select(c => $"column {c.Name} {(c.IsNullable ? "NULL" : "NOT NULL")} {string.Join(' ', c.PropertyMappings.Select(m => $"{m.Property.ClrType.Name} {m.Property.GetMaxLength()}"))}"),
            table.UniqueConstraints.Select(k => $"key {k.Name} ({Names(k.Columns)})"),
            table.Indexes.Select(i => $"index {i.Name} ({Names(i.Columns)}) unique {i.IsUnique} where {WrittenFilter(i.Filter)}"),
            table.CheckConstraints.Select(c => $"check {c.Name} {c.Sql}"),
            table.ForeignKeyConstraints.Select(f => $"foreign key {f.Name} ({Names(f.Columns)}) to {f.PrincipalTable.Name} ({Names(f.PrincipalColumns)}) {f.OnDeleteAction}"),
        }.SelectMany(lines => lines).Select(line => $"{table.Name}: {line}")).Order(StringComparer.Ordinal).ToList();

        static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(c => c.Name));
        // SQL Server takes NULL for a value in a unique index, so EF leaves it out there.
        static string? WrittenFilter(string? filter) => filter is ['[', ..] ? null : filter;
    }
}
