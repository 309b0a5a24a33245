using System.Data.Common;

namespace HelloWork.Domain.Data.Feed;

/// <summary>
/// The feed as one of the databases keeps it. SQL Server gives a row its number when it is written, not when it is committed, so a
/// smaller number may appear after a greater one. Read are therefore only numbers below the lowest that an open transaction may
/// hold, and that limit is asked for first, by a statement of its own: whatever is below it was committed before the rows are read.
/// </summary>
public abstract class ChangeLog
{
    /// <summary>Numbers below it are committed or will never be; of itself and above, nothing is known.</summary>
    public abstract Task<long> LimitAsync(CancellationToken ct);

    /// <summary>In the order of their numbers.</summary>
    public abstract Task<List<RecordChange>> RowsAsync(long after, long below, int most, CancellationToken ct);

    public abstract Task<long> PrunedThroughAsync(CancellationToken ct);

    /// <summary>The steps in the one order that misses nothing, whatever is committed or pruned between them.</summary>
    public async Task<ChangesRead> ReadAsync(long after, int most, CancellationToken ct)
    {
        var limit = await LimitAsync(ct);
        // Nothing came after, so nothing can have been cut off after either: the usual case, before every search.
        if (limit - 1 <= after)
            return new([], after, HasMore: false, Lost: false);
        var rows = await RowsAsync(after, limit, most, ct);
        // Last: what was cut off before the rows were read is told.
        if (await PrunedThroughAsync(ct) > after)
            return new([], after, false, Lost: true);
        return rows.Count == most
            ? new(rows, rows[^1].Number, HasMore: true, Lost: false)
            : new(rows, Math.Max(after, limit - 1), HasMore: false, Lost: false);
    }

    /// <param name="open">Is closed by the caller.</param>
    /// <param name="timeout">Of each statement in seconds; null: the driver's own.</param>
    internal static ChangeLog On(DbConnection open, bool onSqlite, int? timeout) => onSqlite ? new OnSqlite(open, timeout) : new OnSqlServer(open, timeout);

    /// <summary>By statements of its own: it runs before every search, and EF would take longer than the database.</summary>
    private abstract class InDatabase(DbConnection open, int? timeout) : ChangeLog
    {
        protected async Task<long> NumberAsync(string sql, CancellationToken ct)
        {
            await using var command = Command(sql);
            return Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
        }

        protected async Task<List<RecordChange>> RowsAsync(string sql, long after, long below, int most, CancellationToken ct)
        {
            await using var command = Command(sql, ("@after", after), ("@below", below), ("@most", most));
            await using var reader = await command.ExecuteReaderAsync(ct);
            var rows = new List<RecordChange>();
            while (await reader.ReadAsync(ct))
                rows.Add(new(reader.GetInt64(0), (ChangedRecord)reader.GetByte(1), reader.GetGuid(2)));
            return rows;
        }

        private DbCommand Command(string sql, params (string Name, object Value)[] values)
        {
            var command = open.CreateCommand();
            command.CommandText = sql;
            if (timeout is { } seconds)
                command.CommandTimeout = seconds;
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }
            return command;
        }
    }

    private sealed class OnSqlite(DbConnection open, int? timeout) : InDatabase(open, timeout)
    {
        // The counter knows the last number also when all rows are gone; it is read as of the last commit, like the rows.
        public override Task<long> LimitAsync(CancellationToken ct) => NumberAsync("SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'RecordChanges'), 0) + 1", ct);

        public override Task<List<RecordChange>> RowsAsync(long after, long below, int most, CancellationToken ct) =>
            RowsAsync("SELECT Number, Kind, RecordId FROM RecordChanges WHERE Number > @after AND Number < @below ORDER BY Number LIMIT @most", after, below, most, ct);

        public override Task<long> PrunedThroughAsync(CancellationToken ct) => NumberAsync("SELECT COALESCE((SELECT PrunedThrough FROM FeedMarks), 0)", ct);
    }

    private sealed class OnSqlServer(DbConnection open, int? timeout) : InDatabase(open, timeout)
    {
        public override Task<long> LimitAsync(CancellationToken ct) => NumberAsync(ServerLimit, ct);

        public override Task<List<RecordChange>> RowsAsync(long after, long below, int most, CancellationToken ct) => RowsAsync(ServerRows, after, below, most, ct);

        public override Task<long> PrunedThroughAsync(CancellationToken ct) => NumberAsync(ServerPruned, ct);
    }

    /// <summary>What is said to SQL Server, for whoever checks it without one.</summary>
    public static IReadOnlyList<string> ServerStatements => [ServerLimit, ServerRows, ServerPruned];

    private const string ServerLimit = "SELECT CAST(MIN_ACTIVE_ROWVERSION() AS bigint)";

    private const string ServerRows =
        "SELECT TOP (@most) CAST([Number] AS bigint), [Kind], [RecordId] FROM [RecordChanges] "
        + "WHERE [Number] > CAST(CAST(@after AS bigint) AS binary(8)) AND [Number] < CAST(CAST(@below AS bigint) AS binary(8)) ORDER BY [Number]";

    private const string ServerPruned = "SELECT COALESCE((SELECT [PrunedThrough] FROM [FeedMarks]), 0)";
}

/// <summary>A part of the feed.</summary>
/// <param name="Changes">In order. A record may be named several times; it is read once, afterwards.</param>
/// <param name="Through">Where to read on: everything up to here is in this part or was before it.</param>
/// <param name="Lost">What came after the place asked for has been cut off: read everything anew.</param>
public sealed record ChangesRead(IReadOnlyList<RecordChange> Changes, long Through, bool HasMore, bool Lost);
