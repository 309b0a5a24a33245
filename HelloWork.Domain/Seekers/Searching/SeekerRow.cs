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
    public required IReadOnlyList<string> Industries { get; init; }
    /// <summary>Of the open registration.</summary>
    public DateOnly LastDay { get; init; }
    public bool ShownToEmployers { get; init; }
    public ProvisionChoice Choice { get; init; }
    public bool HasMyPage { get; init; }
    /// <summary>The provision service of the open registration runs and its profile is published.</summary>
    public bool IsProvided { get; init; }
    public bool PrivacyMarkOnly { get; init; }
    public required IReadOnlyList<(string Prefecture, string? Municipality)> Places { get; init; }
    public required IReadOnlyList<string> Occupations { get; init; }
    public required IReadOnlyList<string> Licences { get; init; }
    /// <summary>受信条件 (PV-06)</summary>
    public required IReadOnlyList<(HandlingKind Kind, string Code)> Wanted { get; init; }

    private const int RowsPerPage = 1_000, IdsPerQuery = 500, Prefecture = 2;

    // Nothing as a value of its own: asking the driver whether a column is null costs as much as reading it. What a seeker has several of as one text, in words that both databases know.
    private const string Columns =
        """
        p."SeekerId", p."PublicNumber", p."ChangedAt", p."SearchWords", p."Style", p."WantsRegular", p."Traits", COALESCE(p."WishedMonthlyIncome", -1), COALESCE(p."WishedHourlyIncome", -1),
        COALESCE(p."CommutingMinutes", -1), p."ExperienceMonths", COALESCE(p."LastMonthlyIncome", -1), COALESCE(p."Industries", ''), r."LastDay", r."ShownToEmployers", r."ProvisionChoice",
        CASE WHEN s."MyPageOpenedAt" IS NOT NULL AND s."MyPageClosedAt" IS NULL THEN 1 ELSE 0 END,
        CASE WHEN v."PublishedAt" IS NOT NULL AND v."StoppedAt" IS NULL THEN 1 ELSE 0 END,
        CASE WHEN c."PrivacyMarkOnly" = 1 THEN 1 ELSE 0 END,
        COALESCE((SELECT STRING_AGG(CONCAT(x."PrefectureCode", x."MunicipalityCode"), ' ') FROM "ProfilePlaces" AS x WHERE x."SeekerId" = p."SeekerId"), ''),
        COALESCE((SELECT STRING_AGG(x."OccupationCode", ' ') FROM "ProfileOccupations" AS x WHERE x."SeekerId" = p."SeekerId"), ''),
        COALESCE((SELECT STRING_AGG(x."LicenceCode", ' ') FROM "ProfileLicences" AS x WHERE x."SeekerId" = p."SeekerId"), ''),
        COALESCE((SELECT STRING_AGG(CONCAT(x."Kind", x."Code"), ' ') FROM "ReceiveConditionCodes" AS x WHERE x."SeekerId" = p."SeekerId"), '')
        """;

    private const int PlacesAt = 19, OccupationsAt = 20, LicencesAt = 21, WantedAt = 22, KeyAt = 23;

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

    // In the order the rows lie in: on SQLite that isn't the order of the keys, and a page in theirs would be read from all over the file.
    private static readonly string SqlitePage = $"SELECT {Columns}, p.rowid FROM {Searchable(onSqlite: true)} AND p.rowid > @after ORDER BY p.rowid LIMIT @most";

    private static readonly string ServerPage = $"SELECT TOP (@most) {Columns}, p.\"SeekerId\" FROM {Searchable(onSqlite: false)} AND p.\"SeekerId\" > @after ORDER BY p.\"SeekerId\"";

    private static string Some(int ids, bool onSqlite) =>
        $"SELECT {Columns} FROM {Searchable(onSqlite)} AND p.\"SeekerId\" IN ({string.Join(", ", Enumerable.Range(0, ids).Select(Parameter))})";

    private static string Parameter(int at) => string.Create(CultureInfo.InvariantCulture, $"@p{at}");

    /// <summary>What is said to SQL Server, for whoever checks it without one.</summary>
    public static IEnumerable<string> ServerStatements => [ServerPage, Some(2, onSqlite: false)];

    /// <summary>All that may be found, page by page: on neither database does a transaction stay open for the whole.</summary>
    public static async IAsyncEnumerable<SeekerRow> AllAsync(IDbContextFactory<HelloWorkDbContext> contexts, [EnumeratorCancellation] CancellationToken ct)
    {
        for (object? after = null; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var onSqlite = db is SqliteHelloWorkDbContext;
            after ??= onSqlite ? 0L : Guid.Empty;
            var page = await db.ReadAsync(onSqlite ? SqlitePage : ServerPage, [("@after", after), ("@most", RowsPerPage)], reader => (Row: Of(reader), Key: reader.GetValue(KeyAt)), ct);
            foreach (var (row, _) in page)
                yield return row;
            if (page.Count < RowsPerPage)
                yield break;
            after = page[^1].Key;
        }
    }

    /// <summary>Those of these that may be found, as they are now.</summary>
    public static async Task<List<SeekerRow>> OfAsync(IDbContextFactory<HelloWorkDbContext> contexts, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var rows = new List<SeekerRow>();
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var some in ids.Chunk(IdsPerQuery))
            rows.AddRange(await db.ReadAsync(Some(some.Length, db is SqliteHelloWorkDbContext), [.. some.Select((id, at) => (Parameter(at), (object)id))], Of, ct));
        return rows;
    }

    private static SeekerRow Of(DbDataReader reader) => new()
    {
        SeekerId = reader.GetGuid(0), Number = new(reader.GetString(1)), ChangedAt = DateTime.SpecifyKind(reader.GetDateTime(2), DateTimeKind.Utc), SearchWords = reader.GetString(3),
        Style = (WorkingStyle)reader.GetInt32(4), WantsRegular = reader.GetBoolean(5), Traits = (SeekerTraits)reader.GetInt32(6), WishedMonthlyIncome = Figure(reader, 7),
        WishedHourlyIncome = Figure(reader, 8), CommutingMinutes = Figure(reader, 9), ExperienceMonths = reader.GetInt32(10), LastMonthlyIncome = Figure(reader, 11),
        Industries = Codes(reader, 12), LastDay = reader.GetFieldValue<DateOnly>(13), ShownToEmployers = reader.GetBoolean(14), Choice = (ProvisionChoice)reader.GetInt32(15),
        HasMyPage = reader.GetInt32(16) == 1, IsProvided = reader.GetInt32(17) == 1, PrivacyMarkOnly = reader.GetInt32(18) == 1,
        Places = Array.ConvertAll(Codes(reader, PlacesAt), code => (code[..Prefecture], code.Length > Prefecture ? code[Prefecture..] : null)),
        Occupations = Codes(reader, OccupationsAt), Licences = Codes(reader, LicencesAt),
        Wanted = Array.ConvertAll(Codes(reader, WantedAt), code => ((HandlingKind)(code[0] - '0'), code[1..])),
    };

    private static int? Figure(DbDataReader reader, int at) => reader.GetInt32(at) is >= 0 and var number ? number : null;

    private static string[] Codes(DbDataReader reader, int at) => reader.GetString(at) is { Length: > 0 } text ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
}

/// <summary>A public number as the index's key, greater for what the database sorts first, and back.</summary>
internal static class SeekerKey
{
    // K-NNNN-NNNN: as numbers they compare as they do as texts.
    public static long Of(PublicNumber number) => -int.Parse(string.Concat(number.Value.AsSpan(2, 4), number.Value.AsSpan(7, 4)), NumberStyles.None, CultureInfo.InvariantCulture);

    public static PublicNumber NumberOf(long key) => PublicNumber.FromSerial((int)-key);
}
