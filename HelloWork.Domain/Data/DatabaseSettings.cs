namespace HelloWork.Domain.Data;

/// <summary>The section «Database» of the settings, and the connection string <c>HelloWork</c>.</summary>
public sealed class DatabaseSettings
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
    public string ConnectionString { get; set; } = "";
    /// <summary>Statements EF sends at once; null: EF's own choice. Passed through for servers that only speak the protocol.</summary>
    public int? MaxBatchSize { get; set; }
    /// <summary>Seconds.</summary>
    public int CommandTimeout { get; set; } = 30;
}

public enum DatabaseProvider
{
    Sqlite = 1,
    SqlServer = 2,
}
