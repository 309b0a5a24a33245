using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using HelloWork.Domain.Data;
using HelloWork.Domain.Providers;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Seekers.Searching;

/// <summary>
/// What of a seeker is searched by, as the columns say it, and whom it may be shown to. By statements of its own: a million are read at
/// each start. Nothing of <see cref="Seeker.Details"/> and no registration number is even selected.
/// </summary>
internal sealed class SeekerRow
{
    public required Guid SeekerId { get; init; }
    public required PublicNumber Number { get; init; }
    public required DateTime ChangedAt { get; init; }
    public required string SearchWords { get; init; }
    public WorkingStyle Style { get; init; }
    public bool WantsRegular { get; init; }
    public SeekerTraits Traits { get; init; }
    public int? WishedMonthlyIncome { get; init; }
    public int? WishedHourlyIncome { get; init; }
    public int? CommutingMinutes { get; init; }
    public int ExperienceMonths { get; init; }
    public int? LastMonthlyIncome { get; init; }
    public string? Industries { get; init; }
    /// <summary>Of the open registration.</summary>
    public DateOnly LastDay { get; init; }
    public bool ShownToEmployers { get; init; }
    public ProvisionChoice Choice { get; init; }
    public bool HasMyPage { get; init; }
    /// <summary>The provision service of the open registration runs and its profile is published.</summary>
    public bool IsProvided { get; init; }
    public bool PrivacyMarkOnly { get; init; }
    public List<(string Prefecture, string? Municipality)> Places { get; } = [];
    public List<string> Occupations { get; } = [];
    public List<string> Licences { get; } = [];
    /// <summary>受信条件 (PV-06)</summary>
    public List<(HandlingKind Kind, string Code)> Wanted { get; } = [];

    private const int RowsPerPage = 4_000, IdsPerQuery = 500;

    private const string Columns =
        """
        p."SeekerId", p."PublicNumber", p."ChangedAt", p."SearchWords", p."Style", p."WantsRegular", p."Traits", p."WishedMonthlyIncome", p."WishedHourlyIncome",
        p."CommutingMinutes", p."ExperienceMonths", p."LastMonthlyIncome", p."Industries", r."LastDay", r."ShownToEmployers", r."ProvisionChoice",
        CASE WHEN s."MyPageOpenedAt" IS NOT NULL AND s."MyPageClosedAt" IS NULL THEN 1 ELSE 0 END,
        CASE WHEN v."PublishedAt" IS NOT NULL AND v."StoppedAt" IS NULL THEN 1 ELSE 0 END,
        CASE WHEN c."PrivacyMarkOnly" = 1 THEN 1 ELSE 0 END
        """;

    /// <summary>Those whom anyone may ever find as they are; the last day, choices and conditions are asked with each search (<see cref="ContactPolicy"/>).</summary>
    // CROSS: or SQLite goes through all open registrations, and sorts them for each page.
    private static string Searchable(bool onSqlite) =>
        $"""
        "SeekerProfiles" AS p
        {(onSqlite ? "CROSS" : "INNER")} JOIN "SeekerRegistrations" AS r ON r."SeekerId" = p."SeekerId" AND r."EndedAt" IS NULL
        INNER JOIN "Seekers" AS s ON s."Id" = p."SeekerId"
        LEFT JOIN "ProvisionServices" AS v ON v."SeekerId" = p."SeekerId" AND v."RegistrationId" = r."Id"
        LEFT JOIN "ReceiveConditions" AS c ON c."SeekerId" = p."SeekerId"
        WHERE (r."ShownToEmployers" = 1 OR (v."PublishedAt" IS NOT NULL AND v."StoppedAt" IS NULL))
        """;

    /// <summary>What a seeker has several of, each with how it is put into the row.</summary>
    private static readonly (string Select, Action<SeekerRow, DbDataReader> Take)[] Parts =
    [
        ("SELECT \"SeekerId\", \"PrefectureCode\", \"MunicipalityCode\" FROM \"ProfilePlaces\"", (row, reader) => row.Places.Add((reader.GetString(1), Text(reader, 2)))),
        ("SELECT \"SeekerId\", \"OccupationCode\" FROM \"ProfileOccupations\"", (row, reader) => row.Occupations.Add(reader.GetString(1))),
        ("SELECT \"SeekerId\", \"LicenceCode\" FROM \"ProfileLicences\"", (row, reader) => row.Licences.Add(reader.GetString(1))),
        ("SELECT \"SeekerId\", \"Kind\", \"Code\" FROM \"ReceiveConditionCodes\"", (row, reader) => row.Wanted.Add(((HandlingKind)reader.GetInt32(1), reader.GetString(2)))),
    ];

    private const string OfPage = " WHERE \"SeekerId\" > @after AND \"SeekerId\" <= @through";

