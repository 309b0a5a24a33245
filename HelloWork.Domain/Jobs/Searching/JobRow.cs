using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Searching;

/// <summary>What of a job offer is searched by, as its columns say it.</summary>
internal sealed record JobRow
{
    public required JobNumber Number { get; init; }
    public required JobOfferStatus Status { get; init; }
    public required Disclosure Disclosure { get; init; }
    public required DateOnly AcceptedOn { get; init; }
    public required DateOnly LastDay { get; init; }
    public required string SearchWords { get; init; }
    /// <summary>Empty where nobody is to find it by that.</summary>
    public required string SearchName { get; init; }
    public string? OccupationCode { get; init; }
    public string? OccupationMajor { get; init; }
    public string? OccupationMiddle { get; init; }
    public EmploymentType EmploymentType { get; init; }
    public WageUnit? WageUnit { get; init; }
    public int? WageFrom { get; init; }
    public int? WageTo { get; init; }
    public int? WageBaseFrom { get; init; }
    public JobTraits Traits { get; init; }
    public bool AcceptsSelfApplication { get; init; }
    public JobKind Kind { get; init; }
    public bool PartTime { get; init; }
    public int? HoursFrom { get; init; }
    public int? HoursTo { get; init; }
    public int? OvertimeHours { get; init; }
    public JobDaysOff DaysOff { get; init; }
    public int? DaysOffPerYear { get; init; }
    public JobInsurance Insurance { get; init; }
    public int? AgeFrom { get; init; }
    public int? AgeTo { get; init; }
    public string? LicenceCodes { get; init; }
    public StaffingKind Staffing { get; init; }
    public int? Employees { get; init; }
    public DateTime? PublishedAt { get; init; }
    public required IReadOnlyList<Place> Places { get; init; }

    public readonly record struct Place(string PrefectureCode, string? MunicipalityCode)
    {
        private const int Prefecture = 2;

        public static IReadOnlyList<Place> Read(string? places) =>
            places is null ? [] : [.. places.Split(' ').Select(p => new Place(p[..Prefecture], p.Length > Prefecture ? p[Prefecture..] : null))];
    }

    /// <summary>Whether anyone may ever find it as it is; the last day is asked with each search (<see cref="JobSearchFilter.ShownOn"/>).</summary>
    public bool IsSearchable => Status is JobOfferStatus.Active && Disclosure is not Disclosure.NotPublic;

    private const int RowsPerPage = 1_000, IdsPerQuery = 500;

    /// <summary>All that may be found, page by page: on neither database does a transaction stay open for the whole.</summary>
    public static async IAsyncEnumerable<JobRow> AllAsync(IDbContextFactory<HelloWorkDbContext> contexts, [EnumeratorCancellation] CancellationToken ct)
    {
        for (object after = null!; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var onSqlite = db is SqliteHelloWorkDbContext;
            after ??= onSqlite ? 0L : Guid.Empty;
            var page = await db.ReadAsync(onSqlite ? SqlitePage : ServerPage, [("@after", after), ("@most", RowsPerPage)],
                reader => (Row: Read(reader), Key: reader.GetValue(Columns)), ct);
            foreach (var (row, _) in page)
                yield return row;
            if (page.Count < RowsPerPage)
                yield break;
            after = page[^1].Key;
        }
    }

