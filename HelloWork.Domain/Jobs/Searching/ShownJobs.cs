using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Listing;

namespace HelloWork.Domain.Jobs.Searching;

/// <summary>
/// The jobs of a page as a list shows them, read by a statement of our own that has the last word on what may be seen (<see cref="JobSearchFilter.ShownOn"/>).
/// Those that were read last are remembered with the version they had: the same newest jobs are on most pages.
/// </summary>
internal sealed class ShownJobs
{
    /// <summary>About 2 KB each, and another once a page has written one: of a million jobs a few ten thousand are on nearly all pages that people ask for. When so many are known, those that weren't shown since the last time go.</summary>
    private const int MostKnown = 100_000;

    private readonly Lock _forgetting = new();
    private volatile ConcurrentDictionary<JobNumber, KnownJob> _known = new(), _earlier = new();
    // Counting a concurrent dictionary locks all of it.
    private int _remembered;

    /// <returns>In the order asked for, without those that may not be seen any more.</returns>
    public async Task<List<JobSummary>> ReadAsync(HelloWorkDbContext db, IReadOnlyList<JobNumber> numbers, DateOnly today, bool toSeeker, CancellationToken ct)
    {
        if (numbers.Count == 0)
            return [];
        var shown = new Dictionary<JobNumber, (Standing Now, KnownJob Job)>(numbers.Count);
        var unknown = new List<JobNumber>();
        foreach (var now in await db.ReadAsync(Statement(numbers.Count, whole: false), Values(numbers, today), Standing.Read, ct))
            if (Known(now.Number, now.Version) is { } known)
                shown[now.Number] = (now, known);
            else
                unknown.Add(now.Number);
        if (unknown.Count > 0)
            foreach (var (now, job) in await db.ReadAsync(Statement(unknown.Count, whole: true), Values(unknown, today), row => (Standing.Read(row), KnownJob.Read(row)), ct))
            {
                Remember(now.Number, job);
                shown[now.Number] = (now, job);
            }
        return [.. numbers.Where(shown.ContainsKey).Select(number => Summary(shown[number].Now, shown[number].Job, today, toSeeker))];
    }

    private static JobSummary Summary(Standing now, KnownJob job, DateOnly today, bool toSeeker)
    {
        var nameShown = now.Disclosure.ShowsOfficeName(toSeeker);
        return new(now.Number, nameShown ? job.Card : job.WithoutOfficeName, nameShown, job.AcceptedOn, job.LastDay, job.AcceptedOn >= JobSearchFilter.NewSince(today), now.Traits) { Office = job.Office, Version = job.Version, ChangedAt = job.ChangedAt };
    }

    private KnownJob? Known(JobNumber number, int version)
    {
        if (_known.TryGetValue(number, out var known))
            return known.Version == version ? known : null;
        if (!_earlier.TryGetValue(number, out known) || known.Version != version)
            return null;
        Remember(number, known);
        return known;
    }

    private void Remember(JobNumber number, KnownJob job)
    {
        _known[number] = job;
        if (Interlocked.Increment(ref _remembered) < MostKnown / 2)
            return;
        lock (_forgetting)
            if (_remembered >= MostKnown / 2)
                (_earlier, _known, _remembered) = (_known, new(), 0);
    }

    /// <summary>What is asked each time: it tells who may see the job, or changes without a new version when columns are read from the cards anew.</summary>
    private sealed record Standing(JobNumber Number, int Version, Disclosure Disclosure, JobTraits Traits)
    {
        public static Standing Read(DbDataReader row) => new(new(row.GetString(0)), row.GetInt32(1), (Disclosure)row.GetInt32(2), (JobTraits)row.GetInt32(3));
    }

    /// <summary>What doesn't change without a new version.</summary>
    private sealed record KnownJob(int Version, DateOnly AcceptedOn, DateOnly LastDay, DateTime ChangedAt, OfficeId Office, JobCard Card)
    {
        public JobCard WithoutOfficeName => field ??= Card.WithoutOfficeName();

        public static KnownJob Read(DbDataReader row) => new(row.GetInt32(1), row.GetFieldValue<DateOnly>(4), row.GetFieldValue<DateOnly>(5),
            DateTime.SpecifyKind(row.GetDateTime(6), DateTimeKind.Utc), new(row.GetGuid(7)), CardInList(row.GetString(8)));
    }

    private static List<(string, object)> Values(IReadOnlyList<JobNumber> numbers, DateOnly today)
    {
        List<(string, object)> values = [("@today", today)];
        for (var i = 0; i < numbers.Count; i++)
            values.Add((Parameters[i], numbers[i].Value));
        return values;
    }

    private static readonly string[] Parameters = [.. Enumerable.Range(0, JobSearchQuery.Sizes.Max()).Select(i => string.Create(CultureInfo.InvariantCulture, $"@n{i}"))];

    /// <summary>
    /// The same for both databases. How jobs stand is read from an index that holds all of it (<see cref="JobMapping"/>). Whole ones lie in the table: plus nothing,
    /// or SQLite takes the index of the status, and goes through all active jobs.
    /// </summary>
    /// <param name="whole">Or only how each stands now.</param>
    public static string Statement(int jobs, bool whole) => string.Create(CultureInfo.InvariantCulture,
        $"SELECT Number, Version, Disclosure, Traits{(whole ? ", AcceptedOn, LastDay, ChangedAt, OfficeId, Card" : "")} FROM JobOffers WHERE Number IN ({string.Join(", ", Parameters.Take(jobs))}) AND Status{(whole ? " + 0" : "")} = {(int)JobOfferStatus.Active} AND LastDay >= @today AND Disclosure <> {(int)Disclosure.NotPublic}");

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
    public static IReadOnlyList<string> OnSqlServer => [.. JobRow.ServerStatements, ShownJobs.Statement(JobSearchQuery.UsualSize, whole: false), ShownJobs.Statement(JobSearchQuery.UsualSize, whole: true), .. PublicJobRows.ServerStatements];
}
