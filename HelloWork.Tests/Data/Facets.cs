using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HelloWork.Tests.Data;

/// <summary>What SQLite takes and SQL Server doesn't: a text longer than its column, and Japanese in a column for ASCII.</summary>
internal static class Facets
{
    /// <exception cref="SqlServerTwinException">A value doesn't fit.</exception>
    public static void Demand(EntityEntry entry, IModel server)
    {
        var type = server.FindEntityType(entry.Metadata.Name)!;
        foreach (var property in entry.Properties)
        {
            var column = type.FindProperty(property.Metadata.Name)!;
            if (Stored(column, property.CurrentValue) is not string text)
                continue;
            if (column.GetMaxLength() is { } most && text.Length > most)
                throw new SqlServerTwinException($"SQL Server would refuse {text.Length} characters in {type.GetTableName()}.{column.GetColumnName()}, which holds {most}.");
            if (column.IsUnicode() is false && !text.All(char.IsAscii))
                throw new SqlServerTwinException($"SQL Server would spoil what isn't ASCII in {type.GetTableName()}.{column.GetColumnName()}: {text}");
        }
    }

    private static object? Stored(IProperty column, object? value) =>
        value is null ? null : column.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
}
