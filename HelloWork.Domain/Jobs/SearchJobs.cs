using System.Linq.Expressions;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using HelloWork.Domain.Jobs.Searching;
using HelloWork.Domain.Search;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs;

/// <summary>
/// 求人検索: active jobs that are public today. Anyone may search; signed-in seekers see more names (JO-02). Found and counted in the index
/// of this node, shown from the database, which has the last word on who may see what; while the index is loading, all by the database.
/// </summary>
/// <param name="index">Null: none is kept here, so the database answers.</param>
public sealed class SearchJobs(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, JobIndex? index = null)
{
    /// <param name="seeker">Account of the signed-in seeker who reads; null for anybody else.</param>
    public async Task<JobSearchResult> RunAsync(JobSearchQuery query, Guid? seeker, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var today = clock.TodayInJapan();
        var toSeeker = await db.IsSeekerAsync(seeker, ct);
        return index is not null && await index.UpToDateAsync(ct) is { } loaded
            ? await FromIndexAsync(db, index.Shown, new(loaded, index.Fields, query, today, toSeeker, await db.JobsOfOfficeAsync(query, ct)), query, today, toSeeker, ct)
            : await FromDatabaseAsync(db, query, today, toSeeker, ct);
    }

    private static async Task<JobSearchResult> FromIndexAsync(HelloWorkDbContext db, ShownJobs rows, IndexedJobs jobs, JobSearchQuery query, DateOnly today, bool toSeeker, CancellationToken ct)
    {
        var found = jobs.Find();
        var shown = await rows.ReadAsync(db, found.Jobs, today, toSeeker, ct);
        var wider = found.Total > 0 ? [] : await NearestSearches.OfAsync(query, asked => asked.Loosened(), asked => Task.FromResult(jobs.Count(asked)));
        return new(query with { Page = found.Page }, new Page<JobSummary>(shown, found.Total, found.Page, query.Size), found.Counts, wider);
    }

    private async Task<JobSearchResult> FromDatabaseAsync(HelloWorkDbContext db, JobSearchQuery query, DateOnly today, bool toSeeker, CancellationToken ct)
    {
        var shown = db.JobOffers.AsNoTracking().ShownOn(today);
        IQueryable<JobOffer> Find(JobSearchQuery asked) => shown.Matching(db.JobOfferPlaces, db.Offices, asked, today, toSeeker);
        var found = Find(query);

        var total = await found.CountAsync(ct);
        var page = Math.Min(query.Page, Math.Max(1, (total + query.Size - 1) / query.Size));
        var rows = await found.Sorted(query).Skip((page - 1) * query.Size).Take(query.Size).Select(Row).ToListAsync(ct);
        var counts = query.Counting.HasFlag(JobCounting.Usual) ? await CountAsync(Find, query, today, ct) : JobSearchCounts.None;
        var wider = total > 0 ? [] : await NearestSearches.OfAsync(query, asked => asked.Loosened(), asked => Find(asked).CountAsync(ct));
        return new(query with { Page = page }, new Page<JobSummary>([.. rows.Select(row => Summary(row, today, toSeeker))], total, page, query.Size), counts, wider, IndexIsLoading: index is not null);
    }

    private sealed record ShownRow(JobNumber Number, OfficeId Office, JobCard Card, Disclosure Disclosure, DateOnly AcceptedOn, DateOnly LastDay, JobTraits Traits, int Version, DateTime ChangedAt);

    private static readonly Expression<Func<JobOffer, ShownRow>> Row = j => new(j.Number, j.OfficeId, j.Card, j.Disclosure, j.AcceptedOn, j.LastDay, j.Traits, j.Version, j.ChangedAt);

    private static JobSummary Summary(ShownRow job, DateOnly today, bool toSeeker)
    {
        var nameShown = job.Disclosure.ShowsOfficeName(toSeeker);
        return new(job.Number, nameShown ? job.Card : job.Card.WithoutOfficeName(), nameShown, job.AcceptedOn, job.LastDay, job.AcceptedOn >= JobSearchFilter.NewSince(today), job.Traits) { Office = job.Office, Version = job.Version, ChangedAt = job.ChangedAt };
    }

