using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HelloWork.Domain.Data;

/// <summary>Reading by a statement of our own, where EF would take longer than the database. What is said to SQL Server has to be checked without one (see docs/databases.md).</summary>
internal static class WrittenStatement
{
    /// <summary>
    /// For who says many statements one after the other: EF opens and closes the connection for each, and gives SQLite its functions anew each time, which takes as long as a
    /// short statement. The end of the context closes it. Not on SQL Server, which has so many connections and no more: who kept one while asking for the feed's could wait for others that do the same.
    /// </summary>
    public static Task StayOpenAsync(this HelloWorkDbContext db, CancellationToken ct) => db is SqliteHelloWorkDbContext ? db.Database.OpenConnectionAsync(ct) : Task.CompletedTask;

    /// <summary>All rows, with the retries that EF's own queries have.</summary>
    public static Task<List<TRow>> ReadAsync<TRow>(
        this HelloWorkDbContext db, string sql, IReadOnlyList<(string Name, object Value)> values, Func<DbDataReader, TRow> read, CancellationToken ct) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(async cancelled =>
        {
            await using var own = OwnOf(db);
            await (own is null ? db.Database.OpenConnectionAsync(cancelled) : own.OpenAsync(cancelled));
            try
            {
                await using var command = (own ?? db.Database.GetDbConnection()).CreateCommand();
                command.CommandText = sql;
                if (db.Database.GetCommandTimeout() is { } seconds)
                    command.CommandTimeout = seconds;
                command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
                foreach (var (name, value) in values)
                {
                    var parameter = command.CreateParameter();
                    (parameter.ParameterName, parameter.Value) = (name, value);
                    command.Parameters.Add(parameter);
                }
                await using var reader = await command.ExecuteReaderAsync(cancelled);
                var rows = new List<TRow>();
                while (await reader.ReadAsync(cancelled))
                    rows.Add(read(reader));
                return rows;
            }
            finally
            {
                if (own is null)
                    await db.Database.CloseConnectionAsync();
            }
        }, ct);

    /// <summary>A connection without EF's functions on SQLite, where nothing is open yet: giving it these takes longer than most statements, and ours use none of them.</summary>
    private static SqliteConnection? OwnOf(HelloWorkDbContext db) =>
        db is SqliteHelloWorkDbContext && db.Database.GetDbConnection().State is ConnectionState.Closed ? new(db.Database.GetConnectionString()) : null;
}
