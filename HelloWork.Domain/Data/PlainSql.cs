using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Data;

/// <summary>Statements of our own, where EF would take longer than the database.</summary>
internal static class PlainSql
{
    /// <summary>On the context's connection, which has to be open.</summary>
    public static DbCommand Command(this HelloWorkDbContext db, string sql, params IEnumerable<(string Name, object Value)> values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
