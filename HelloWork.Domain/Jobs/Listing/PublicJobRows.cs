using System.Globalization;

namespace HelloWork.Domain.Jobs.Listing;

/// <summary>What is said to the database to name every public job, by an index that holds all it asks for.</summary>
internal static class PublicJobRows
{
    /// <summary>Plus nothing: or SQLite takes the index of the status, and reads the job for the rest.</summary>
    private static readonly string Shown = string.Create(CultureInfo.InvariantCulture,
        $"Status + 0 = {(int)JobOfferStatus.Active} AND LastDay >= @today AND Disclosure <> {(int)Disclosure.NotPublic}");

    /// <summary>First number, count and last change of each run of @most jobs, in the order of numbers.</summary>
    public static readonly string Parts =
        $"SELECT MIN(Number), COUNT(*), MAX(ChangedAt) FROM (SELECT Number, ChangedAt, (ROW_NUMBER() OVER (ORDER BY Number) - 1) / @most AS Part FROM JobOffers WHERE {Shown}) AS jobs GROUP BY Part ORDER BY Part";

    public static string From(bool limited, bool onSqlite) => string.Create(CultureInfo.InvariantCulture,
        $"SELECT Number, ChangedAt FROM JobOffers WHERE Number >= @from{(limited ? " AND Number < @before" : "")} AND {Shown} ORDER BY Number {(onSqlite ? "LIMIT @most" : "OFFSET 0 ROWS FETCH NEXT @most ROWS ONLY")}");

    public static IReadOnlyList<string> ServerStatements => [Parts, From(limited: false, onSqlite: false), From(limited: true, onSqlite: false)];
}
