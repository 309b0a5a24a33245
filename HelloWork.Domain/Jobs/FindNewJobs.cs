using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Searching;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>新着求人を探す: jobs of a search that were published between two moments, as far as they may be seen today.</summary>
public sealed class FindNewJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, JobIndex? index = null)
{
    public const int Most = 10;

    /// <summary>False while an index is loading: each search would go through all jobs.</summary>
    public bool IsReady => index is null or { IsReady: true };

    /// <param name="query">Without regard to what it says of 新着: the two moments say it, and a job that waited some days to be published would be lost.</param>
    /// <param name="after">UTC; what was published in this minute isn't new any more.</param>
    /// <param name="until">UTC; what was published in this minute is the last that is.</param>
    /// <param name="seeker">Account of the seeker whom it is for; null for anybody else.</param>
    /// <param name="known">Left out: whoever it is for knows them.</param>
    public async Task<NewJobs> RunAsync(JobSearchQuery query, DateTime after, DateTime until, Guid? seeker, IReadOnlyCollection<JobNumber> known, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.TodayInJapan();
        var toSeeker = await db.IsSeekerAsync(seeker, ct);
        if (after >= until)
            return NewJobs.None;
        query = query with { Conditions = [.. query.Conditions.Where(c => c is not JobCondition.New)], Details = query.Details with { Since = null } };
        if (index is not null && await index.UpToDateAsync(ct) is { } loaded)
        {
            var ofOffice = await db.JobsOfOfficeAsync(query, ct);
            return new IndexedJobs(loaded, index.Fields, query, today, toSeeker, ofOffice).FindPublished(after, until, known, Most);
        }
        var (first, last) = (after.AddMinutes(1), until.AddMinutes(1));
        var found = db.JobOffers.AsNoTracking().ShownOn(today).Where(j => j.PublishedAt >= first && j.PublishedAt < last).Matching(db.JobOfferPlaces, db.Offices, query, today, toSeeker);
        if (known.ToList() is { Count: > 0 } told)
            found = found.Where(j => !told.Contains(j.Number));
        var numbers = await found.OrderByDescending(j => j.AcceptedOn).ThenBy(j => j.Number).Select(j => j.Number).Take(Most).ToListAsync(ct);
        return new(numbers, numbers.Count < Most ? numbers.Count : await found.CountAsync(ct));
    }
}

/// <param name="Jobs">The first of them.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record NewJobs(IReadOnlyList<JobNumber> Jobs, int Count)
{
    public static NewJobs None { get; } = new([], 0);
}
