using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace HelloWork.Tests.Data;

/// <summary>Tables, columns, keys and indexes as a T-SQL script leaves them.</summary>
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
            AddKeys(name, node.Definition);
        }

        public override void Visit(AlterTableAddTableElementStatement node)
        {
            var name = node.SchemaObjectName.BaseIdentifier.Value;
            foreach (var column in node.Definition.ColumnDefinitions)
                schema.Tables[name].Columns[column.ColumnIdentifier.Value] = TSqlColumn.Of(column);
            AddKeys(name, node.Definition);
        }

        public override void Visit(AlterTableAlterColumnStatement node)
        {
            var columns = schema.Tables[node.SchemaObjectName.BaseIdentifier.Value].Columns;
            columns[node.ColumnIdentifier.Value] = TSqlColumn.Of(node.DataType, node.Collation);
        }

        public override void Visit(AlterTableDropTableElementStatement node)
        {
            var table = node.SchemaObjectName.BaseIdentifier.Value;
            foreach (var element in node.AlterTableDropTableElements)
            {
                if (element.TableElementType is TableElementType.Column)
                    schema.Tables[table].Columns.Remove(element.Name.Value);
                else
                    schema.Keys.RemoveAll(k => k.Table == table && k.Name == element.Name.Value);
            }
        }

        public override void Visit(DropTableStatement node)
        {
            foreach (var table in node.Objects.Select(o => o.BaseIdentifier.Value))
            {
                schema.Tables.Remove(table);
                schema.Keys.RemoveAll(k => k.Table == table);
            }
        }

        public override void Visit(DropIndexStatement node)
        {
            foreach (var clause in node.DropIndexClauses.OfType<DropIndexClause>())
                schema.Keys.RemoveAll(k => k.Table == clause.Object.BaseIdentifier.Value && k.Name == clause.Index.Value);
        }

        private void AddKeys(string table, TableDefinition definition)
        {
            foreach (var key in definition.TableConstraints.OfType<UniqueConstraintDefinition>())
                schema.Keys.Add(new(key.ConstraintIdentifier.Value, table, ColumnsOf(key.Columns), Clustered: key.IsPrimaryKey, Unique: true));
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
    public static TSqlColumn Of(ColumnDefinition column) => Of(column.DataType, column.Collation);

    public static TSqlColumn Of(DataTypeReference declared, Identifier? collation)
    {
        var type = (SqlDataTypeReference)declared;
        var length = type.Parameters.FirstOrDefault();
        int? n = length is IntegerLiteral literal ? int.Parse(literal.Value, System.Globalization.CultureInfo.InvariantCulture) : null;
        return new($"{type.SqlDataTypeOption}{(length is null ? "" : $"({length.Value})")}", type.SqlDataTypeOption switch
        {
            SqlDataTypeOption.NVarChar or SqlDataTypeOption.NChar => 2 * n,
            SqlDataTypeOption.VarChar or SqlDataTypeOption.Char or SqlDataTypeOption.VarBinary => n,
            SqlDataTypeOption.UniqueIdentifier => 16,
            SqlDataTypeOption.DateTimeOffset => 10,
            SqlDataTypeOption.Rowversion or SqlDataTypeOption.Timestamp or SqlDataTypeOption.BigInt or SqlDataTypeOption.DateTime2 => 8,
            SqlDataTypeOption.Int => 4,
            SqlDataTypeOption.Date => 3,
            SqlDataTypeOption.SmallInt => 2,
            SqlDataTypeOption.TinyInt or SqlDataTypeOption.Bit => 1,
            _ => throw new NotSupportedException($"How many bytes of a key does a {type.SqlDataTypeOption} take?"),
        }, collation?.Value);
    }
}

internal sealed record TSqlKey(string Name, string Table, IReadOnlyList<string> Columns, bool Clustered, bool Unique);
