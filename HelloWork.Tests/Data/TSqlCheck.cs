using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace HelloWork.Tests.Data;

/// <summary>
/// What can be said of T-SQL without a server: whether SQL Server's own parser takes it, and whether every table and column it names
/// exists. Names are compared with case, since a database may be case-sensitive.
/// </summary>
internal static class TSqlCheck
{
    /// <returns>What is wrong with it, one line each.</returns>
    public static IReadOnlyList<string> ProblemsOf(string sql, TSqlSchema schema)
    {
        var (fragment, problems) = Parse(sql);
        if (problems.Count > 0)
            return problems;
        var resolver = new Resolver(schema);
        fragment.Accept(resolver);
        return resolver.Problems;
    }

    public static (TSqlFragment Fragment, IReadOnlyList<string> Problems) Parse(string sql)
    {
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return (fragment, errors.Select(e => $"line {e.Line}, column {e.Column}: {e.Message}").ToList());
    }

    /// <summary>The statements in EXEC(N'…'), or null.</summary>
    public static string? TextOf(ExecuteStatement node) => node.ExecuteSpecification.ExecutableEntity is ExecutableStringList list
        ? string.Concat(list.Strings.Cast<StringLiteral>().Select(s => s.Value))
        : null;

    /// <summary>What an alias or a table offers. Null columns: not to be told.</summary>
    private sealed record Source(string Name, IReadOnlyCollection<string>? Columns);

    private sealed class Resolver(TSqlSchema schema) : TSqlFragmentVisitor
    {
        private static readonly HashSet<string> DateFunctions = new(["DATEPART", "DATEADD", "DATEDIFF", "DATENAME", "DATEDIFF_BIG"], StringComparer.OrdinalIgnoreCase);
        private static readonly string[] HistoryColumns = ["MigrationId", "ProductVersion"];
        private readonly List<List<Source>> _scopes = [];
        private readonly Stack<QuerySpecification> _selected = [];

        public List<string> Problems { get; } = [];

        public override void ExplicitVisit(QuerySpecification node) => Within(SourcesOf(node.FromClause), () =>
        {
            _selected.Push(node);
            base.ExplicitVisit(node);
            _selected.Pop();
        });

        // The one place that may name what SELECT calls a column.
        public override void ExplicitVisit(OrderByClause node) => Within(_selected.Count > 0 ? [new("", OutputOf(_selected.Peek()))] : [], () => base.ExplicitVisit(node));

        public override void ExplicitVisit(UpdateSpecification node) => Changing(node, node.FromClause, () => base.ExplicitVisit(node));

        public override void ExplicitVisit(DeleteSpecification node) => Changing(node, node.FromClause, () => base.ExplicitVisit(node));

        public override void ExplicitVisit(InsertSpecification node) => Changing(node, null, () => base.ExplicitVisit(node));

        public override void ExplicitVisit(MergeSpecification node) => Changing(node, null, () =>
        {
            _scopes[^1].AddRange(SourcesOf(node.TableReference));
            if (node.TableAlias is { } alias)
                _scopes[^1].Add(new(alias.Value, ColumnsOf(node.Target)));
            base.ExplicitVisit(node);
        });

        public override void ExplicitVisit(CreateTableStatement node) =>
            Within([new(node.SchemaObjectName.BaseIdentifier.Value, node.Definition.ColumnDefinitions.Select(c => c.ColumnIdentifier.Value).ToList())], () => base.ExplicitVisit(node));

        public override void ExplicitVisit(AlterTableAddTableElementStatement node) => Within([SourceOf(node.SchemaObjectName, null)], () => base.ExplicitVisit(node));

        public override void ExplicitVisit(CreateIndexStatement node) => Within([SourceOf(node.OnName, null)], () => base.ExplicitVisit(node));

        public override void ExplicitVisit(ForeignKeyConstraintDefinition node)
        {
            base.ExplicitVisit(node);
            foreach (var column in node.Columns)
                DemandColumn(null, column.Value);
            var referenced = SourceOf(node.ReferenceTableName, null);
            foreach (var column in node.ReferencedTableColumns.Where(c => referenced.Columns?.Contains(c.Value) is false))
                Problems.Add($"{node.ConstraintIdentifier?.Value} refers to {referenced.Name}.{column.Value}, which doesn't exist.");
        }

        public override void ExplicitVisit(FunctionCall node)
        {
            // year in DATEPART(year, …) is no column.
            foreach (var parameter in node.Parameters.Skip(DateFunctions.Contains(node.FunctionName.Value) ? 1 : 0))
                parameter.Accept(this);
            node.OverClause?.Accept(this);
        }

        public override void ExplicitVisit(ColumnReferenceExpression node)
        {
            if (node.ColumnType is not ColumnType.Regular || node.MultiPartIdentifier is null)
                return;
            var names = node.MultiPartIdentifier.Identifiers;
            DemandColumn(names.Count > 1 ? names[^2].Value : null, names[^1].Value);
        }

