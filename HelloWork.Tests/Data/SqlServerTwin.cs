using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
#pragma warning disable EF1001 // FromSql's place in a query has no public type.
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace HelloWork.Tests.Data;

/// <summary>
/// Rides on every SQLite context of the tests. What a test asks or saves is put to the SQL Server provider too, without a server; the
/// statements that come of it are parsed and resolved. A query that only SQLite could run fails the very test that runs it.
/// </summary>
internal sealed class SqlServerTwin : DbCommandInterceptor, IQueryExpressionInterceptor, ISaveChangesInterceptor
{
    public static readonly SqlServerTwin Instance = new();

    private static readonly Lazy<(IModel Model, TSqlSchema Schema)> Server = new(() =>
    {
        using var server = OfflineSqlServer.CreateContext();
        return (server.Model, TSqlSchema.Read(server.Database.GenerateCreateScript()));
    });

    private readonly ConcurrentDictionary<string, bool> _saves = new();
    private readonly ConcurrentDictionary<string, bool> _statements = new();

    private SqlServerTwin()
    {
        if (Environment.GetEnvironmentVariable("HELLOWORK_TEST_TSQL_FILE") is { Length: > 0 } file)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllText(file, string.Join("\nGO\n", Statements.Order(StringComparer.Ordinal)));
    }

    /// <summary>Every statement for SQL Server so far in this test run.</summary>
    public ICollection<string> Statements => _statements.Keys;

    // Once for each shape of query: EF asks before it compiles one it hasn't met.
    public Expression QueryCompilationStarting(Expression query, QueryExpressionEventData e)
    {
        if (e.Context is SqliteHelloWorkDbContext)
        {
            Ask(query, SampleValues.Given);
            Ask(query, SampleValues.Missing);
        }
        return query;
    }

    public InterceptionResult<int> SavingChanges(DbContextEventData e, InterceptionResult<int> result)
    {
        if (e.Context is SqliteHelloWorkDbContext db)
            Save(db);
        return result;
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData e, InterceptionResult<int> result, CancellationToken ct = default) =>
        ValueTask.FromResult(SavingChanges(e, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData e, InterceptionResult<int> result)
    {
        if (e.CommandSource is CommandSource.ExecuteSqlRaw && !IsSqlitesOwn(command.CommandText))
            Check([command.CommandText]);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData e, InterceptionResult<int> result, CancellationToken ct = default) =>
        ValueTask.FromResult(NonQueryExecuting(command, e, result));

    /// <summary>Parses and resolves; what is wrong throws.</summary>
    public void Check(IEnumerable<string> statements)
    {
        foreach (var statement in statements.Where(s => !_statements.ContainsKey(s)))
        {
            if (TSqlCheck.ProblemsOf(statement, Server.Value.Schema) is { Count: > 0 } problems)
                throw new SqlServerTwinException($"SQL Server couldn't run this:\n{string.Join('\n', problems.Distinct())}\n{statement}");
            _statements.TryAdd(statement, true);
        }
    }

    /// <summary>What only <see cref="DatabaseMigration"/> says, and to a file.</summary>
    private static bool IsSqlitesOwn(string statement) =>
        statement.StartsWith("PRAGMA ", StringComparison.Ordinal) || statement.StartsWith("CREATE TRIGGER IF NOT EXISTS ", StringComparison.Ordinal) || statement.Contains("__EFMigrationsLock", StringComparison.Ordinal);

    private void Ask(Expression query, SampleValues values)
    {
        var (server, kept) = OfflineSqlServer.Create(new DatabaseSettings());
        using (server)
        {
            var provider = server.GetService<IAsyncQueryProvider>();
            var moving = new Moving(server.Model, provider, values);
            var moved = moving.Visit(query);
            kept.AnswersWithARow = moving.IsSplit;
            Run(kept, () =>
            {
                if (moved.Type.IsAssignableTo(typeof(IQueryable)))
                    foreach (var _ in (IEnumerable)provider.CreateQuery(moved)) { }
                else
                    provider.Execute(moved);
            });
        }
    }

    private void Save(SqliteHelloWorkDbContext db)
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed.Where(e => e.State is not EntityState.Deleted))
            Facets.Demand(entry, Server.Value.Model);