    private static string PageOf(bool onSqlite) =>
        $"SELECT {(onSqlite ? "" : $"TOP ({RowsPerPage}) ")}{Columns} FROM {Searchable(onSqlite)} AND p.\"SeekerId\" > @after ORDER BY p.\"SeekerId\"{(onSqlite ? $" LIMIT {RowsPerPage}" : "")}";

    private static string OfIds(int count) => string.Create(CultureInfo.InvariantCulture, $"\"SeekerId\" IN ({string.Join(", ", Enumerable.Range(0, count).Select(n => $"@id{n}"))})");

    private static string Changed(int count, bool onSqlite) => $"SELECT {Columns} FROM {Searchable(onSqlite)} AND p.{OfIds(count)}";

    /// <summary>What is said to SQL Server, for whoever checks it without one.</summary>
    public static IEnumerable<string> ServerStatements =>
        [PageOf(onSqlite: false), Changed(2, onSqlite: false), .. Parts.Select(part => part.Select + OfPage), .. Parts.Select(part => $"{part.Select} WHERE {OfIds(2)}")];

    /// <summary>All that may be found, page by page: on neither database does a transaction stay open for the whole.</summary>
    public static async IAsyncEnumerable<SeekerRow> AllAsync(IDbContextFactory<HelloWorkDbContext> contexts, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await db.Database.OpenConnectionAsync(ct);
            var page = await ReadAsync(db.Command(PageOf(db is SqliteHelloWorkDbContext), ("@after", after)), ct);
            if (page.Count > 0)
            {
                var through = page[^1].SeekerId;
                await FillAsync(page, select => db.Command(select + OfPage, ("@after", after), ("@through", through)), ct);
                after = through;
            }
            foreach (var row in page)
                yield return row;
            if (page.Count < RowsPerPage)
                yield break;
        }
    }

    /// <summary>Those of these that may be found, as they are now.</summary>
    public static async Task<List<SeekerRow>> OfAsync(IDbContextFactory<HelloWorkDbContext> contexts, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var rows = new List<SeekerRow>();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        foreach (var some in ids.Chunk(IdsPerQuery))
        {
            var values = some.Select((id, n) => (string.Create(CultureInfo.InvariantCulture, $"@id{n}"), (object)id)).ToList();
            var found = await ReadAsync(db.Command(Changed(some.Length, db is SqliteHelloWorkDbContext), values), ct);
            await FillAsync(found, select => db.Command($"{select} WHERE {OfIds(some.Length)}", values), ct);
            rows.AddRange(found);
        }
        return rows;
    }

    private static async Task<List<SeekerRow>> ReadAsync(DbCommand command, CancellationToken ct)
    {
        await using var owned = command;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<SeekerRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(Of(reader));
        return rows;
    }

    private static async Task FillAsync(List<SeekerRow> rows, Func<string, DbCommand> command, CancellationToken ct)
    {
        if (rows.Count == 0)
            return;
        var byId = rows.ToDictionary(row => row.SeekerId);
        foreach (var (select, take) in Parts)
        {
            await using var owned = command(select);
            await using var reader = await owned.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                if (byId.TryGetValue(reader.GetGuid(0), out var row))
                    take(row, reader);
        }
    }

    private static SeekerRow Of(DbDataReader reader) => new()
    {
        SeekerId = reader.GetGuid(0), Number = new(reader.GetString(1)), ChangedAt = DateTime.SpecifyKind(reader.GetDateTime(2), DateTimeKind.Utc), SearchWords = reader.GetString(3),
        Style = (WorkingStyle)reader.GetInt32(4), WantsRegular = reader.GetBoolean(5), Traits = (SeekerTraits)reader.GetInt32(6), WishedMonthlyIncome = Figure(reader, 7),
        WishedHourlyIncome = Figure(reader, 8), CommutingMinutes = Figure(reader, 9), ExperienceMonths = reader.GetInt32(10), LastMonthlyIncome = Figure(reader, 11),
        Industries = Text(reader, 12), LastDay = reader.GetFieldValue<DateOnly>(13), ShownToEmployers = reader.GetBoolean(14), Choice = (ProvisionChoice)reader.GetInt32(15),
        HasMyPage = reader.GetInt32(16) == 1, IsProvided = reader.GetInt32(17) == 1, PrivacyMarkOnly = reader.GetInt32(18) == 1,
    };

    private static int? Figure(DbDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetInt32(at);

    private static string? Text(DbDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetString(at);
}

/// <summary>A public number as the index's key, greater for what the database sorts first, and back.</summary>
internal static class SeekerKey
{
    // K-NNNN-NNNN: as numbers they compare as they do as texts.
    public static long Of(PublicNumber number) => -int.Parse(string.Concat(number.Value.AsSpan(2, 4), number.Value.AsSpan(7, 4)), NumberStyles.None, CultureInfo.InvariantCulture);

    public static PublicNumber NumberOf(long key) => PublicNumber.FromSerial((int)-key);
}