        public override void ExplicitVisit(ExecuteStatement node)
        {
            if (TextOf(node) is { } inner)
                Problems.AddRange(ProblemsOf(inner, schema));
        }

        private void DemandColumn(string? source, string column)
        {
            var candidates = _scopes.SelectMany(s => s).Where(s => source is null || s.Name == source).ToList();
            if (candidates.Count == 0)
                Problems.Add(source is null ? $"{column} stands where no table is." : $"{source} of {source}.{column} is no table or alias.");
            else if (candidates.All(s => s.Columns?.Contains(column) is false))
                Problems.Add($"{(source is null ? column : $"{source}.{column}")} doesn't exist.");
        }

        private void Changing(DataModificationSpecification node, FromClause? from, Action visit)
        {
            var columns = TargetColumns(node.Target, from);
            Within([.. SourcesOf(from), new("INSERTED", columns), new("DELETED", columns), new(NameOf(node.Target), columns)], visit);
        }

        private IReadOnlyCollection<string>? TargetColumns(TableReference target, FromClause? from) =>
            target is NamedTableReference { SchemaObject: { SchemaIdentifier: null } name }
            && SourcesOf(from).FirstOrDefault(s => s.Name == name.BaseIdentifier.Value) is { } aliased ? aliased.Columns : ColumnsOf(target);

        private IReadOnlyCollection<string>? ColumnsOf(TableReference target) =>
            target is NamedTableReference named ? SourceOf(named.SchemaObject, null).Columns : null;

        private static string NameOf(TableReference target) => target is NamedTableReference named ? named.SchemaObject.BaseIdentifier.Value : "";

        private void Within(List<Source> sources, Action visit)
        {
            _scopes.Add(sources);
            visit();
            _scopes.RemoveAt(_scopes.Count - 1);
        }

        private List<Source> SourcesOf(FromClause? from) => from is null ? [] : from.TableReferences.SelectMany(SourcesOf).ToList();

        private List<Source> SourcesOf(TableReference reference) => reference switch
        {
            NamedTableReference named => [SourceOf(named.SchemaObject, named.Alias?.Value)],
            JoinTableReference join => [.. SourcesOf(join.FirstTableReference), .. SourcesOf(join.SecondTableReference)],
            JoinParenthesisTableReference inner => SourcesOf(inner.Join),
            QueryDerivedTable derived => [new(derived.Alias.Value, derived.Columns.Count > 0 ? derived.Columns.Select(c => c.Value).ToList() : OutputOf(derived.QueryExpression))],
            InlineDerivedTable values => [new(values.Alias.Value, values.Columns.Select(c => c.Value).ToList())],
            OpenJsonTableReference json => [new(json.Alias.Value, json.SchemaDeclarationItems.Count > 0
                ? json.SchemaDeclarationItems.Select(i => i.ColumnDefinition.ColumnIdentifier.Value).ToList() : ["key", "value", "type"])],
            TableReferenceWithAlias other => [new(other.Alias?.Value ?? "", null)],
            _ => [new("", null)],
        };

        // What a trigger sees of the rows that were written and of what they were.
        public override void ExplicitVisit(CreateOrAlterTriggerStatement node)
        {
            var columns = SourceOf(node.TriggerObject.Name, null).Columns;
            Within([new("inserted", columns), new("deleted", columns)], () => base.ExplicitVisit(node));
        }

        private Source SourceOf(SchemaObjectName name, string? alias)
        {
            var table = name.BaseIdentifier.Value;
            if (table is "inserted" or "deleted" && _scopes.SelectMany(s => s).FirstOrDefault(s => s.Name == table) is { } written)
                return written with { Name = alias ?? table };
            if (name.SchemaIdentifier?.Value is "sys" or "INFORMATION_SCHEMA")
                return new(alias ?? table, null);
            if (table is "__EFMigrationsHistory")
                return new(alias ?? table, HistoryColumns);
            if (schema.Tables.TryGetValue(table, out var known))
                return new(alias ?? table, known.Columns.Keys);
            // An UPDATE or DELETE may name an alias of its FROM as its target.
            if (!_scopes.Any(scope => scope.Any(s => s.Name == table)))
                Problems.Add($"{table} is no table.");
            return new(alias ?? table, null);
        }

        private static List<string>? OutputOf(QueryExpression query) => query switch
        {
            QuerySpecification one => one.SelectElements.All(e => e is SelectScalarExpression)
                ? one.SelectElements.Cast<SelectScalarExpression>().Select(NameOf).ToList() : null,
            BinaryQueryExpression several => OutputOf(several.FirstQueryExpression),
            QueryParenthesisExpression inner => OutputOf(inner.QueryExpression),
            _ => null,
        };

        private static string NameOf(SelectScalarExpression element) =>
            element.ColumnName?.Value ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier?.Identifiers[^1].Value ?? "";
    }
}
