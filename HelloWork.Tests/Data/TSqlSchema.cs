using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace HelloWork.Tests.Data;

/// <summary>Tables, columns, keys and indexes as a T-SQL script creates them.</summary>
internal sealed class TSqlSchema
{
    public Dictionary<string, TSqlTable> Tables { get; } = [];
    public List<TSqlKey> Keys { get; } = [];

    /// <exception cref="InvalidOperationException">The script is no T-SQL.</exception>
    public static TSqlSchema Read(string script)
    {
        var (fragment, problems) = TSqlCheck.Parse(script);
        if (problems.Count > 0)
            throw new InvalidOperationException(string.Join('\n', problems));
        var schema = new TSqlSchema();
        fragment.Accept(new Reader(schema));
        return schema;
    }

    private sealed class Reader(TSqlSchema schema) : TSqlFragmentVisitor
    {
        public override void Visit(CreateTableStatement node)
        {
            var name = node.SchemaObjectName.BaseIdentifier.Value;
            schema.Tables[name] = new TSqlTable(name, node.Definition.ColumnDefinitions.ToDictionary(c => c.ColumnIdentifier.Value, TSqlColumn.Of));
            foreach (var key in node.Definition.TableConstraints.OfType<UniqueConstraintDefinition>())
                schema.Keys.Add(new(key.ConstraintIdentifier.Value, name, ColumnsOf(key.Columns), Clustered: key.IsPrimaryKey, Unique: true));
        }

        public override void Visit(CreateIndexStatement node) =>
            schema.Keys.Add(new(node.Name.Value, node.OnName.BaseIdentifier.Value, ColumnsOf(node.Columns), Clustered: false, node.Unique));

        // An index with a filter stands in EXEC(N'…') of an idempotent script.
        public override void Visit(ExecuteStatement node)
        {
            if (TSqlCheck.TextOf(node) is { } inner)
                TSqlCheck.Parse(inner).Fragment.Accept(this);
        }

        private static List<string> ColumnsOf(IList<ColumnWithSortOrder> columns) =>
            columns.Select(c => c.Column.MultiPartIdentifier.Identifiers[^1].Value).ToList();
    }
}

internal sealed record TSqlTable(string Name, Dictionary<string, TSqlColumn> Columns);

/// <param name="Bytes">The most a value takes in a key; null: as long as you like.</param>
internal sealed record TSqlColumn(string Type, int? Bytes, string? Collation)
{
    public static TSqlColumn Of(ColumnDefinition column)
    {
        var type = (SqlDataTypeReference)column.DataType;
        var length = type.Parameters.FirstOrDefault();
        int? n = length is IntegerLiteral literal ? int.Parse(literal.Value, System.Globalization.CultureInfo.InvariantCulture) : null;
        return new($"{type.SqlDataTypeOption}{(length is null ? "" : $"({length.Value})")}", type.SqlDataTypeOption switch
        {
            SqlDataTypeOption.NVarChar or SqlDataTypeOption.NChar => 2 * n,
            SqlDataTypeOption.VarChar or SqlDataTypeOption.Char or SqlDataTypeOption.VarBinary => n,
            SqlDataTypeOption.UniqueIdentifier => 16,
            SqlDataTypeOption.DateTimeOffset => 10,
            SqlDataTypeOption.BigInt or SqlDataTypeOption.DateTime2 => 8,
            SqlDataTypeOption.Int => 4,
            SqlDataTypeOption.Date => 3,
            SqlDataTypeOption.SmallInt => 2,
            SqlDataTypeOption.TinyInt or SqlDataTypeOption.Bit => 1,
            _ => throw new NotSupportedException($"How many bytes of a key does a {type.SqlDataTypeOption} take?"),
        }, column.Collation?.Value);
    }
}

internal sealed record TSqlKey(string Name, string Table, IReadOnlyList<string> Columns, bool Clustered, bool Unique);
