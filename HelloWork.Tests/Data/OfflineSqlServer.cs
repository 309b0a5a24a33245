using System.Data;
using System.Data.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HelloWork.Tests.Data;

/// <summary>
/// The portal's SQL Server context without a server: nothing is opened, every command is kept and answered with nothing, or with one row.
/// </summary>
internal sealed class OfflineSqlServer : DbCommandInterceptor
{
    private static readonly NoConnection Unplugged = new();
    private readonly List<string> _statements = [];

    private OfflineSqlServer() { }

    /// <summary>In the order in which they would have been sent.</summary>
    public IReadOnlyList<string> Statements => _statements;

    /// <summary>A query that asks on where a row has come gets one.</summary>
    public bool AnswersWithARow { get; set; }

    public static SqlServerHelloWorkDbContext CreateContext(DatabaseSettings? settings = null) => Create(settings ?? new()).Context;

    public static (SqlServerHelloWorkDbContext Context, OfflineSqlServer Server) Create(DatabaseSettings settings)
    {
        settings.Provider = DatabaseProvider.SqlServer;
        settings.ConnectionString = "Server=nowhere;Database=portal";
        var server = new OfflineSqlServer();
        var options = new DbContextOptionsBuilder<SqlServerHelloWorkDbContext>();
        options.UseHelloWork(settings).AddInterceptors(server, Unplugged);
        var context = new SqlServerHelloWorkDbContext(options.Options);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return (context, server);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData e, InterceptionResult<DbDataReader> result) =>
        Keep(command, InterceptionResult<DbDataReader>.SuppressWithResult(AnswersWithARow ? new OneRow() : new DataTable().CreateDataReader()));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData e, InterceptionResult<int> result) =>
        Keep(command, InterceptionResult<int>.SuppressWithResult(0));

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData e, InterceptionResult<object> result) =>
        Keep(command, InterceptionResult<object>.SuppressWithResult(0));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData e, InterceptionResult<DbDataReader> result, CancellationToken ct = default) =>
        ValueTask.FromResult(ReaderExecuting(command, e, result));

    private InterceptionResult<T> Keep<T>(DbCommand command, InterceptionResult<T> answer)
    {
        _statements.Add(command.CommandText);
        return answer;
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData e, InterceptionResult result) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData e, InterceptionResult result, CancellationToken ct = default) =>
            ValueTask.FromResult(InterceptionResult.Suppress());

        public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData e, InterceptionResult result) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData e, InterceptionResult result) =>
            ValueTask.FromResult(InterceptionResult.Suppress());
    }
}
