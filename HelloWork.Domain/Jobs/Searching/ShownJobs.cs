using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Listing;

namespace HelloWork.Domain.Jobs.Searching;

/// <summary>
/// The jobs of a page as a list shows them, read by a statement of our own that has the last word on what may be seen (<see cref="JobSearchFilter.ShownOn"/>).
/// The cards that were read last are remembered with the version they had: the same newest jobs are on most pages.
/// </summary>
internal sealed class ShownJobs
{
    /// <summary>About 2 KB each. When so many are known, those that weren't shown since the last time go.</summary>
    private const int MostKnown = 20_000;

    private readonly Lock _forgetting = new();
    private volatile ConcurrentDictionary<JobNumber, KnownCard> _known = new(), _earlier = new();

    /// <returns>In the order asked for, without those that may not be seen any more.</returns>
    public async Task<List<JobSummary>> ReadAsync(HelloWorkDbContext db, IReadOnlyList<JobNumber> numbers, DateOnly today, bool toSeeker, CancellationToken ct)
    {
        if (numbers.Count == 0)
            return [];
        var rows = (await RowsAsync(db, numbers, today, withCards: false, ct)).ToDictionary(r => r.Number);
        List<JobNumber> unknown = [.. rows.Values.Where(row => Known(row) is null).Select(row => row.Number)];
        if (unknown.Count > 0)
        {
            foreach (var number in unknown)
                rows.Remove(number);
            foreach (var row in await RowsAsync(db, unknown, today, withCards: true, ct))
            {
                Remember(row.Number, new(row.Version, row.Card!));
                rows[row.Number] = row;
            }
        }
        return [.. numbers.Where(rows.ContainsKey).Select(number => Summary(rows[number], today, toSeeker))];
    }

    private JobSummary Summary(Row row, DateOnly today, bool toSeeker)
    {
        var nameShown = row.Disclosure.ShowsOfficeName(toSeeker);
        var card = Known(row) ?? new(row.Version, row.Card!);
        return new(row.Number, nameShown ? card.Card : card.WithoutOfficeName, nameShown, row.AcceptedOn, row.LastDay, row.AcceptedOn >= JobSearchFilter.NewSince(today), row.Traits) { Office = row.Office, Version = row.Version, ChangedAt = row.ChangedAt };
    }

    private KnownCard? Known(Row row)
    {
        if (_known.TryGetValue(row.Number, out var known))
            return known.Version == row.Version ? known : null;
        if (!_earlier.TryGetValue(row.Number, out known) || known.Version != row.Version)
            return null;
        Remember(row.Number, known);
        return known;
    }

    private void Remember(JobNumber number, KnownCard card)
    {
        _known[number] = card;
        if (_known.Count < MostKnown / 2)
            return;
        lock (_forgetting)
            if (_known.Count >= MostKnown / 2)
                (_earlier, _known) = (_known, new());
    }

    private sealed class KnownCard(int version, JobCard card)
    {
        public int Version => version;
        public JobCard Card => card;
        public JobCard WithoutOfficeName => field ??= card.WithoutOfficeName();
    }

    private sealed record Row(JobNumber Number, int Version, Disclosure Disclosure, DateOnly AcceptedOn, DateOnly LastDay, JobTraits Traits, DateTime ChangedAt, OfficeId Office, JobCard? Card);

    private static Task<List<Row>> RowsAsync(HelloWorkDbContext db, IReadOnlyList<JobNumber> numbers, DateOnly today, bool withCards, CancellationToken ct)
    {
        List<(string, object)> values = [("@today", today)];
        for (var i = 0; i < numbers.Count; i++)
            values.Add((Parameters[i], numbers[i].Value));
        return db.ReadAsync(Statement(numbers.Count, withCards), values, reader => new Row(
            new(reader.GetString(0)), reader.GetInt32(1), (Disclosure)reader.GetInt32(2), reader.GetFieldValue<DateOnly>(3), reader.GetFieldValue<DateOnly>(4), (JobTraits)reader.GetInt32(5),
            DateTime.SpecifyKind(reader.GetDateTime(6), DateTimeKind.Utc), new(reader.GetGuid(7)), withCards ? CardInList(reader.GetString(8)) : null), ct);
    }

