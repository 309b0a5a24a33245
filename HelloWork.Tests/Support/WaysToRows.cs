using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HelloWork.Tests.Support;

/// <summary>
/// Notes what is said to SQLite, and tells what of it would go through all rows of a table that has a million in the whole country. SQLite
/// knows no sizes: it takes the same way in a test's small file.
/// </summary>
public sealed partial class WaysToRows : DbCommandInterceptor
{
    private static readonly HashSet<string> Large =
        ["JobOffers", "JobOfferPlaces", "Offices", "Accounts", "Seekers", "SeekerRegistrations", "SeekerProfiles", "ProfilePlaces", "ProfileOccupations", "ProfileLicences", "ProvisionServices"];

    private readonly ConcurrentDictionary<string, bool> _said = new();

    /// <summary>Each way with its statement.</summary>
    public async Task<IReadOnlyList<string>> LongOnesAsync(TestDatabase database)
    {
        List<string> found = [];
        // «WHERE 0» is what EF makes of an empty list: nothing is read.
        foreach (var statement in _said.Keys.Where(s => !s.Contains("WHERE 0", StringComparison.Ordinal)))
        {
            var tables = Named().Matches(statement).ToLookup(m => m.Groups["alias"].Success ? m.Groups["alias"].Value : m.Groups["table"].Value, m => m.Groups["table"].Value);
            foreach (var way in await StepsAsync(database, statement))
                if (Through().Match(way) is { Success: true } through && tables[through.Groups["alias"].Value].Any(Large.Contains))
                    found.Add($"{way}: {WhiteSpace().Replace(statement, " ")}");
        }
        return found;
    }

    /// <summary>How SQLite would go about a statement, in its own words.</summary>
    public static async Task<IReadOnlyList<string>> StepsAsync(TestDatabase database, string statement)
    {
        await using var connection = new SqliteConnection(database.Settings.ConnectionString);
        await connection.OpenAsync();
        await using var plan = connection.CreateCommand();
        plan.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        foreach (var name in Parameter().Matches(statement).Select(m => m.Value).Distinct())
            plan.Parameters.Add(new SqliteParameter(name, ""));
        await using var reader = await plan.ExecuteReaderAsync();
        List<string> steps = [];
        while (await reader.ReadAsync())
            steps.Add(reader.GetString(3));
        return steps;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken ct = default)
    {
        Note(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken ct = default)
    {
        Note(command);
        return new(result);
    }

    private void Note(DbCommand command)
    {
        // A batch of writes goes to rows by their keys.
        if (!command.CommandText.Contains(";\n", StringComparison.Ordinal))
            _said.TryAdd(command.CommandText, true);
    }

    [GeneratedRegex("""\b(?:FROM|JOIN|UPDATE|INTO) "?(?<table>[A-Z]\w+)"?(?: AS "?(?<alias>\w+)"?)?""")] private static partial Regex Named();

    // All of it, or by what most of it has in common: jobs that are active, registrations that are open.
    [GeneratedRegex(@"^(?:SCAN (?<alias>\w+)|SEARCH (?<alias>\w+) USING (?:COVERING )?INDEX \w+ \((?:Status|EndedAt)=\?(?: AND LastDay>\?)?\))")] private static partial Regex Through();

    [GeneratedRegex(@"@\w+")] private static partial Regex Parameter();

    [GeneratedRegex(@"\s+")] private static partial Regex WhiteSpace();
}
