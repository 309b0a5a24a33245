using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Searching;

/// <summary>What of a job offer is searched by, as its columns say it.</summary>
internal sealed record JobRow
{
    public required JobOfferId Id { get; init; }
    public required JobNumber Number { get; init; }
    public required JobOfferStatus Status { get; init; }
    public required Disclosure Disclosure { get; init; }
    public required DateOnly AcceptedOn { get; init; }
    public required DateOnly LastDay { get; init; }
    public required string SearchWords { get; init; }
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
    public required List<Place> Places { get; init; }

    public sealed record Place(string PrefectureCode, string? MunicipalityCode);

    /// <summary>Whether anyone may ever find it as it is; the last day is asked with each search (<see cref="JobSearchFilter.ShownOn"/>).</summary>
    public bool IsSearchable => Status is JobOfferStatus.Active && Disclosure is not Disclosure.NotPublic;

    private const int RowsPerPage = 4_000, IdsPerQuery = 500;

    /// <summary>All that may be found, page by page: on neither database does a transaction stay open for the whole.</summary>
    public static async IAsyncEnumerable<JobRow> AllAsync(IDbContextFactory<HelloWorkDbContext> contexts, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            // The key's own order, which only the database knows. Plus nothing: or SQLite takes the index of the status, and sorts all jobs for each page.
            var page = await db.JobOffers.FromSqlRaw("SELECT * FROM \"JobOffers\" WHERE \"Id\" > {0} AND \"Status\" + 0 = {1}", after, (int)JobOfferStatus.Active).AsNoTracking()
                .Where(j => j.Disclosure != Disclosure.NotPublic)
                .OrderBy(j => j.Id).Take(RowsPerPage).Select(Columns).ToListAsync(ct);
            foreach (var row in page)
                yield return row;
            if (page.Count < RowsPerPage)
                yield break;
            after = page[^1].Id.Value;
        }
    }

    /// <summary>Those that changed, as they are now.</summary>
    public static async Task<List<JobRow>> OfAsync(IDbContextFactory<HelloWorkDbContext> contexts, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var rows = new List<JobRow>();
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var some in ids.Select(id => new JobOfferId(id)).Chunk(IdsPerQuery))
            rows.AddRange(await db.JobOffers.AsNoTracking().Where(j => some.Contains(j.Id)).Select(Columns).ToListAsync(ct));
        return rows;
    }

    private static readonly Expression<Func<JobOffer, JobRow>> Columns = j => new JobRow
    {
        Id = j.Id, Number = j.Number, Status = j.Status, Disclosure = j.Disclosure, AcceptedOn = j.AcceptedOn, LastDay = j.LastDay, SearchWords = j.SearchWords, SearchName = j.SearchName,
        OccupationCode = j.OccupationCode, OccupationMajor = j.OccupationMajor, OccupationMiddle = j.OccupationMiddle, EmploymentType = j.EmploymentType,
        WageUnit = j.WageUnit, WageFrom = j.WageFrom, WageTo = j.WageTo, WageBaseFrom = j.WageBaseFrom, Traits = j.Traits, AcceptsSelfApplication = j.AcceptsSelfApplication,
        Kind = j.Kind, PartTime = j.PartTime, HoursFrom = j.HoursFrom, HoursTo = j.HoursTo, OvertimeHours = j.OvertimeHours, DaysOff = j.DaysOff, DaysOffPerYear = j.DaysOffPerYear,
        Insurance = j.Insurance, AgeFrom = j.AgeFrom, AgeTo = j.AgeTo, LicenceCodes = j.LicenceCodes, Staffing = j.Staffing, Employees = j.Employees,
        Places = j.Places.Select(p => new Place(p.PrefectureCode, p.MunicipalityCode)).ToList(),
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
