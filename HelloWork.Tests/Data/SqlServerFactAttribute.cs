using HelloWork.Tests.Support;

namespace HelloWork.Tests.Data;

/// <summary>Runs only where there is a server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute()
    {
        if (TestDatabase.Server is null)
            Skip = "No SQL Server here: with HELLOWORK_TEST_SQLSERVER set to a connection string of a login that may create databases, this and all tests of the domain run there.";
    }
}

/// <summary>Asks something of SQLite itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute()
    {
        if (TestDatabase.Server is not null)
            Skip = "Asks something of SQLite, and HELLOWORK_TEST_SQLSERVER is set.";
    }
}