    private static async Task<JobSearchCounts> CountAsync(Func<JobSearchQuery, IQueryable<JobOffer>> find, JobSearchQuery query, DateOnly today, CancellationToken ct)
    {
        var types = await find(query with { Types = [] })
            .GroupBy(j => j.EmploymentType).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new(types,
            await CountConditionsAsync(find(query), today, ct),
            await CountMunicipalitiesAsync(find, query, ct),
            await DistributeWagesAsync(find(query with { WageMin = null }), query.WageUnit, ct));
    }

    private static JobTraits CommonTraits { get; } = JobSearchQuery.CommonConditions
        .Where(c => c is not (JobCondition.New or JobCondition.SelfApplication)).Aggregate(JobTraits.None, (all, one) => all | JobSearchFilter.TraitOf(one));

    private static async Task<IReadOnlyDictionary<JobCondition, int>> CountConditionsAsync(IQueryable<JobOffer> found, DateOnly today, CancellationToken ct)
    {
        var newSince = JobSearchFilter.NewSince(today);
        var common = CommonTraits;
        // One row for each combination that occurs: a few hundred at most, whatever the number of jobs.
        var combinations = await found.GroupBy(j => new { Traits = j.Traits & common, j.AcceptsSelfApplication, IsNew = j.AcceptedOn >= newSince })
            .Select(g => new { g.Key.Traits, g.Key.AcceptsSelfApplication, g.Key.IsNew, Count = g.Count() }).ToListAsync(ct);
        return JobSearchQuery.CommonConditions.ToDictionary(condition => condition, condition => combinations
            .Where(g => condition switch
            {
                JobCondition.New => g.IsNew,
                JobCondition.SelfApplication => g.AcceptsSelfApplication,
                _ => g.Traits.HasFlag(JobSearchFilter.TraitOf(condition)),
            })
            .Sum(g => g.Count));
    }

    private static async Task<IReadOnlyList<(string, int)>> CountMunicipalitiesAsync(Func<JobSearchQuery, IQueryable<JobOffer>> find, JobSearchQuery query, CancellationToken ct)
    {
        var prefectures = query.Prefectures.Concat(query.Municipalities.Select(code => code[..2])).Distinct().ToList();
        if (prefectures.Count == 0)
            return [];
        var counts = await find(query with { Municipalities = [], Prefectures = prefectures })
            .SelectMany(j => j.Places).Where(p => prefectures.Contains(p.PrefectureCode) && p.MunicipalityCode != null)
            .GroupBy(p => p.MunicipalityCode!).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return counts.OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count)).ToList();
    }

    private static async Task<WageDistribution?> DistributeWagesAsync(IQueryable<JobOffer> found, WageUnit unit, CancellationToken ct)
    {
        var step = WageDistribution.StepOf(unit);
        var paid = found.Where(j => j.WageUnit == unit && j.WageFrom != null);
        var steps = (await paid.GroupBy(j => j.WageFrom!.Value / step).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct))
            .OrderBy(g => g.Key).Select(g => (From: g.Key * step, g.Count)).ToList();
        var all = steps.Sum(g => g.Count);
        if (all < WageDistribution.FewestJobs)
            return null;
        return WageDistribution.Of(unit, steps, await paid.OrderBy(j => j.WageFrom).Skip((all - 1) / 2).Select(j => j.WageFrom!.Value).FirstAsync(ct));
    }
}

internal static class JobSearchReading
{
    /// <summary>An office has a handful of jobs, which the index is told; of a million offices it knows nothing.</summary>
    public static async Task<IReadOnlyList<long>?> JobsOfOfficeAsync(this HelloWorkDbContext db, JobSearchQuery query, CancellationToken ct) => query.Details.Office is null ? null
        : (await db.JobOffers.AsNoTracking().With(new() { Office = query.Details.Office }, db.Offices, default).Select(j => j.Number).ToListAsync(ct)).ConvertAll(JobKey.Of);

    /// <summary>Whether the account is a seeker's that can sign in: the cookie alone doesn't open 公開範囲 2.</summary>
    public static async Task<bool> IsSeekerAsync(this HelloWorkDbContext db, Guid? account, CancellationToken ct) =>
        account is { } id && await db.Users.AnyAsync(a => a.Id == id && a.Role == Role.Seeker && a.DisabledAt == null && a.ActivatedAt != null, ct);
}
