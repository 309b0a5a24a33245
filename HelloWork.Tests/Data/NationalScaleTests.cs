using HelloWork.Domain.Jobs.Searching;
using HelloWork.Tests.Support;

namespace HelloWork.Tests.Data;

/// <summary>Which way SQLite goes to rows of which there are a million. It knows no sizes, and takes an index that names more columns for the better one.</summary>
public sealed class NationalScaleTests
{
    /// <summary>A page asks this of thirty jobs, whose cards lie all over the file.</summary>
    [SqliteFact]
    public async Task HowKnownJobsStand_IsReadFromAnIndexAlone()
    {
        var standing = Assert.Single(JobSearchStatements.OnSqlServer, statement => statement.StartsWith("SELECT Number, Version, Disclosure, Traits FROM", StringComparison.Ordinal));

        Assert.Contains("COVERING INDEX", await WayAsync(standing));
    }

    /// <summary>Most jobs there are have the same status.</summary>
    [SqliteFact]
    public async Task JobsOfAnOffice_AreFoundByTheOffice()
    {
        foreach (var which in new[] { "Status = 2 AND LastDay >= @today", "Status = 2", "AcceptedOn >= @today" })
            Assert.Contains("(OfficeId=?", await WayAsync($"SELECT 1 FROM JobOffers WHERE OfficeId = @office AND {which}"));
    }

    [SqliteFact]
    public async Task RegistrationsOfASeeker_AreFoundByTheSeeker()
    {
        foreach (var order in new[] { "", " ORDER BY EndedAt IS NOT NULL, LastDay DESC LIMIT 1" })
            Assert.Contains("(SeekerId=?", await WayAsync($"SELECT Number FROM SeekerRegistrations WHERE SeekerId = @seeker{order}"));
    }

    [SqliteFact]
    public async Task PublicJobs_AreCountedInAnIndexAlone() =>
        Assert.Contains("COVERING INDEX", await WayAsync("SELECT COUNT(*) FROM JobOffers WHERE Status = 2 AND LastDay >= @today AND Disclosure <> 4"));

    private static async Task<string> WayAsync(string statement)
    {
        await using var database = await TestDatabase.CreateAsync();
        return Assert.Single(await WaysToRows.StepsAsync(database, statement), step => step.Contains("USING", StringComparison.Ordinal) && step.Contains("INDEX", StringComparison.Ordinal));
    }
}
