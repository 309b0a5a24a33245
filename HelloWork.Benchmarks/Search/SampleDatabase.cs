using HelloWork.Domain.Search;
using Microsoft.Data.Sqlite;

namespace HelloWork.Benchmarks.Search;

/// <summary>The sample jobs in a SQLite file: with texts, as facts alone with the usual indexes, and as letter pairs for FTS5.</summary>
internal static class SampleDatabase
{
    public static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-262144; PRAGMA mmap_size=8589934592; PRAGMA temp_store=MEMORY; PRAGMA case_sensitive_like=ON;");
        return connection;
    }

    public static long Fill(SqliteConnection connection, int jobs, bool fts)
    {
        Run(connection, """
            CREATE TABLE Jobs(Id INTEGER PRIMARY KEY, Title TEXT, Office TEXT, Place TEXT, Description TEXT, Text TEXT, Prefecture TEXT, Municipality TEXT, Occupation TEXT, Type TEXT, WageFrom INT, WageTo INT, DaysOff INT, Posted INT, Flags INT);
            CREATE TABLE Facts(Id INTEGER PRIMARY KEY, Prefecture TEXT, Type TEXT, WageFrom INT, WageTo INT, DaysOff INT, Flags INT);
            CREATE VIRTUAL TABLE Pairs USING fts5(Words, content='', detail=full, tokenize="ascii tokenchars '!#$%&()*+,-./:;<=>?@[]^_{|}~'");
            BEGIN;
            """);
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO Jobs VALUES ({string.Join(',', Enumerable.Range(0, 15).Select(at => $"${at}"))})";
        using var pairs = connection.CreateCommand();
        pairs.CommandText = "INSERT INTO Pairs(rowid, Words) VALUES ($0, $1)";
        for (var at = 0; at < 15; at++)
            insert.Parameters.AddWithValue($"${at}", DBNull.Value);
        pairs.Parameters.AddWithValue("$0", DBNull.Value);
        pairs.Parameters.AddWithValue("$1", DBNull.Value);
        var letters = 0L;
        foreach (var job in SampleJobs.Make(jobs))
        {
            var text = Text(job);
            letters += text.Length - 3;
            object[] values = [job.Id, job.Title, job.Office, job.Place, job.Description, text, job.Prefecture, job.Municipality, job.Occupation, job.Type, job.WageFrom, job.WageTo, job.DaysOff, job.Posted, job.Flags];
            for (var at = 0; at < values.Length; at++)
                insert.Parameters[at].Value = values[at];
            insert.ExecuteNonQuery();
            if (!fts)
                continue;
            pairs.Parameters[0].Value = job.Id;
            pairs.Parameters[1].Value = $"{SqliteEngine.Pairs(text)} zp{job.Prefecture} zt{job.Type.Replace("-", "", StringComparison.Ordinal)} {string.Join(' ', Enumerable.Range(0, SampleJobs.FlagCount).Where(f => (job.Flags >> f & 1) != 0).Select(f => $"zf{f}x"))}";
            pairs.ExecuteNonQuery();
        }
        Run(connection, """
            COMMIT;
            INSERT INTO Facts SELECT Id, Prefecture, Type, WageFrom, WageTo, DaysOff, Flags FROM Jobs ORDER BY Id;
            CREATE INDEX FactsByPrefecture ON Facts(Prefecture, Type, WageFrom, Id);
            CREATE INDEX FactsByType ON Facts(Type, WageFrom, Id);
            CREATE INDEX FactsByWage ON Facts(WageTo, Id);
            """);
        if (fts)
            Run(connection, "INSERT INTO Pairs(Pairs) VALUES ('optimize')");
        Run(connection, "ANALYZE");
        return letters;
    }

    /// <summary>All that is searched by words.</summary>
    public static string Text(SampleJob job) => $"{job.Title} {job.Office} {job.Place} {job.Description}";

    public static IEnumerable<SampleJob> Read(SqliteConnection connection)
    {
        using var select = connection.CreateCommand();
        select.CommandText = "SELECT Id, Title, Office, Place, Description, Prefecture, Municipality, Occupation, Type, WageFrom, WageTo, DaysOff, Posted, Flags FROM Jobs ORDER BY Id";
        using var row = select.ExecuteReader();
        while (row.Read())
            yield return new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8),
                row.GetInt32(9), row.GetInt32(10), row.GetInt32(11), row.GetInt32(12), row.GetInt32(13));
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
