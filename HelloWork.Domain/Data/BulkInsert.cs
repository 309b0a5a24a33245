using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace HelloWork.Domain.Data;

/// <summary>
/// Inserts many new rows of one entity by one prepared statement, inside the transaction of <see cref="Writing"/>. On SQLite the change tracker
/// prepares a statement for each row, which costs as much as the row itself. Elsewhere EF's own batches do it on saving.
/// </summary>
public static class BulkInsert
{
    private sealed record Column(IProperty Property, string Name, RelationalTypeMapping Mapping);

    /// <summary>
    /// Makes room for many rows on this connection. SQLite's own 2 MB hold a fraction of the indexes' pages, and emptying the log every 4 MB writes
    /// most of them again and again. Within a transaction; nothing elsewhere.
    /// </summary>
    /// <param name="cacheMegabytes">How much of the file the connection may keep in memory.</param>
    public static async Task ExpectManyAsync(this HelloWorkDbContext db, CancellationToken ct, int cacheMegabytes = 64)
    {
        if (db is not SqliteHelloWorkDbContext)
            return;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"PRAGMA cache_size = -{cacheMegabytes * 1024}; PRAGMA wal_autocheckpoint = 16384";
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <param name="entities">New and untracked. Their children have to be inserted after them.</param>
    /// <param name="ready">A property whose stored form somebody has made already, and that form; null: none.</param>
    public static async Task InsertAsync<T>(
        this HelloWorkDbContext db, IReadOnlyCollection<T> entities, CancellationToken ct, (string Property, Func<T, object?> Stored)? ready = null) where T : class
    {
        if (db is not SqliteHelloWorkDbContext)
        {
            db.AddRange(entities);
            return;
        }
        if (entities.Count == 0)
            return;

        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} isn't in the model.");
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var columns = entity.GetProperties()
            // Guids EF would make are ours in every entity.
            .Where(p => p.ValueGenerated is ValueGenerated.Never || (p.IsPrimaryKey() && p.ClrType == typeof(Guid)))
            .Select(p => new Column(p, p.GetColumnName(table)!, p.GetRelationalTypeMapping())).ToArray();

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Bulk inserts belong into a transaction.");
        command.CommandText = Statement(db.GetService<ISqlGenerationHelper>(), table, columns);
        var parameters = columns.Select((column, i) => Parameter(command, column, i)).ToArray();
        await command.PrepareAsync(ct);
        foreach (var row in entities)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                if (ready is { } made && made.Property == columns[i].Property.Name && made.Stored(row) is { } stored)
                {
                    parameters[i].Value = stored;
                    continue;
                }
                var value = columns[i].Property.GetGetter().GetClrValue(row);
                parameters[i].Value = (value is null || columns[i].Mapping.Converter is not { } converter ? value : converter.ConvertToProvider(value)) ?? DBNull.Value;
            }
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static string Statement(ISqlGenerationHelper sql, StoreObjectIdentifier table, Column[] columns) =>
        $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Name)))}) "
        + $"VALUES ({string.Join(", ", columns.Select((_, i) => sql.GenerateParameterName($"p{i}")))})";

    private static DbParameter Parameter(DbCommand command, Column column, int index)
    {
        var parameter = column.Mapping.CreateParameter(command, $"@p{index}", null, column.Property.IsNullable);
        command.Parameters.Add(parameter);
        return parameter;
    }
}