    private static readonly string[] Parameters = [.. Enumerable.Range(0, JobSearchQuery.Sizes.Max()).Select(i => string.Create(CultureInfo.InvariantCulture, $"@n{i}"))];

    /// <summary>The same for both databases. Plus nothing: or SQLite takes the index of the status, and goes through all active jobs.</summary>
    public static string Statement(int jobs, bool withCards) => string.Create(CultureInfo.InvariantCulture,
        $"SELECT Number, Version, Disclosure, AcceptedOn, LastDay, Traits, ChangedAt, OfficeId{(withCards ? ", Card" : "")} FROM JobOffers WHERE Number IN ({string.Join(", ", Parameters.Take(jobs))}) AND Status + 0 = {(int)JobOfferStatus.Active} AND LastDay >= @today AND Disclosure <> {(int)Disclosure.NotPublic}");

    /// <summary>A stored card with no more than a list needs: reading all of thirty takes longer than finding them among a million.</summary>
    public static JobCard CardInList(string stored) => JsonSerializer.Deserialize<JobCard>(stored, Short)!;

    private static readonly Dictionary<Type, string[]> Needed = new()
    {
        [typeof(JobCard)] = [nameof(JobCard.Header), nameof(JobCard.Office), nameof(JobCard.Work), nameof(JobCard.Pay), nameof(JobCard.Hours)],
        [typeof(JobCard.HeaderBlock)] = [nameof(JobCard.HeaderBlock.FullOrPart), nameof(JobCard.HeaderBlock.AcceptsSelfApplication)],
        // The kana as well: the name is taken out of the texts in both, where it isn't shown.
        [typeof(JobCard.OfficeBlock)] = [nameof(JobCard.OfficeBlock.Name), nameof(JobCard.OfficeBlock.NameKana)],
        [typeof(JobCard.WorkBlock)] =
        [
            nameof(JobCard.WorkBlock.Title), nameof(JobCard.WorkBlock.OccupationCode), nameof(JobCard.WorkBlock.EmploymentType), nameof(JobCard.WorkBlock.Workplaces), nameof(JobCard.WorkBlock.WorkFromHome), nameof(JobCard.WorkBlock.NearestStation),
            nameof(JobCard.WorkBlock.AccessMeans), nameof(JobCard.WorkBlock.AccessMinutes), nameof(JobCard.WorkBlock.CarCommuting),
        ],
        [typeof(JobCard.PayBlock)] =
        [
            nameof(JobCard.PayBlock.Form), nameof(JobCard.PayBlock.TotalFrom), nameof(JobCard.PayBlock.TotalTo), nameof(JobCard.PayBlock.BaseFrom), nameof(JobCard.PayBlock.BaseTo),
            nameof(JobCard.PayBlock.FixedOvertime), nameof(JobCard.PayBlock.FixedOvertimeFrom), nameof(JobCard.PayBlock.FixedOvertimeTo),
        ],
        [typeof(JobCard.HoursBlock)] =
        [
            nameof(JobCard.HoursBlock.Shifts), nameof(JobCard.HoursBlock.OrBetween), nameof(JobCard.HoursBlock.FlexibleSystem), nameof(JobCard.HoursBlock.Overtime),
            nameof(JobCard.HoursBlock.OvertimeHoursPerMonth), nameof(JobCard.HoursBlock.DaysOff), nameof(JobCard.HoursBlock.DaysOffPerYear),
        ],
    };

    private static readonly JsonSerializerOptions Short = new(JsonDocuments.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers = { info =>
            {
                if (!Needed.TryGetValue(info.Type, out var needed))
                    return;
                for (var i = info.Properties.Count - 1; i >= 0; i--)
                    if (!needed.Contains(info.Properties[i].Name))
                        info.Properties.RemoveAt(i);
            } },
        },
    };
}

/// <summary>What the job search says to SQL Server by statements of its own, for whoever checks it without one.</summary>
public static class JobSearchStatements
{
    public static IReadOnlyList<string> OnSqlServer => [.. JobRow.ServerStatements, ShownJobs.Statement(JobSearchQuery.UsualSize, withCards: false), ShownJobs.Statement(JobSearchQuery.UsualSize, withCards: true), .. PublicJobRows.ServerStatements];
}