    /// <summary>Those that changed, as they are now.</summary>
    public static async Task<List<JobRow>> OfAsync(IDbContextFactory<HelloWorkDbContext> contexts, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var rows = new List<JobRow>();
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var some in ids.Chunk(IdsPerQuery))
            rows.AddRange(await db.ReadAsync(Some(some.Length, db is SqliteHelloWorkDbContext), [.. some.Select((id, i) => (Parameter(i), (object)id))], Read, ct));
        return rows;
    }

    /// <summary>What is said to SQL Server, for whoever checks it without one.</summary>
    public static IReadOnlyList<string> ServerStatements => [ServerPage, Some(2, onSqlite: false)];

    private const int Columns = 31;

    // Nothing as a value of its own: asking the driver whether a column is null costs as much as reading it.
    private const string Selected = "j.Number, j.Status, j.Disclosure, j.AcceptedOn, j.LastDay, j.SearchWords, j.SearchName, COALESCE(j.OccupationCode, ''), COALESCE(j.OccupationMajor, ''), COALESCE(j.OccupationMiddle, ''), "
        + "j.EmploymentType, COALESCE(j.WageUnit, -1), COALESCE(j.WageFrom, -1), COALESCE(j.WageTo, -1), COALESCE(j.WageBaseFrom, -1), j.Traits, j.AcceptsSelfApplication, j.Kind, j.PartTime, "
        + "COALESCE(j.HoursFrom, -1), COALESCE(j.HoursTo, -1), COALESCE(j.OvertimeHours, -1), j.DaysOff, COALESCE(j.DaysOffPerYear, -1), j.Insurance, COALESCE(j.AgeFrom, -1), COALESCE(j.AgeTo, -1), "
        + "COALESCE(j.LicenceCodes, ''), j.Staffing, COALESCE(j.Employees, -1), j.PublishedAt";

    // Places as one text: a row for each would carry the words with it every time.
    private const string SqlitePlaces = "(SELECT group_concat(p.PrefectureCode || coalesce(p.MunicipalityCode, ''), ' ') FROM JobOfferPlaces AS p WHERE p.JobOfferId = j.Id)";
    private const string ServerPlaces = "(SELECT STRING_AGG(CONCAT(p.PrefectureCode, p.MunicipalityCode), ' ') FROM JobOfferPlaces AS p WHERE p.JobOfferId = j.Id)";

    // In the order the rows lie in: on SQLite that isn't the order of the keys, and a page in theirs would be read from all over the file.
    // Plus nothing: or SQLite takes the index of the status, and sorts all jobs for each page.
    private static readonly string SqlitePage = $"SELECT {Selected}, j.rowid, {SqlitePlaces} FROM JobOffers AS j "
        + $"WHERE j.rowid > @after AND j.Status + 0 = {(int)JobOfferStatus.Active} AND j.Disclosure <> {(int)Disclosure.NotPublic} ORDER BY j.rowid LIMIT @most";

    private static readonly string ServerPage = $"SELECT TOP (@most) {Selected}, j.Id, {ServerPlaces} FROM JobOffers AS j "
        + $"WHERE j.Id > @after AND j.Status = {(int)JobOfferStatus.Active} AND j.Disclosure <> {(int)Disclosure.NotPublic} ORDER BY j.Id";

    private static string Some(int ids, bool onSqlite) =>
        $"SELECT {Selected}, j.Id, {(onSqlite ? SqlitePlaces : ServerPlaces)} FROM JobOffers AS j WHERE j.Id IN ({string.Join(", ", Enumerable.Range(0, ids).Select(Parameter))})";

    private static string Parameter(int at) => string.Create(CultureInfo.InvariantCulture, $"@p{at}");

    private static string? TextOf(DbDataReader row, int at) => row.GetString(at) is { Length: > 0 } text ? text : null;

    private static int? NumberOf(DbDataReader row, int at) => row.GetInt32(at) is >= 0 and var number ? number : null;

    private static JobRow Read(DbDataReader row) => new()
    {
        Number = new(row.GetString(0)), Status = (JobOfferStatus)row.GetInt32(1), Disclosure = (Disclosure)row.GetInt32(2), AcceptedOn = row.GetFieldValue<DateOnly>(3), LastDay = row.GetFieldValue<DateOnly>(4),
        SearchWords = row.GetString(5), SearchName = row.GetInt32(2) == (int)Disclosure.NameToSeekers ? row.GetString(6) : "", OccupationCode = TextOf(row, 7), OccupationMajor = TextOf(row, 8), OccupationMiddle = TextOf(row, 9), EmploymentType = (EmploymentType)row.GetInt32(10),
        WageUnit = (WageUnit?)NumberOf(row, 11), WageFrom = NumberOf(row, 12), WageTo = NumberOf(row, 13), WageBaseFrom = NumberOf(row, 14), Traits = (JobTraits)row.GetInt32(15), AcceptsSelfApplication = row.GetBoolean(16),
        Kind = (JobKind)row.GetInt32(17), PartTime = row.GetBoolean(18), HoursFrom = NumberOf(row, 19), HoursTo = NumberOf(row, 20), OvertimeHours = NumberOf(row, 21), DaysOff = (JobDaysOff)row.GetInt32(22),
        DaysOffPerYear = NumberOf(row, 23), Insurance = (JobInsurance)row.GetInt32(24), AgeFrom = NumberOf(row, 25), AgeTo = NumberOf(row, 26), LicenceCodes = TextOf(row, 27), Staffing = (StaffingKind)row.GetInt32(28),
        Employees = NumberOf(row, 29), PublishedAt = row.IsDBNull(30) ? null : row.GetDateTime(30), Places = Place.Read(row.IsDBNull(Columns + 1) ? null : row.GetString(Columns + 1)),
    };
}

/// <summary>A job number as the index's key, greater for what the database sorts first, and back.</summary>
internal static class JobKey
{
    private const int Digits = 8;
    private const long Serials = 100_000_000;

    // The serial is written to its full length from the left, and its own length goes last: 1 < 10 < 2, as the texts compare.
    public static long Of(JobNumber number)
    {
        var serial = number.Value[6..];
        return -((long.Parse(number.PlacementOfficeCode, CultureInfo.InvariantCulture) * Serials + long.Parse(serial.PadRight(Digits, '0'), CultureInfo.InvariantCulture)) * 10 + serial.Length);
    }

    public static JobNumber NumberOf(long key)
    {
        var (number, length) = (-key / 10, (int)(-key % 10));
        return JobNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"{number / Serials:00000}-{(number % Serials).ToString("00000000", CultureInfo.InvariantCulture)[..length]}"));
    }
}