        // Four of a kind stand for any number: from there on EF merges rows instead of inserting them.
        var kinds = changed.GroupBy(KindOf).Select(g => g.Take(4).ToList()).ToList();
        if (kinds.Count == 0 || !_saves.TryAdd(string.Join('\n', kinds.Select(k => $"{KindOf(k[0])} x{k.Count}").Order(StringComparer.Ordinal)), true))
            return;
        var (server, kept) = OfflineSqlServer.Create(new DatabaseSettings { MaxBatchSize = 1000 });
        using (server)
        {
            foreach (var entry in kinds.SelectMany(k => k))
                Copy(entry, server);
            Run(kept, () => server.SaveChanges());
        }
    }

    private static string KindOf(EntityEntry entry) =>
        $"{entry.State} {entry.Metadata.Name} {string.Join(' ', entry.Properties.Where(p => p.IsModified).Select(p => p.Metadata.Name))}";

    private static void Copy(EntityEntry entry, DbContext server)
    {
        var copy = server.Entry(entry.CurrentValues.ToObject());
        foreach (var property in copy.Properties.Where(p => entry.State is EntityState.Added && p.Metadata.IsPrimaryKey() && p.Metadata.ValueGenerated is not ValueGenerated.Never))
            property.CurrentValue = property.Metadata.Sentinel;
        copy.State = entry.State is EntityState.Modified ? EntityState.Unchanged : entry.State;
        foreach (var property in entry.Properties.Where(_ => entry.State is EntityState.Modified))
        {
            copy.Property(property.Metadata.Name).OriginalValue = property.OriginalValue;
            copy.Property(property.Metadata.Name).IsModified = property.IsModified;
        }
    }

    /// <summary>An answer with nothing in it suits few; that counts only when nothing was asked, or not all that is asked where a row has come.</summary>
    private void Run(OfflineSqlServer server, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (server.Statements.Count == 0 || server.AnswersWithARow)
        {
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            throw new SqlServerTwinException($"The SQL Server provider can't: {cause.Message}", cause);
        }
        catch (Exception)
        {
        }
        Check(server.Statements);
    }

    /// <summary>A query of one context becomes one of the other, with sample values for its parameters.</summary>
    private sealed class Moving(IModel model, IAsyncQueryProvider provider, SampleValues values) : ExpressionVisitor
    {
        public bool IsSplit { get; private set; }

        protected override Expression VisitExtension(Expression node) => node switch
        {
            FromSqlQueryRootExpression sql => new FromSqlQueryRootExpression(provider, TypeOf(sql), sql.Sql, Expression.Constant(values.ForSql(sql.Sql))),
            EntityQueryRootExpression root => new EntityQueryRootExpression(provider, TypeOf(root)),
            QueryParameterExpression parameter => values.For(parameter.Type),
            _ => base.VisitExtension(node),
        };

        // Find hands its key over as an object: Equals(EF.Property<object>(e, "Id"), key).
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            IsSplit |= node.Method.Name == nameof(RelationalQueryableExtensions.AsSplitQuery);
            return node.Arguments is [MethodCallExpression { Arguments: [var entity, ConstantExpression { Value: string name }] } property, QueryParameterExpression key]
            && key.Type == typeof(object) && model.FindEntityType(entity.Type)?.FindProperty(name) is { } column
                ? Expression.Call(node.Method, property, Expression.Convert(SampleValues.Given.For(column.ClrType), typeof(object)))
                : base.VisitMethodCall(node);
        }

        private IEntityType TypeOf(EntityQueryRootExpression root) => model.FindEntityType(root.EntityType.Name)!;
    }
}

/// <summary>A test asked or saved what SQL Server would refuse.</summary>
internal sealed class SqlServerTwinException(string message, Exception? cause = null) : Exception(message, cause);
