using System.Data.Common;
using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HelloWork.Domain.Data;

/// <summary>
/// What a start asks before it answers anybody, by connections of its own: EF would make its services and its model first, which takes two
/// seconds, and they are made by others while the portal comes up. Plain words that both databases understand.
/// </summary>
/// <exception cref="DbException">No database, no such table, or no answer; <see cref="IsCurrent"/> says no.</exception>
public static class FirstStatements
{
    private const string Applied = $"SELECT {nameof(HistoryRow.MigrationId)} FROM {HistoryRepository.DefaultTableName}";
    private const string Anybody = "SELECT 'x' WHERE EXISTS (SELECT 1 FROM Accounts) OR EXISTS (SELECT 1 FROM Offices)";
    private const string KeyRing = "SELECT Xml FROM DataProtectionKeys ORDER BY Id";

    /// <summary>For checking what SQL Server would make of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Applied, Anybody, KeyRing];

    /// <summary>Exactly this version's migrations have been applied.</summary>
    public static bool IsCurrent(DatabaseSettings settings)
    {
        var context = settings.Provider is DatabaseProvider.SqlServer ? typeof(SqlServerHelloWorkDbContext) : typeof(SqliteHelloWorkDbContext);
        var known = context.Assembly.GetTypes().Where(t => t.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().ToHashSet();
        try
        {
            return known.SetEquals(Read(settings, Applied));
        }
        catch (DbException)
        {
            // Migrating makes what is missing, or says what is wrong.
            return false;
        }
    }

    /// <summary>Nobody has an account and no office is known: a database that has only just been made.</summary>
    public static bool IsEmpty(DatabaseSettings settings) => Read(settings, Anybody).Count == 0;

    /// <summary>The key ring's keys, oldest first: the web server waits for them.</summary>
    public static IReadOnlyList<string> Keys(DatabaseSettings settings) => Read(settings, KeyRing);

    private static List<string> Read(DatabaseSettings settings, string statement)
    {
        using DbConnection connection = settings.Provider is DatabaseProvider.SqlServer ? new SqlConnection(settings.ConnectionString) : new SqliteConnection(settings.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = settings.CommandTimeout;
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read())
            all.Add(rows.GetString(0));
        return all;
    }
}
