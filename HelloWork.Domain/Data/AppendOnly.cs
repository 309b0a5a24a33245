using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HelloWork.Domain.Data;

/// <summary>Tables whose rows are only ever added (OV-05): the database itself refuses to change or remove one.</summary>
public static class AppendOnly
{
    public static IReadOnlyList<string> Tables { get; } = ["AuditEntries", "AuditSeals"];

    /// <summary>For a migration; <c>build/migrations.sh</c> puts it where the tables come from.</summary>
    public static void KeepAppendOnly(this MigrationBuilder migration)
    {
        foreach (var table in Tables)
            foreach (var act in new[] { "Update", "Delete" })
                migration.Sql(migration.IsSqlite() ? OnSqlite(table, act) : OnSqlServer(table, act));
    }

    private static string OnSqlite(string table, string act) =>
        $"CREATE TRIGGER IF NOT EXISTS \"TR_{table}_{act}\" BEFORE {act.ToUpperInvariant()} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is append-only.'); END";

    // In EXEC, since it has to stand first in its batch. What it throws takes the transaction back.
    private static string OnSqlServer(string table, string act) =>
        $"EXEC(N'CREATE OR ALTER TRIGGER [TR_{table}_{act}] ON [{table}] AFTER {act.ToUpperInvariant()} AS THROW 51000, N''{table} is append-only.'', 1;')";
}
