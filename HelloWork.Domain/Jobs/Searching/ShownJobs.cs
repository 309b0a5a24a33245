using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HelloWork.Domain.Data;

namespace HelloWork.Domain.Jobs.Searching;

/// <summary>The jobs of a page as a list shows them, read by one statement of our own that has the last word on what may be seen (<see cref="JobSearchFilter.ShownOn"/>).</summary>
internal static class ShownJobs
{
    /// <returns>In the order asked for, without those that may not be seen any more.</returns>
    public static async Task<List<JobSummary>> ReadAsync(HelloWorkDbContext db, IReadOnlyList<JobNumber> numbers, DateOnly today, bool toSeeker, CancellationToken ct)
    {
        if (numbers.Count == 0)
            return [];
        List<(string, object)> values = [("@today", today)];
        for (var i = 0; i < numbers.Count; i++)
            values.Add(($"@n{i.ToString(CultureInfo.InvariantCulture)}", numbers[i].Value));
        var rows = await db.ReadAsync(Statement(numbers.Count), values, reader => new JobInList(
            new(reader.GetString(0)), CardInList(reader.GetString(1)), (Disclosure)reader.GetInt32(2), reader.GetFieldValue<DateOnly>(3), reader.GetFieldValue<DateOnly>(4), (JobTraits)reader.GetInt32(5)), ct);
        var byNumber = rows.ToDictionary(r => r.Number);
        return [.. numbers.Where(byNumber.ContainsKey).Select(number => byNumber[number].ShownOn(today, toSeeker))];
    }

    /// <summary>The same for both databases. Plus nothing: or SQLite takes the index of the status, and goes through all active jobs.</summary>
    public static string Statement(int jobs) => string.Create(CultureInfo.InvariantCulture,
        $"SELECT Number, Card, Disclosure, AcceptedOn, LastDay, Traits FROM JobOffers WHERE Number IN ({string.Join(", ", Enumerable.Range(0, jobs).Select(i => $"@n{i}"))}) AND Status + 0 = {(int)JobOfferStatus.Active} AND LastDay >= @today AND Disclosure <> {(int)Disclosure.NotPublic}");

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
            nameof(JobCard.WorkBlock.Title), nameof(JobCard.WorkBlock.EmploymentType), nameof(JobCard.WorkBlock.Workplaces), nameof(JobCard.WorkBlock.WorkFromHome), nameof(JobCard.WorkBlock.NearestStation),
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
    public static IReadOnlyList<string> OnSqlServer => [.. JobRow.ServerStatements, ShownJobs.Statement(JobSearchQuery.UsualSize)];
}

/// <summary>A job of a page, as it stands in the database.</summary>
internal sealed record JobInList(JobNumber Number, JobCard Card, Disclosure Disclosure, DateOnly AcceptedOn, DateOnly LastDay, JobTraits Traits)
{
    public JobSummary ShownOn(DateOnly today, bool toSeeker)
    {
        var nameShown = Disclosure.ShowsOfficeName(toSeeker);
        return new(Number, nameShown ? Card : Card.WithoutOfficeName(), nameShown, AcceptedOn, LastDay, AcceptedOn >= JobSearchFilter.NewSince(today), Traits);
    }
}
